-- Participants and facts about them. What a fact says is sealed under the participant's own key,
-- which lies outside the database: destroying that key erases the facts here and in every copy.

create table participant (
  programme uuid not null references programme,
  id uuid not null,
  entered_by uuid not null references organisation,
  entered_at timestamptz(3) not null,
  erased_at timestamptz(3),
  primary key (programme, id)
);
comment on table participant is 'One person, family, place or thing in one programme, under a reference made for it alone.';
comment on column participant.programme is 'private: in which';
comment on column participant.id is 'private: random, never derived';
comment on column participant.entered_by is 'private: the organisation that first named them';
comment on column participant.entered_at is 'private: when';
comment on column participant.erased_at is 'private: when their key was destroyed';

create table participant_mark (
  programme uuid not null,
  organisation uuid not null references organisation,
  mark bytea not null,
  participant uuid not null,
  primary key (programme, organisation, mark),
  foreign key (programme, participant) references participant
);
create index participant_mark_by_participant on participant_mark (programme, participant);
comment on table participant_mark is 'By what an organisation knows a participant again in its own files. Deleted when the participant is erased.';
comment on column participant_mark.programme is 'private: in which';
comment on column participant_mark.organisation is 'private: whose reference';
comment on column participant_mark.mark is 'private: stands for the reference, which cannot be read back';
comment on column participant_mark.participant is 'private: whom it means';

create table arrival (
  programme uuid not null references programme,
  id uuid not null,
  organisation uuid not null references organisation,
  account uuid references account,
  at timestamptz(3) not null,
  way text not null check (way in ('form', 'call', 'file', 'service')),
  facts integer not null check (facts >= 0),
  primary key (programme, id)
);
comment on table arrival is 'Facts that came in together.';
comment on column arrival.programme is 'private: into which';
comment on column arrival.id is 'private: random';
comment on column arrival.organisation is 'private: who sent them';
comment on column arrival.account is 'private: who sent them for it; none for the service itself';
comment on column arrival.at is 'private: the service''s own stamp: money follows it';
comment on column arrival.way is 'private: by form, call or file, or written by the service itself';
comment on column arrival.facts is 'private: how many';

create table fact (
  programme uuid not null,
  participant uuid not null,
  id uuid not null,
  number bigint generated always as identity,
  arrival uuid not null,
  sender uuid not null,
  mark bytea not null,
  provider uuid,
  known date not null,
  state text not null check (state in
    ('claimed', 'waiting', 'not selected', 'verified', 'rejected')),
  replaces uuid,
  sealed bytea not null,
  fingerprint bytea not null,
  primary key (programme, participant, id)
);
create index fact_by_id on fact (programme, id);
create unique index fact_by_mark on fact (programme, sender, mark);
create unique index fact_replaced on fact (programme, replaces) where replaces is not null;
create index fact_waiting on fact (programme, number) where state in ('claimed', 'waiting');
comment on table fact is 'Facts are added, never changed: one that replaces another names it.';
comment on column fact.programme is 'private: in which';
comment on column fact.participant is 'private: about whom; all zero for a fact about nobody (a provider joined, a cohort counted)';
comment on column fact.id is 'private: random';
comment on column fact.number is 'private: the order in which facts came in';
comment on column fact.arrival is 'private: with what it came';
comment on column fact.sender is 'private: the organisation that says so';
comment on column fact.mark is 'private: stands for the sender''s own id, by which the same fact sent again is known';
comment on column fact.provider is 'private: the provider concerned, who may see it';
comment on column fact.known is 'private: the day of the service''s own stamp';
comment on column fact.state is 'private: claimed, waiting, not selected, verified or rejected';
comment on column fact.replaces is 'private: the fact that this one sets aside';
comment on column fact.sealed is 'private: all the rest, as canonical JSON, under the participant''s key';
comment on column fact.fingerprint is 'private: salted from that key';
create trigger only_added before update or delete on fact
  for each row execute function refuse_change();

-- Who asks is asked for in brackets, `(select here())`: once for a question, not for every row of it,
-- and the plans of large tables know that it is not a rare row that passes.

alter table participant enable row level security;
create policy reached on participant for select using (
  (select reach() = 'upkeep') or entered_by = (select here())
  or programme in (select programmes_as('commissioner', 'verifier', 'auditor', 'referrer'))
  or (programme in (select programmes_as('provider')) and exists (
    select from fact where fact.programme = participant.programme
    and fact.participant = participant.id and fact.provider = (select here()))));
create policy entered on participant for insert with check (
  (select reach() = 'upkeep') or entered_by = (select here())
  and programme in (select programmes_as('commissioner', 'provider', 'verifier', 'referrer')));
create policy erased on participant for update using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner')));

alter table participant_mark enable row level security;
create policy own on participant_mark for select using (
  (select reach() = 'upkeep') or organisation = (select here()));
create policy given on participant_mark for insert with check (
  (select reach() = 'upkeep') or organisation = (select here())
  and programme in (select programmes_as('commissioner', 'provider', 'verifier', 'referrer')));

-- Whoever erases a participant has everybody's marks of them forgotten, and reads none of them.
create function forget_marks(asked_programme uuid, asked_participant uuid) returns void
  volatile security definer set search_path = outturn, pg_temp language sql
  begin atomic
    delete from outturn.participant_mark
    where programme = asked_programme and participant = asked_participant
    and (outturn.reach() = 'upkeep'
      or programme in (select outturn.programmes_as('commissioner')));
  end;

alter table arrival enable row level security;
create policy reached on arrival for select using (
  (select reach() = 'upkeep') or organisation = (select here())
  or programme in (select programmes_as('commissioner', 'verifier', 'auditor')));
create policy added on arrival for insert with check (
  (select reach() = 'upkeep') or organisation = (select here())
  and programme in (select programmes_as('commissioner', 'provider', 'verifier', 'referrer')));

alter table fact enable row level security;
create policy reached on fact for select using (
  (select reach() = 'upkeep') or sender = (select here()) or provider = (select here())
  or programme in (select programmes_as('commissioner', 'verifier', 'auditor')));
create policy added on fact for insert with check (
  (select reach() = 'upkeep') or sender = (select here())
  and programme in (select programmes_as('commissioner', 'provider', 'verifier', 'referrer')));
