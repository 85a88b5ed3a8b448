-- Days are reckoned in one time zone, by the service and by the database alike, for good: a day on
-- which something became known, fell due or was paid must not move because a machine was replaced.

create table time_zone (
  is_one boolean primary key default true check (is_one),
  name text not null check (name ~ '^[A-Za-z][A-Za-z0-9_+/-]*$'),
  kept_at timestamptz(3) not null
);
comment on table time_zone is 'The time zone that days are reckoned in; one row once the service was started.';
comment on column time_zone.is_one is 'private: there is one at most';
comment on column time_zone.name is 'private: its name, as in Europe/London';
comment on column time_zone.kept_at is 'private: when it was first said';
alter table time_zone enable row level security;
create policy upkeep on time_zone using (reach() = 'upkeep');
