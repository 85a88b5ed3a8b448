-- What the service does by itself once a day, and what of it could not be done.

create table upkeep (
  is_one boolean primary key default true check (is_one),
  day date not null,
  tries integer not null check (tries > 0),
  is_done boolean not null
);
comment on table upkeep is 'The last day of which the upkeep was begun; one row.';
comment on column upkeep.is_one is 'private: there is one at most';
comment on column upkeep.day is 'private: the day, in the time zone of the service';
comment on column upkeep.tries is 'private: how often it was begun on that day';
comment on column upkeep.is_done is 'private: whether all of it was done';
alter table upkeep enable row level security;
create policy upkeep on upkeep using (reach() = 'upkeep');

create table left_undone (
  part text not null,
  programme uuid references programme,
  about uuid,
  codes text[] not null check (codes <> '{}'),
  since timestamptz(3) not null,
  tried_at timestamptz(3) not null,
  unique nulls not distinct (part, programme, about)
);
comment on table left_undone is 'What the last upkeep could not do; taken away once it is done.';
comment on column left_undone.part is 'private: which of its parts';
comment on column left_undone.programme is 'private: of which programme, where it is one''s';
comment on column left_undone.about is 'private: the provider, participant or file by its reference';
comment on column left_undone.codes is 'private: the problems that it met';
comment on column left_undone.since is 'private: when it was first left';
comment on column left_undone.tried_at is 'private: when it was tried last';
alter table left_undone enable row level security;
create policy reached on left_undone for select using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner', 'auditor')));
create policy kept on left_undone for insert with check (reach() = 'upkeep');
create policy tried on left_undone for update using (reach() = 'upkeep');
create policy done on left_undone for delete using (reach() = 'upkeep');
