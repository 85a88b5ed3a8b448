-- Settlements: what is owed as at a day, line by line, as it was prepared. What was prepared is never
-- changed; it is approved by somebody else, refused, or set aside for another.

create table settlement (
  programme uuid not null references programme,
  id uuid not null,
  number integer not null check (number > 0),
  as_at date not null,
  known_at date not null,
  currency text not null,
  contract_hash text not null,
  versions integer[] not null,
  language integer not null,
  engine text not null,
  result_hash text not null,
  previous uuid,
  facts_through bigint not null,
  facts_count bigint not null,
  erased_count integer not null,
  state text not null check (state in ('prepared', 'approved', 'refused', 'set aside')),
  reason text,
  prepared_by uuid not null references account,
  prepared_at timestamptz(3) not null,
  decided_by uuid references account,
  decided_at timestamptz(3),
  primary key (programme, id),
  unique (programme, number),
  foreign key (programme, previous) references settlement (programme, id),
  check ((state = 'prepared') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (state <> 'approved' or decided_by <> prepared_by),
  check ((state = 'refused') = (reason is not null)),
  check (as_at <= known_at)
);
create unique index settlement_waiting on settlement (programme) where state = 'prepared';
create unique index settlement_followed on settlement
  (programme, coalesce(previous, '00000000-0000-0000-0000-000000000000')) where state = 'approved';
comment on table settlement is 'What is owed as at a day: one waits for approval at a time, and each approved one follows another.';
comment on column settlement.programme is 'private: of which';
comment on column settlement.id is 'private: random';
comment on column settlement.number is 'private: counts those prepared';
comment on column settlement.as_at is 'private: what was true by';
comment on column settlement.known_at is 'private: what was known by';
comment on column settlement.currency is 'private: by its code';
comment on column settlement.contract_hash is 'private: of the newest terms it rests on';
comment on column settlement.versions is 'private: the numbers of the versions of the page that it rests on';
comment on column settlement.language is 'private: the version of the language of the page';
comment on column settlement.engine is 'private: the version of the engine';
comment on column settlement.result_hash is 'private: SHA-256 of the whole result in canonical JSON (RFC 8785): what is approved';
comment on column settlement.previous is 'private: the approved one before it; none for the first';
comment on column settlement.facts_through is 'private: the number of the last fact it rests on';
comment on column settlement.facts_count is 'private: how many facts it rests on, so that one which comes in late is noticed';
comment on column settlement.erased_count is 'private: of how many participants the facts had been erased';
comment on column settlement.state is 'private: prepared, approved, refused or set aside';
comment on column settlement.reason is 'private: why it was refused, as a code';
comment on column settlement.prepared_by is 'private: who prepared it';
comment on column settlement.prepared_at is 'private: when';
comment on column settlement.decided_by is 'private: who approved, refused or set it aside; never who prepared it where it is approved';
comment on column settlement.decided_at is 'private: when';

create function decide_settlement_once() returns trigger language plpgsql as $$
declare decided text[] := array['state', 'reason', 'decided_by', 'decided_at'];
begin
  if tg_op = 'DELETE' or old.state <> 'prepared'
    or to_jsonb(old) - decided <> to_jsonb(new) - decided
  then raise exception 'a settlement is only ever decided upon, once'; end if;
  return new;
end $$;
create trigger decided_once before update or delete on settlement
  for each row execute function decide_settlement_once();

create table settlement_whole (
  programme uuid not null,
  settlement uuid not null,
  total_units bigint not null,
  paid_units bigint not null,
  summary json not null,
  problems json not null,
  primary key (programme, settlement),
  foreign key (programme, settlement) references settlement (programme, id)
);
comment on table settlement_whole is 'What of a settlement is about all providers together.';
comment on column settlement_whole.programme is 'private: of which';
comment on column settlement_whole.settlement is 'private: which';
comment on column settlement_whole.total_units is 'private: owed to date, in whole smallest units';
comment on column settlement_whole.paid_units is 'private: paid on it';
comment on column settlement_whole.summary is 'private: statuses, measures, forecast, terms of payment, what is reserved, who was erased';
comment on column settlement_whole.problems is 'private: what was worth a look when it was prepared';

create table settlement_line (
  programme uuid not null,
  settlement uuid not null,
  place integer not null,
  line text not null,
  clause text not null,
  participant uuid,
  cohort text,
  period text,
  provider text not null,
  payer text not null,
  payee text not null,
  outcome text not null,
  number text not null,
  group_name text,
  day date not null,
  payable_on date,
  earned_on date,
  quantity text not null,
  price text not null,
  gross_units bigint not null,
  amount_units bigint not null,
  version integer not null,
  payers json,
  last_paid_on date,
  primary key (programme, settlement, place),
  foreign key (programme, settlement) references settlement (programme, id)
);
create unique index settlement_line_by_name on settlement_line (programme, settlement, md5(line));
create index settlement_line_of_payee on settlement_line (programme, settlement, payee, place);
create index settlement_line_of_participant on settlement_line (programme, settlement, participant)
  where participant is not null;
comment on table settlement_line is 'One item of a settlement, with its reasons beside it in settlement_unpaid.';
comment on column settlement_line.programme is 'private: of which';
comment on column settlement_line.settlement is 'private: of which settlement';
comment on column settlement_line.place is 'private: its place in line, from 1';
comment on column settlement_line.line is 'private: its identity: clause, attachment (or cohort, or period), provider and number';
comment on column settlement_line.clause is 'private: of the page';
comment on column settlement_line.participant is 'private: whose';
comment on column settlement_line.cohort is 'private: of a measure';
comment on column settlement_line.period is 'private: of what is nobody''s';
comment on column settlement_line.provider is 'private: whose outcome';
comment on column settlement_line.payer is 'private: who pays';
comment on column settlement_line.payee is 'private: who is paid';
comment on column settlement_line.outcome is 'private: which outcome';
comment on column settlement_line.number is 'private: the how-manieth, the month of days, or rounding';
comment on column settlement_line.group_name is 'private: the price list';
comment on column settlement_line.day is 'private: the outcome''s day';
comment on column settlement_line.payable_on is 'private: its payable day; none while it waits for verification';
comment on column settlement_line.earned_on is 'private: its own payable day, where the close of a limit made that later';
comment on column settlement_line.quantity is 'private: how many, exact';
comment on column settlement_line.price is 'private: of one, exact';
comment on column settlement_line.gross_units is 'private: before what is not paid, in whole smallest units';
comment on column settlement_line.amount_units is 'private: what is owed';
comment on column settlement_line.version is 'private: the version whose terms it keeps';
comment on column settlement_line.payers is 'private: who pays how much of it, where the page names payers';
comment on column settlement_line.last_paid_on is 'private: the settlement''s day on which more was last paid for it';

create table settlement_unpaid (
  programme uuid not null,
  settlement uuid not null,
  place integer not null,
  line integer not null,
  reason text not null,
  amount_units bigint not null,
  clause text not null,
  waits_for json,
  primary key (programme, settlement, place),
  foreign key (programme, settlement, line) references settlement_line
);
create index settlement_unpaid_of_line on settlement_unpaid (programme, settlement, line);
comment on table settlement_unpaid is 'What of a line is not paid, and why.';
comment on column settlement_unpaid.programme is 'private: of which';
comment on column settlement_unpaid.settlement is 'private: of which settlement';
comment on column settlement_unpaid.place is 'private: its place among all that is not paid';
comment on column settlement_unpaid.line is 'private: the place of its line';
comment on column settlement_unpaid.reason is 'private: why, as a code';
comment on column settlement_unpaid.amount_units is 'private: how much, in whole smallest units';
comment on column settlement_unpaid.clause is 'private: the clause that says so';
comment on column settlement_unpaid.waits_for is 'private: the measure that is yet to be taken, and when it is';

create table settlement_change (
  programme uuid not null,
  settlement uuid not null,
  place integer not null,
  line text not null,
  clause text not null,
  outcome text not null,
  participant uuid,
  provider text not null,
  payee text not null,
  taken_back_units bigint not null,
  paid_units bigint not null,
  payers json not null,
  cause json not null,
  primary key (programme, settlement, place),
  foreign key (programme, settlement) references settlement (programme, id)
);
create index settlement_change_of_payee on settlement_change (programme, settlement, payee, place);
comment on table settlement_change is 'A line for which other money is owed than in the settlement before, and what moved it.';
comment on column settlement_change.programme is 'private: of which';
comment on column settlement_change.settlement is 'private: of which settlement';
comment on column settlement_change.place is 'private: its place among the changes, from 1';
comment on column settlement_change.line is 'private: the identity of the line';
comment on column settlement_change.clause is 'private: of the page';
comment on column settlement_change.outcome is 'private: which outcome';
comment on column settlement_change.participant is 'private: whose';
comment on column settlement_change.provider is 'private: whose outcome';
comment on column settlement_change.payee is 'private: who is paid';
comment on column settlement_change.taken_back_units is 'private: what was settled, taken back whole, in whole smallest units';
comment on column settlement_change.paid_units is 'private: what is owed for it now';
comment on column settlement_change.payers is 'private: each payer''s part of both';
comment on column settlement_change.cause is 'private: what moved it: facts, another line, a day, a version, the engine';

create table settlement_left (
  programme uuid not null,
  settlement uuid not null,
  place integer not null,
  what text not null check (what in ('held', 'on account', 'debt', 'written off', 'paid')),
  line text not null,
  payee text,
  amount_units bigint,
  paid_on date,
  is_exempt boolean,
  primary key (programme, settlement, place),
  foreign key (programme, settlement) references settlement (programme, id)
);
comment on table settlement_left is 'What a settlement leaves for the next: held, paid on account, to be taken back, written off.';
comment on column settlement_left.programme is 'private: of which';
comment on column settlement_left.settlement is 'private: of which settlement';
comment on column settlement_left.place is 'private: its place, from 1';
comment on column settlement_left.what is 'private: held, on account, debt, written off; or paid: when more was last paid for a line that is gone';
comment on column settlement_left.line is 'private: the identity of the line';
comment on column settlement_left.payee is 'private: whose';
comment on column settlement_left.amount_units is 'private: how much, in whole smallest units';
comment on column settlement_left.paid_on is 'private: when it had been paid';
comment on column settlement_left.is_exempt is 'private: whether no limit of recovery holds';

-- The names under which the organisation acted for is paid. It keeps them when it has left.
create function own_payees() returns table (programme uuid, name text)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select party.programme, party.name from outturn.party
    where party.organisation = outturn.here() and party.part = 'provider';
  end;

create function own_payee_programmes() returns setof uuid
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select programme from outturn.own_payees();
  end;

create function approved_settlements() returns setof uuid
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select id from outturn.settlement where state = 'approved'
    and (programme in (select outturn.own_payee_programmes())
      or programme in (select outturn.programmes_as('payer')));
  end;

alter table settlement enable row level security;
create policy reached on settlement for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or state = 'approved' and (programme in (select own_payee_programmes())
      or programme in (select programmes_as('payer')))));
