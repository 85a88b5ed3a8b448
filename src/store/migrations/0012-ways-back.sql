-- Links by which somebody who lost every way of signing in sets a password. Whoever runs the service
-- makes one; it is shown once and kept nowhere.

create table way_back (
  token_hash bytea primary key check (length(token_hash) = 32),
  account uuid not null references account,
  made_at timestamptz(3) not null,
  ends_at timestamptz(3) not null
);
create index way_back_by_account on way_back (account);
comment on table way_back is 'Each can be taken once, within a day; taking it takes the row away.';
comment on column way_back.token_hash is 'private: SHA-256 of what the link ends with';
comment on column way_back.account is 'private: whose password is set with it';
comment on column way_back.made_at is 'private: when';
comment on column way_back.ends_at is 'private: until when it can be taken';

alter table way_back enable row level security;
create policy signing_in on way_back using (looks_up());
