-- A change of a page of which more facts are known than can be settled while somebody waits: what it
-- does to the money is worked out by and by, and approved as it was shown.

create table page_comparison (
  programme uuid not null references programme,
  id uuid not null,
  number integer not null,
  organisation uuid not null references organisation,
  account uuid not null references account,
  as_at date not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  step text not null check (step in ('waiting', 'reading', 'alone', 'together', 'ended')),
  attempts integer not null default 0 check (attempts >= 0),
  facts bigint,
  money json,
  problems json,
  asked_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (programme, id),
  foreign key (programme, number) references page_version (programme, number),
  check ((state = 'done') = (money is not null)),
  check ((state = 'done') = (facts is not null)),
  check ((state = 'failed') = (problems is not null)),
  check ((state = 'waiting') = (ended_at is null))
);
create unique index page_comparison_waiting on page_comparison (programme, number)
  where state = 'waiting';
create index page_comparison_in_order on page_comparison (programme, number, asked_at);
comment on table page_comparison is 'What a page that was put forward changes in money, worked out by and by where there are many facts.';
comment on column page_comparison.programme is 'private: of which';
comment on column page_comparison.id is 'private: random';
comment on column page_comparison.number is 'private: of the page that was put forward';
comment on column page_comparison.organisation is 'private: for which organisation it was asked for';
comment on column page_comparison.account is 'private: who asked';
comment on column page_comparison.as_at is 'private: the day by which facts are true and known';
comment on column page_comparison.state is 'private: waiting, done, or failed';
comment on column page_comparison.step is 'private: how far it has come';
comment on column page_comparison.attempts is 'private: how often its work was begun';
comment on column page_comparison.facts is 'private: how many facts it rests on';
comment on column page_comparison.money is 'private: what both pages pay for them, in sums';
comment on column page_comparison.problems is 'private: why it failed';
comment on column page_comparison.asked_at is 'private: when';
comment on column page_comparison.ended_at is 'private: when it was done or failed';

alter table page_comparison enable row level security;
create policy reached on page_comparison for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner', 'auditor')));
create policy asked on page_comparison for insert with check (
  (select sees_money()) and organisation = (select here())
  and programme in (select programmes_as('commissioner')));
create policy moved on page_comparison for update using ((select reach() = 'upkeep'));
