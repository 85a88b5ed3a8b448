-- Whether what is here is a demonstration. Everybody may know its passwords, so the service answers
-- nobody beyond its own machine where this has a row; and one that was broken off is begun anew.

create table demonstration (
  is_one boolean primary key default true check (is_one),
  day date not null,
  is_whole boolean not null
);
comment on table demonstration is 'One row where the data are a demonstration with invented people.';
comment on column demonstration.is_one is 'private: there is one at most';
comment on column demonstration.day is 'private: the day around which its programmes are dated';
comment on column demonstration.is_whole is 'private: whether all of it was loaded';
alter table demonstration enable row level security;
create policy upkeep on demonstration using (reach() = 'upkeep');
