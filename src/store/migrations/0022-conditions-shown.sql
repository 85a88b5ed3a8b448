-- Until when providers have shown that they meet the conditions of joining.

create table condition_shown (
  programme uuid not null,
  organisation uuid not null,
  condition text not null,
  number integer not null check (number > 0),
  shown_on date not null,
  until date,
  answers jsonb not null,
  by uuid not null references account,
  at timestamptz(3) not null,
  primary key (programme, organisation, condition, number),
  foreign key (programme, organisation) references provider
);
create index condition_shown_until on condition_shown (until) where until is not null;
comment on table condition_shown is 'What a provider has shown for a condition; the last of each counts.';
comment on column condition_shown.programme is 'private: in which';
comment on column condition_shown.organisation is 'private: which provider';
comment on column condition_shown.condition is 'private: the condition of the page, by its key';
comment on column condition_shown.number is 'private: counts how often it was shown';
comment on column condition_shown.shown_on is 'private: when it was shown';
comment on column condition_shown.until is 'private: the last day on which it holds; none for until further notice';
comment on column condition_shown.answers is 'private: what was shown, by the fields of the form';
comment on column condition_shown.by is 'private: who showed it';
comment on column condition_shown.at is 'private: when it was entered';
create trigger only_added before update or delete on condition_shown
  for each row execute function refuse_change();

alter table condition_shown enable row level security;
create policy reached on condition_shown for select using (
  reach() = 'upkeep' or organisation = here()
  or programme in (select programmes_as('commissioner', 'auditor')));
create policy shown on condition_shown for insert with check (
  programme in (select programmes_as('commissioner'))
  or (organisation = here() and programme in (select programmes_as('provider'))));
