-- What settlement has been told of the versions by which providers are bound.

create table bound_told (
  programme uuid not null references programme,
  organisation uuid not null references organisation,
  name text not null,
  version integer not null check (version > 0),
  at timestamptz(3) not null,
  primary key (programme, organisation, name, version)
);
comment on table bound_told is 'By which version a fact says that a provider is bound; the highest counts.';
comment on column bound_told.programme is 'private: in which';
comment on column bound_told.organisation is 'private: which provider';
comment on column bound_told.name is 'private: how the fact names it';
comment on column bound_told.version is 'private: the number of the version, as the page counts them';
comment on column bound_told.at is 'private: when the fact was written';
create trigger only_added before update or delete on bound_told
  for each row execute function refuse_change();

alter table bound_told enable row level security;
create policy reached on bound_told for select using (
  (select reach()) = 'upkeep' or organisation = (select here())
  or programme in (select programmes_as('commissioner', 'auditor')));
create policy told on bound_told for insert with check (
  (select reach()) = 'upkeep'
  or programme in (select programmes_as('commissioner'))
  or (organisation = (select here()) and programme in (select programmes_as('provider'))));
