-- A discount after admission: the provider proposes it from a day, and the commissioner agrees.

create table discount_proposal (
  programme uuid not null,
  organisation uuid not null,
  number integer not null check (number > 0),
  share text not null,
  from_on date not null,
  state text not null check (state in ('proposed', 'accepted', 'refused', 'replaced')),
  proposed_by uuid not null references account,
  proposed_at timestamptz(3) not null,
  decided_by uuid references account,
  decided_at timestamptz(3),
  primary key (programme, organisation, number),
  foreign key (programme, organisation) references provider,
  check ((state = 'proposed') = (decided_at is null)),
  check (state not in ('accepted', 'refused') or decided_by is distinct from proposed_by)
);
create unique index discount_proposal_open on discount_proposal (programme, organisation)
  where state = 'proposed';
comment on table discount_proposal is 'What a provider proposes to take off its prices from a day, and what the commissioner said.';
comment on column discount_proposal.programme is 'private: in which';
comment on column discount_proposal.organisation is 'private: which provider';
comment on column discount_proposal.number is 'private: counts its proposals';
comment on column discount_proposal.share is 'private: the share that is taken off, as a percentage';
comment on column discount_proposal.from_on is 'private: from which day';
comment on column discount_proposal.state is 'private: proposed, accepted, refused, or replaced by the next';
comment on column discount_proposal.proposed_by is 'private: who proposed it for the provider';
comment on column discount_proposal.proposed_at is 'private: when';
comment on column discount_proposal.decided_by is 'private: who decided for the commissioner, never who proposed it; or who replaced it';
comment on column discount_proposal.decided_at is 'private: when';

alter table discount_proposal enable row level security;
create policy reached on discount_proposal for select using (
  (select reach()) = 'upkeep' or organisation = (select here())
  or programme in (select programmes_as('commissioner', 'auditor')));
create policy proposed on discount_proposal for insert with check (
  organisation = (select here()) and state = 'proposed'
  and programme in (select programmes_as('provider')));
create policy replaced on discount_proposal for update
  using (organisation = (select here()) and state = 'proposed')
  with check (organisation = (select here()) and state = 'replaced');
create policy decided on discount_proposal for update
  using (state = 'proposed' and programme in (select programmes_as('commissioner')))
  with check (state in ('accepted', 'refused')
    and programme in (select programmes_as('commissioner')));
