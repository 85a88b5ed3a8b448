-- Statements, the ledger, payments as the bank tells them, and disputes.

create table statement (
  programme uuid not null,
  settlement uuid not null,
  place integer not null check (place > 0),
  payee text not null,
  reference text not null,
  lines integer not null,
  owed_units bigint not null,
  due_units bigint,
  paid_units bigint,
  payers json not null,
  pay_by date,
  question_by date,
  primary key (programme, settlement, payee),
  foreign key (programme, settlement) references settlement (programme, id),
  check ((due_units is null) = (paid_units is null)),
  check (paid_units >= 0)
);
create unique index statement_by_reference on statement (programme, reference);
comment on table statement is 'A settlement as one payee receives it.';
comment on column statement.programme is 'private: of which';
comment on column statement.settlement is 'private: of which settlement';
comment on column statement.place is 'private: its place among the statements';
comment on column statement.payee is 'private: who is paid';
comment on column statement.reference is 'private: what the bank is told: neutral, at most 18 letters, digits and hyphens';
comment on column statement.lines is 'private: how many lines it has';
comment on column statement.owed_units is 'private: owed to date, in whole smallest units';
comment on column statement.due_units is 'private: what its lines changed by; none where nothing moved';
comment on column statement.paid_units is 'private: what is paid on it; none where nothing moved';
comment on column statement.payers is 'private: how much of it each payer pays';
comment on column statement.pay_by is 'private: the last day on which it is paid in time';
comment on column statement.question_by is 'private: the last day on which it may be questioned';

create table statement_item (
  programme uuid not null,
  settlement uuid not null,
  payee text not null,
  place integer not null check (place > 0),
  what text not null,
  line text not null,
  amount_units bigint not null check (amount_units > 0),
  clause text,
  primary key (programme, settlement, payee, place),
  foreign key (programme, settlement, payee) references statement
);
comment on table statement_item is 'What stands between what is due on a statement and what is paid.';
comment on column statement_item.programme is 'private: of which';
comment on column statement_item.settlement is 'private: of which settlement';
comment on column statement_item.payee is 'private: of whose statement';
comment on column statement_item.place is 'private: its place, from 1';
comment on column statement_item.what is 'private: held, released, on account, recoverable, recovered, written off …';
comment on column statement_item.line is 'private: the identity of the line';
comment on column statement_item.amount_units is 'private: how much, in whole smallest units';
comment on column statement_item.clause is 'private: the clause that says so';

create table payment (
  programme uuid not null references programme,
  id uuid not null,
  payer text not null,
  payee text not null,
  bank_reference text not null check (length(bank_reference) between 1 and 140),
  statement_reference text not null,
  amount_units bigint not null check (amount_units <> 0),
  currency text not null,
  day date not null,
  settlement uuid,
  recorded_by uuid not null references account,
  recorded_at timestamptz(3) not null,
  primary key (programme, id),
  foreign key (programme, settlement, payee) references statement
);
create unique index payment_by_bank_reference on payment (programme, payer, bank_reference);
create index payment_of_statement on payment (programme, settlement, payee);
comment on table payment is 'What a payer''s bank or ledger says was paid.';
comment on column payment.programme is 'private: of which';
comment on column payment.id is 'private: random';
comment on column payment.payer is 'private: whose bank says so';
comment on column payment.payee is 'private: who was paid; as the bank names them where no statement is matched';
comment on column payment.bank_reference is 'private: the bank''s own, so that nothing is recorded twice';
comment on column payment.statement_reference is 'private: ours, as the bank had it';
comment on column payment.amount_units is 'private: how much, in whole smallest units; less than nothing where it came back';
comment on column payment.currency is 'private: by its code';
comment on column payment.day is 'private: the day on which it was paid';
comment on column payment.settlement is 'private: of the statement that it pays; none where it is matched with none';
comment on column payment.recorded_by is 'private: who recorded it';
comment on column payment.recorded_at is 'private: when';

create table entry (
  programme uuid not null references programme,
  id uuid not null,
  settlement uuid,
  payment uuid,
  place integer not null check (place > 0),
  day date not null,
  description text not null,
  primary key (programme, id),
  foreign key (programme, settlement) references settlement (programme, id),
  foreign key (programme, payment) references payment (programme, id),
  check ((settlement is null) <> (payment is null)),
  unique nulls not distinct (programme, settlement, payment, place)
);
comment on table entry is 'One balanced set of postings. Those of a settlement stand in the ledger once it is approved.';
comment on column entry.programme is 'private: of which';
comment on column entry.id is 'private: random';
comment on column entry.settlement is 'private: of which settlement';
comment on column entry.payment is 'private: or of which payment';
comment on column entry.place is 'private: its place among those, from 1';
comment on column entry.day is 'private: the day on which it is booked';
comment on column entry.description is 'private: clause, provider and payer; no participant';

create table posting (
  programme uuid not null,
  entry uuid not null,
  place integer not null check (place > 0),
  account text[] not null check (cardinality(account) > 0),
  amount_units bigint not null,
  primary key (programme, entry, place),
  foreign key (programme, entry) references entry (programme, id)
);
comment on table posting is 'One account and one amount.';
comment on column posting.programme is 'private: of which';
comment on column posting.entry is 'private: of which entry';
comment on column posting.place is 'private: its place, from 1';
comment on column posting.account is 'private: what it is for, then whose: {owed, Bright Futures}';
comment on column posting.amount_units is 'private: above nothing debits it, below credits it, in whole smallest units';

