-- What verifiers ask of those who claimed something, before they decide.

create table evidence_asked (
  programme uuid not null references programme,
  id uuid not null,
  participant uuid not null,
  fact uuid not null,
  asked_of uuid not null references organisation,
  organisation uuid not null references organisation,
  account uuid references account,
  at timestamptz(3) not null,
  reason text not null,
  primary key (programme, id)
);
create index evidence_asked_of on evidence_asked (programme, asked_of, at);
create index evidence_asked_by_fact on evidence_asked (programme, fact);
comment on table evidence_asked is 'More that a verifier asked to be shown, of whoever claimed a fact. It is answered by evidence sent after it, or by a decision.';
comment on column evidence_asked.programme is 'private: in which';
comment on column evidence_asked.id is 'private: random';
comment on column evidence_asked.participant is 'private: about whom';
comment on column evidence_asked.fact is 'private: of what more is to be shown';
comment on column evidence_asked.asked_of is 'private: the organisation that claimed it';
comment on column evidence_asked.organisation is 'private: whose verifier asks';
comment on column evidence_asked.account is 'private: who asks for it';
comment on column evidence_asked.at is 'private: when';
comment on column evidence_asked.reason is 'private: why, as a code';
create trigger only_added before update or delete on evidence_asked
  for each row execute function refuse_change();

alter table evidence_asked enable row level security;
create policy reached on evidence_asked for select using (
  (select reach() = 'upkeep') or asked_of = (select here()) or organisation = (select here())
  or programme in (select programmes_as('commissioner', 'verifier', 'auditor')));
create policy added on evidence_asked for insert with check (
  organisation = (select here()) and
  programme in (select programmes_as('commissioner', 'verifier')));
