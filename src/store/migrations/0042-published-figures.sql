-- What the public sees of a programme's results: for closed periods, once each, as src/publication
-- lets it. Everything here is public.

create table published_period (
  programme uuid not null references programme,
  from_day date not null,
  to_day date not null,
  rhythm text not null check (rhythm in ('month', 'quarter', 'year')),
  version integer not null,
  settled_to date not null,
  settlement uuid not null,
  published_by uuid not null references account,
  published_at timestamptz(3) not null,
  primary key (programme, from_day),
  foreign key (programme, version) references page_version (programme, number),
  foreign key (programme, settlement) references settlement (programme, id),
  check (from_day <= to_day)
);
comment on table published_period is 'A closed period of which figures have been published. It is never restated.';
comment on column published_period.programme is 'public: of which';
comment on column published_period.from_day is 'public: its first day';
comment on column published_period.to_day is 'public: its last day';
comment on column published_period.rhythm is 'public: how often figures are published';
comment on column published_period.version is 'public: the version of the page in force on its last day';
comment on column published_period.settled_to is 'public: to which day settlements had been approved';
comment on column published_period.settlement is 'private: the settlement that is counted to its last day';
comment on column published_period.published_by is 'private: who published it';
comment on column published_period.published_at is 'public: when';

create table published_figure (
  programme uuid not null,
  from_day date not null,
  place integer not null check (place > 0),
  provider text not null,
  outcomes text[] not null,
  about integer check (about >= 10),
  money text not null check (money in ('between', 'suppressed', 'not by the rate card')),
  least_units bigint,
  most_units bigint,
  currency text,
  primary key (programme, from_day, place),
  foreign key (programme, from_day) references published_period,
  check ((money = 'between') = (least_units is not null)),
  check ((least_units is null) = (most_units is null) and (least_units is null) = (currency is null))
);
comment on table published_figure is 'About how many outcomes of one provider, and between what that comes to by the rate card.';
comment on column published_figure.programme is 'public: of which';
comment on column published_figure.from_day is 'public: of which period';
comment on column published_figure.place is 'public: its place, from 1';
comment on column published_figure.provider is 'public: whose outcomes';
comment on column published_figure.outcomes is 'public: outcomes that the page ties to one another, counted together';
comment on column published_figure.about is 'public: rounded; none where there are under 10';
comment on column published_figure.money is 'public: between two sums, suppressed, or not by the rate card';
comment on column published_figure.least_units is 'public: the least that it comes to, in whole smallest units';
comment on column published_figure.most_units is 'public: the most that it comes to';
comment on column published_figure.currency is 'public: by its code';

alter table published_period enable row level security;
create policy public on published_period for select using (true);
create policy published on published_period for insert with check (
  programme in (select programmes_as('commissioner')));
alter table published_figure enable row level security;
create policy public on published_figure for select using (true);
create policy published on published_figure for insert with check (
  programme in (select programmes_as('commissioner')));
create trigger only_added before update or delete on published_period
  for each row execute function refuse_change();
create trigger only_added before update or delete on published_figure
  for each row execute function refuse_change();
