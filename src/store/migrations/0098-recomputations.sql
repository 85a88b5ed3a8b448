-- A settlement is worked out again by whoever looks at it, by and by: what came of that is kept, so
-- that one may go away meanwhile and find it.

create table recomputation (
  programme uuid not null references programme,
  id uuid not null,
  settlement uuid not null,
  organisation uuid not null references organisation,
  account uuid not null references account,
  state text not null check (state in ('waiting', 'done', 'refused', 'failed')),
  step text not null check (step in ('waiting', 'working', 'ended')),
  attempts integer not null default 0 check (attempts >= 0),
  facts bigint,
  lines bigint,
  erased_since bigint,
  engine text,
  problems json,
  asked_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (programme, id),
  foreign key (programme, settlement) references settlement (programme, id),
  check ((state = 'done') = (facts is not null)),
  check ((state = 'done') = (lines is not null)),
  check ((state = 'done') = (erased_since is not null)),
  check ((state = 'done') = (engine is not null)),
  check ((state in ('refused', 'failed')) = (problems is not null)),
  check ((state = 'waiting') = (ended_at is null))
);
create unique index recomputation_waiting on recomputation (programme, settlement)
  where state = 'waiting';
create index recomputation_in_order on recomputation (programme, settlement, asked_at);
comment on table recomputation is 'A settlement that is worked out again, by and by, and held against what was kept.';
comment on column recomputation.programme is 'private: of which';
comment on column recomputation.id is 'private: random';
comment on column recomputation.settlement is 'private: which';
comment on column recomputation.organisation is 'private: for which organisation it was asked for';
comment on column recomputation.account is 'private: who asked';
comment on column recomputation.state is 'private: waiting, done, refused where it comes out otherwise, or failed';
comment on column recomputation.step is 'private: how far it has come';
comment on column recomputation.attempts is 'private: how often its work was begun';
comment on column recomputation.facts is 'private: how many facts it was worked out from';
comment on column recomputation.lines is 'private: how many lines it has';
comment on column recomputation.erased_since is 'private: of how many participants lines were taken as they were settled';
comment on column recomputation.engine is 'private: by which version of the engine';
comment on column recomputation.problems is 'private: what comes out otherwise, or why it failed';
comment on column recomputation.asked_at is 'private: when';
comment on column recomputation.ended_at is 'private: when it came to an end';

alter table recomputation enable row level security;
create policy reached on recomputation for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner', 'auditor')));
create policy asked on recomputation for insert with check (
  (select has_duty('commissioner', 'finance_preparer', 'finance_approver', 'auditor'))
  and (select sees_money()) and organisation = (select here()) and account = (select acting())
  and programme in (select programmes_as('commissioner', 'auditor')));
create policy moved on recomputation for update using ((select reach() = 'upkeep'));