create policy prepared on settlement for insert with check (
  (select sees_money()) and state = 'prepared' and programme in (select programmes_as('commissioner')));
create policy decided on settlement for update
  using ((select sees_money()) and state = 'prepared' and programme in (select programmes_as('commissioner')))
  with check ((select sees_money()) and programme in (select programmes_as('commissioner')));

alter table settlement_whole enable row level security;
create policy reached on settlement_whole for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or programme in (select programmes_as('payer')) and settlement in (select approved_settlements())));
create policy prepared on settlement_whole for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

alter table settlement_line enable row level security;
create policy reached on settlement_line for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or settlement in (select approved_settlements())
      and (programme, payee) in (select programme, name from own_payees())));
create policy prepared on settlement_line for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

alter table settlement_unpaid enable row level security;
create policy reached on settlement_unpaid for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or exists (select from settlement_line line where line.programme = settlement_unpaid.programme
      and line.settlement = settlement_unpaid.settlement and line.place = settlement_unpaid.line)));
create policy prepared on settlement_unpaid for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

alter table settlement_change enable row level security;
create policy reached on settlement_change for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or settlement in (select approved_settlements())
      and (programme, payee) in (select programme, name from own_payees())));
create policy prepared on settlement_change for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

alter table settlement_left enable row level security;
create policy reached on settlement_left for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or settlement in (select approved_settlements())
      and (programme, payee) in (select programme, name from own_payees())));
create policy prepared on settlement_left for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

create trigger only_added before update or delete on settlement_whole
  for each row execute function refuse_change();
create trigger only_added before update or delete on settlement_line
  for each row execute function refuse_change();
create trigger only_added before update or delete on settlement_unpaid
  for each row execute function refuse_change();
create trigger only_added before update or delete on settlement_change
  for each row execute function refuse_change();
create trigger only_added before update or delete on settlement_left
  for each row execute function refuse_change();
