-- What was done, by whom and when: append-only, chained by hashes, without a fact or a name of a
-- person served. And answers kept for a while, so that a request sent twice is done once.

create table record (
  chain uuid not null,
  number bigint not null check (number > 0),
  at timestamptz(3) not null,
  account uuid,
  organisation uuid,
  act text not null,
  about jsonb not null,
  fingerprint bytea,
  before bytea not null,
  hash bytea not null,
  primary key (chain, number)
);
comment on table record is 'One chain for each programme, and one for each organisation.';
comment on column record.chain is 'private: the programme or the organisation';
comment on column record.number is 'private: from 1 without a gap';
comment on column record.at is 'private: when; never before the one before';
comment on column record.account is 'private: who did it; none for the service itself';
comment on column record.organisation is 'private: for which organisation';
comment on column record.act is 'private: the name of the action';
comment on column record.about is 'private: references, hashes and counts; no fact, name or amount of a person served';
comment on column record.fingerprint is 'private: of the facts that came in, salted; it can be matched with nothing once their key is destroyed';
comment on column record.before is 'private: the hash of the one before; 32 zero bytes for the first';
comment on column record.hash is 'private: SHA-256 of all the rest in canonical JSON';
create trigger only_added before update or delete on record
  for each row execute function refuse_change();
create trigger never_emptied before truncate on record
  for each statement execute function refuse_change();

alter table record enable row level security;
create policy reached on record for select using (
  reach() = 'upkeep' or chain = here() or chain = acting()
  or chain in (select programmes_as('commissioner', 'auditor'))
  or organisation = here());
-- Whoever does something may write it into any chain, and in nobody else's name.
create policy added on record for insert with check (
  reach() in ('sign-in', 'upkeep')
  or account is not distinct from acting() and organisation is not distinct from here());

-- The head of a chain is read by whoever adds to it, also where the rest of it is not theirs.
create function head_of(asked uuid) returns table (number bigint, at timestamptz, hash bytea)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select record.number, record.at, record.hash from outturn.record
    where chain = asked order by record.number desc limit 1;
  end;

create table once (
  account uuid not null,
  key text not null check (length(key) = 64),
  act text not null,
  request_hash bytea not null,
  answer json,
  at timestamptz(3) not null,
  primary key (account, key)
);
create index once_by_age on once (at);
comment on table once is 'Answers to changes, by the idempotency key of who asked.';
comment on column once.account is 'private: who asked; all zero for who is not signed in';
comment on column once.key is 'private: SHA-256 of it; it is itself kept nowhere';
comment on column once.act is 'private: the name of the action';
comment on column once.request_hash is 'private: of what was asked, salted by the key, so that a key used for something else is noticed';
comment on column once.answer is 'private: references and counts, nothing personal';
comment on column once.at is 'private: when; swept after some days';
alter table once enable row level security;
create policy own on once using (
  reach() = 'upkeep' or account = coalesce(acting(), '00000000-0000-0000-0000-000000000000'));
