-- A settlement of any size with all that it rests on is put into one archive, by and by. It is kept
-- sealed for a day, under a key of its own that has the id of the request: whoever erases somebody
-- destroys the keys of all bundles of that programme, also of those that are being made.

create table settlement_bundle (
  programme uuid not null references programme,
  id uuid not null,
  settlement uuid not null,
  organisation uuid not null references organisation,
  account uuid not null references account,
  recipient text not null check (length(recipient) between 1 and 200),
  state text not null check (state in ('waiting', 'done', 'refused', 'failed', 'gone')),
  step text not null check (step in ('waiting', 'working', 'ended')),
  attempts integer not null default 0 check (attempts >= 0),
  file text check (file ~ '^[0-9a-f]{64}$'),
  bytes bigint,
  digest text check (digest ~ '^sha256:[0-9a-f]{64}$'),
  facts bigint,
  lines bigint,
  problems json,
  asked_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (programme, id),
  foreign key (programme, settlement) references settlement (programme, id),
  check ((state in ('done', 'gone')) = (file is not null)),
  check ((state in ('done', 'gone')) = (bytes is not null)),
  check ((state in ('done', 'gone')) = (digest is not null)),
  check ((state in ('done', 'gone')) = (facts is not null)),
  check ((state in ('done', 'gone')) = (lines is not null)),
  check ((state in ('refused', 'failed')) = (problems is not null)),
  check ((state = 'waiting') = (ended_at is null))
);
create index settlement_bundle_in_order on settlement_bundle (programme, settlement, asked_at);
create index settlement_bundle_kept on settlement_bundle (ended_at) where state = 'done';
comment on table settlement_bundle is 'A settlement with all that it rests on, put into an archive by and by for a named party.';
comment on column settlement_bundle.programme is 'private: of which';
comment on column settlement_bundle.id is 'private: random; also by which key the archive is sealed';
comment on column settlement_bundle.settlement is 'private: which';
comment on column settlement_bundle.organisation is 'private: for which organisation it was asked for';
comment on column settlement_bundle.account is 'private: who asked';
comment on column settlement_bundle.recipient is 'private: for whom it was made';
comment on column settlement_bundle.state is 'private: waiting, done, refused, failed, or gone when it is no longer kept';
comment on column settlement_bundle.step is 'private: how far it has come';
comment on column settlement_bundle.attempts is 'private: how often its work was begun';
comment on column settlement_bundle.file is 'private: the archive as it is stored, sealed';
comment on column settlement_bundle.bytes is 'private: how long the archive is';
comment on column settlement_bundle.digest is 'private: of the archive, as it says itself';
comment on column settlement_bundle.facts is 'private: how many facts stand in it';
comment on column settlement_bundle.lines is 'private: how many lines stand in it';
comment on column settlement_bundle.problems is 'private: why it was not made';
comment on column settlement_bundle.asked_at is 'private: when';
comment on column settlement_bundle.ended_at is 'private: when it was made, or came to an end';

alter table settlement_bundle enable row level security;
create policy reached on settlement_bundle for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner', 'auditor')));
create policy by_duty on settlement_bundle as restrictive for select using (
  (select reach() = 'upkeep')
  or (select has_duty('commissioner', 'finance_preparer', 'finance_approver', 'auditor')));
create policy asked on settlement_bundle for insert with check (
  (select has_duty('commissioner', 'finance_preparer', 'finance_approver', 'auditor'))
  and (select sees_money()) and organisation = (select here()) and account = (select acting())
  and programme in (select programmes_as('commissioner', 'auditor')));
create policy moved on settlement_bundle for update using ((select reach() = 'upkeep'));

-- Whoever erases a participant may see no money, and takes along what was made of their facts.
create function bundle_keys(asked_programme uuid) returns table (key uuid)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select id from outturn.settlement_bundle
    where programme = asked_programme and state in ('waiting', 'done')
    and (outturn.reach() = 'upkeep'
      or outturn.has_duty('commissioner', 'administrator')
        and programme in (select outturn.programmes_as('commissioner')));
  end;
