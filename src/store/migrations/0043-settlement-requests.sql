-- Settlements that take longer than a request: asked for, and prepared by and by.

create table settlement_request (
  programme uuid not null references programme,
  id uuid not null,
  organisation uuid not null references organisation,
  account uuid not null references account,
  as_at date not null,
  known_at date not null,
  instead_of uuid,
  state text not null check (state in ('waiting', 'done', 'refused')),
  step text not null check (step in ('waiting', 'settling', 'keeping', 'ended')),
  settlement uuid,
  problems json,
  asked_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (programme, id),
  foreign key (programme, settlement) references settlement (programme, id),
  check ((state = 'done') = (settlement is not null)),
  check ((state = 'refused') = (problems is not null)),
  check ((state = 'waiting') = (ended_at is null))
);
comment on table settlement_request is 'A settlement that is to be prepared by and by.';
comment on column settlement_request.programme is 'private: of which';
comment on column settlement_request.id is 'private: random';
comment on column settlement_request.organisation is 'private: for which organisation it was asked for';
comment on column settlement_request.account is 'private: who asked, and so prepares it';
comment on column settlement_request.as_at is 'private: what is true by';
comment on column settlement_request.known_at is 'private: what is known by';
comment on column settlement_request.instead_of is 'private: the one that waits and makes way for it';
comment on column settlement_request.state is 'private: waiting, done or refused';
comment on column settlement_request.step is 'private: how far it has come';
comment on column settlement_request.settlement is 'private: what came of it';
comment on column settlement_request.problems is 'private: why nothing did';
comment on column settlement_request.asked_at is 'private: when';
comment on column settlement_request.ended_at is 'private: when it was done or refused';

alter table settlement_request enable row level security;
create policy reached on settlement_request for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner', 'auditor')));
create policy asked on settlement_request for insert with check (
  (select sees_money()) and organisation = (select here()) and programme in (select programmes_as('commissioner')));
create policy moved on settlement_request for update using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner')));
