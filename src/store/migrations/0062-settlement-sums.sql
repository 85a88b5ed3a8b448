-- What the lines and the changes of a settlement come to is kept with it, so that showing it does
-- not add them up again. By payee, as each may see its own alone. Settlements that were kept before
-- have none: theirs are added up when they are shown.
create table settlement_sum (
  programme uuid not null,
  settlement uuid not null,
  payee text not null,
  provider text not null,
  outcome text not null,
  month text not null,
  lines integer not null check (lines > 0),
  gross_units bigint not null,
  amount_units bigint not null,
  primary key (programme, settlement, payee, provider, outcome, month),
  foreign key (programme, settlement) references settlement (programme, id)
);
comment on table settlement_sum is 'What lines of one payee, provider, outcome and month come to.';
comment on column settlement_sum.programme is 'private: of which';
comment on column settlement_sum.settlement is 'private: of which settlement';
comment on column settlement_sum.payee is 'private: who is paid';
comment on column settlement_sum.provider is 'private: whose outcomes';
comment on column settlement_sum.outcome is 'private: which outcome';
comment on column settlement_sum.month is 'private: of the lines'' days, as 2026-03';
comment on column settlement_sum.lines is 'private: how many lines';
comment on column settlement_sum.gross_units is 'private: before what is not paid, in whole smallest units';
comment on column settlement_sum.amount_units is 'private: what is owed';

create table settlement_cause (
  programme uuid not null,
  settlement uuid not null,
  payee text not null,
  cause text not null,
  changes integer not null check (changes > 0),
  taken_back_units bigint not null,
  paid_units bigint not null,
  primary key (programme, settlement, payee, cause),
  foreign key (programme, settlement) references settlement (programme, id)
);
comment on table settlement_cause is 'What the changes of one payee come to that one sort of cause made.';
comment on column settlement_cause.programme is 'private: of which';
comment on column settlement_cause.settlement is 'private: of which settlement';
comment on column settlement_cause.payee is 'private: who is paid';
comment on column settlement_cause.cause is 'private: facts, line, day, version, engine, facts given, or first';
comment on column settlement_cause.changes is 'private: how many changes';
comment on column settlement_cause.taken_back_units is 'private: what was settled, taken back whole, in whole smallest units';
comment on column settlement_cause.paid_units is 'private: what is owed for it now';

alter table settlement_sum enable row level security;
create policy reached on settlement_sum for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or settlement in (select approved_settlements())
      and (programme, payee) in (select programme, name from own_payees())));
create policy prepared on settlement_sum for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

alter table settlement_cause enable row level security;
create policy reached on settlement_cause for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or settlement in (select approved_settlements())
      and (programme, payee) in (select programme, name from own_payees())));
create policy prepared on settlement_cause for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

create trigger only_added before update or delete on settlement_sum
  for each row execute function refuse_change();
create trigger only_added before update or delete on settlement_cause
  for each row execute function refuse_change();