-- Debits equal credits when the transaction ends, whatever wrote them.
create function check_balanced() returns trigger
  security definer set search_path = outturn, pg_temp language plpgsql as $$
declare
  asked uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  total numeric;
  postings bigint;
begin
  select coalesce(sum(amount_units), 0), count(*) into total, postings
    from posting where programme = new.programme and posting.entry = asked;
  if total <> 0 or postings < 2 then
    raise exception 'the debits of an entry equal its credits'; end if;
  return null;
end $$;
create constraint trigger balanced after insert on entry
  deferrable initially deferred for each row execute function check_balanced('id');
create constraint trigger balanced after insert on posting
  deferrable initially deferred for each row execute function check_balanced('entry');

create table dispute (
  programme uuid not null,
  id uuid not null,
  settlement uuid not null,
  payee text not null,
  line text not null,
  participant uuid,
  provider text not null,
  outcome text not null,
  reason text not null,
  arrival uuid not null,
  opened_by uuid not null references account,
  opened_at timestamptz(3) not null,
  primary key (programme, id),
  foreign key (programme, settlement, payee) references statement
);
create index dispute_of_statement on dispute (programme, settlement, payee);
comment on table dispute is 'A line of a statement that its payee questions. What it says stands as a fact.';
comment on column dispute.programme is 'private: of which';
comment on column dispute.id is 'private: random';
comment on column dispute.settlement is 'private: of which settlement';
comment on column dispute.payee is 'private: who questions it';
comment on column dispute.line is 'private: the identity of the line';
comment on column dispute.participant is 'private: whose';
comment on column dispute.provider is 'private: whose outcome';
comment on column dispute.outcome is 'private: which outcome';
comment on column dispute.reason is 'private: why, as a code';
comment on column dispute.arrival is 'private: with which the fact came in by which it is held';
comment on column dispute.opened_by is 'private: who questions it';
comment on column dispute.opened_at is 'private: when';

create table dispute_step (
  programme uuid not null,
  dispute uuid not null,
  place integer not null check (place > 0),
  step text not null check (step in ('answered', 'released')),
  answer text,
  arrival uuid,
  taken_by uuid not null references account,
  taken_at timestamptz(3) not null,
  primary key (programme, dispute, place),
  foreign key (programme, dispute) references dispute (programme, id),
  check ((step = 'answered') = (answer is not null)),
  check ((step = 'released') = (arrival is not null))
);
create unique index dispute_released on dispute_step (programme, dispute) where step = 'released';
comment on table dispute_step is 'How a dispute went on: answered, released.';
comment on column dispute_step.programme is 'private: of which';
comment on column dispute_step.dispute is 'private: of which dispute';
comment on column dispute_step.place is 'private: its place, from 1';
comment on column dispute_step.step is 'private: answered or released';
comment on column dispute_step.answer is 'private: what was answered, as a code';
comment on column dispute_step.arrival is 'private: with which the fact came in that ends it';
comment on column dispute_step.taken_by is 'private: who';
comment on column dispute_step.taken_at is 'private: when';

alter table statement enable row level security;
create policy reached on statement for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or settlement in (select approved_settlements())
      and (programme in (select programmes_as('payer'))
        or (programme, payee) in (select programme, name from own_payees()))));
create policy prepared on statement for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

alter table statement_item enable row level security;
create policy reached on statement_item for select using (
  (select reach() = 'upkeep') or (select sees_money()) and exists (
    select from statement where statement.programme = statement_item.programme
    and statement.settlement = statement_item.settlement
    and statement.payee = statement_item.payee));
create policy prepared on statement_item for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner')));

alter table payment enable row level security;
create policy reached on payment for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor', 'payer'))
    or settlement is not null
      and (programme, payee) in (select programme, name from own_payees())));
create policy recorded on payment for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner', 'payer')));

alter table entry enable row level security;
create policy reached on entry for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner', 'auditor')));
create policy booked on entry for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner', 'payer')));

alter table posting enable row level security;
create policy reached on posting for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner', 'auditor')));
create policy booked on posting for insert with check (
  (select sees_money()) and programme in (select programmes_as('commissioner', 'payer')));

alter table dispute enable row level security;
create policy reached on dispute for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or (programme, payee) in (select programme, name from own_payees())));
create policy opened on dispute for insert with check (
  (select sees_money()) and (programme, payee) in (select programme, name from own_payees()));

alter table dispute_step enable row level security;
create policy reached on dispute_step for select using (
  (select reach() = 'upkeep') or (select sees_money()) and exists (
    select from dispute where dispute.programme = dispute_step.programme
    and dispute.id = dispute_step.dispute));
create policy taken on dispute_step for insert with check (
  (select sees_money()) and exists (
    select from dispute where dispute.programme = dispute_step.programme
    and dispute.id = dispute_step.dispute));

create trigger only_added before update or delete on statement
  for each row execute function refuse_change();
create trigger only_added before update or delete on statement_item
  for each row execute function refuse_change();
create trigger only_added before update or delete on payment
  for each row execute function refuse_change();
create trigger only_added before update or delete on entry
  for each row execute function refuse_change();
create trigger only_added before update or delete on posting
  for each row execute function refuse_change();
create trigger only_added before update or delete on dispute
  for each row execute function refuse_change();
create trigger only_added before update or delete on dispute_step
  for each row execute function refuse_change();
