-- Files of facts on their way in, and how a sender's own columns are read.

create table mapping (
  programme uuid not null references programme,
  organisation uuid not null references organisation,
  header bytea not null,
  reading jsonb not null,
  made_by uuid not null references account,
  made_at timestamptz(3) not null,
  primary key (programme, organisation, header)
);
comment on table mapping is 'How the columns of a sender''s own export are read: said once, known again by its header.';
comment on column mapping.programme is 'private: in which';
comment on column mapping.organisation is 'private: whose export';
comment on column mapping.header is 'private: SHA-256 of the names of its columns in their order';
comment on column mapping.reading is 'private: which column is which of ours, what stands for which kind, how days are written';
comment on column mapping.made_by is 'private: who said so';
comment on column mapping.made_at is 'private: when';

create table import (
  programme uuid not null references programme,
  id uuid not null,
  organisation uuid not null references organisation,
  account uuid not null references account,
  at timestamptz(3) not null,
  upload uuid not null,
  file text not null,
  type text not null check (type in ('csv', 'ndjson', 'parquet')),
  bytes bigint not null,
  state text not null check (state in ('unmapped', 'waiting', 'done', 'refused', 'given up')),
  rows_read integer not null default 0,
  bytes_read bigint not null default 0,
  added integer,
  sent_before integer,
  mends uuid,
  problems integer,
  found bytea,
  ended_at timestamptz(3),
  primary key (programme, id)
);
create index import_by_organisation on import (programme, organisation, at);
comment on table import is 'A file of facts that somebody sent. What it holds is unreadable once it is loaded or given up: its key is destroyed.';
comment on column import.programme is 'private: into which';
comment on column import.id is 'private: random';
comment on column import.organisation is 'private: who sent it';
comment on column import.account is 'private: who sent it for them';
comment on column import.at is 'private: when';
comment on column import.upload is 'private: the name of its key';
comment on column import.file is 'private: its name among the files: the hash of what is stored';
comment on column import.type is 'private: csv, ndjson or parquet, by its content';
comment on column import.bytes is 'private: how long it is';
comment on column import.state is 'private: unmapped, waiting, done, refused or given up';
comment on column import.rows_read is 'private: how far the reading has come';
comment on column import.bytes_read is 'private: the same in bytes';
comment on column import.added is 'private: how many facts came of it';
comment on column import.sent_before is 'private: how many were there already';
comment on column import.mends is 'private: the refused file whose rows at fault these stand in for';
comment on column import.problems is 'private: how many things stood against it';
comment on column import.found is 'private: what they were, as JSON, sealed under its key';
comment on column import.ended_at is 'private: when it was loaded, refused or given up';

alter table mapping enable row level security;
create policy own on mapping using (
  (select reach() = 'upkeep') or organisation = (select here()))
  with check (organisation = (select here()) and
    programme in (select programmes_as('commissioner', 'provider', 'verifier', 'referrer')));

alter table import enable row level security;
create policy reached on import for select using (
  (select reach() = 'upkeep') or organisation = (select here())
  or programme in (select programmes_as('commissioner')));
create policy sent on import for insert with check (
  organisation = (select here()) and
  programme in (select programmes_as('commissioner', 'provider', 'verifier', 'referrer')));
create policy moved on import for update using (
  (select reach() = 'upkeep') or organisation = (select here())
  or programme in (select programmes_as('commissioner')));
