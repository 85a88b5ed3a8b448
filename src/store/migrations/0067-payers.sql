-- Who pays beside the commissioner sees what it owes itself: its own part of statements and of their
-- lines, its own payments, and the disputes of lines that it has a part in. Rows hold the parts of
-- others too, so that it reaches none of them: functions give out what is its own, and no more.

create function own_payers() returns table (programme uuid, name text)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select party.programme, party.name from outturn.party
    where party.organisation = outturn.here() and party.part = 'payer' and party.left_at is null
      and outturn.sees_money();
  end;

-- The approved statements of a programme with the part of whoever asks. What was owed and told to be
-- paid before the parts were kept with a statement is not said.
create function payer_statements(asked uuid) returns table (
    settlement uuid, number integer, as_at date, currency text, place integer, payee text,
    reference text, pay_by date, question_by date, payer text, lines integer, owed text, now text,
    pays text, confirmed_units bigint)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select settled.id, settled.number, settled.as_at, settled.currency, stated.place, stated.payee,
      stated.reference, stated.pay_by, stated.question_by, part.payer, coalesce(part.lines, 0),
      coalesce(part.owed, '0'), part.now, coalesce(part.pays, part.now),
      coalesce((select sum(amount_units) from outturn.payment paid
        where paid.programme = asked and paid.settlement = settled.id
        and paid.payee = stated.payee and paid.payer = part.payer), 0)::bigint
    from outturn.own_payers() own
    join outturn.settlement settled on settled.programme = own.programme
    join outturn.statement stated on stated.programme = settled.programme
      and stated.settlement = settled.id
    cross join lateral json_to_recordset(stated.payers)
      as part(payer text, lines integer, owed text, now text, pays text)
    where own.programme = asked and part.payer = own.name and settled.state = 'approved';
  end;

-- The lines of one statement in which whoever asks has a part, in their order.
create function payer_lines(asked uuid, of_settlement uuid, of_payee text) returns table (
    place integer, day date, payable_on date, clause text, outcome text, number text,
    group_name text, provider text, amount text)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select line.place, line.day, line.payable_on, line.clause, line.outcome, line.number,
      line.group_name, line.provider, part.amount
    from outturn.own_payers() own
    join outturn.settlement settled on settled.programme = own.programme
    join outturn.settlement_line line on line.programme = settled.programme
      and line.settlement = settled.id
    cross join lateral json_to_recordset(line.payers) as part(payer text, amount text)
    where own.programme = asked and settled.id = of_settlement and settled.state = 'approved'
      and line.payee = of_payee and part.payer = own.name;
  end;

-- The disputes of lines in which whoever asks has a part; not whose line it is.
create function payer_disputes(asked uuid) returns table (
    id uuid, settlement uuid, payee text, outcome text, reason text, opened_at timestamptz,
    answer text, released_at timestamptz)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select disputed.id, disputed.settlement, disputed.payee, disputed.outcome, disputed.reason,
      disputed.opened_at,
      (select step.answer from outturn.dispute_step step where step.programme = disputed.programme
        and step.dispute = disputed.id and step.step = 'answered' order by step.place desc limit 1),
      (select step.taken_at from outturn.dispute_step step
        where step.programme = disputed.programme and step.dispute = disputed.id
        and step.step = 'released')
    from outturn.own_payers() own
    join outturn.dispute disputed on disputed.programme = own.programme
    join outturn.settlement_line line on line.programme = disputed.programme
      and line.settlement = disputed.settlement and md5(line.line) = md5(disputed.line)
      and line.line = disputed.line
    cross join lateral json_to_recordset(line.payers) as part(payer text)
    where own.programme = asked and part.payer = own.name;
  end;

-- What is of all providers and payers together is the commissioner's and the auditor's.
drop policy reached on settlement_whole;
create policy reached on settlement_whole for select using (
  (select reach() = 'upkeep')
  or (select sees_money()) and programme in (select programmes_as('commissioner', 'auditor')));

drop policy reached on statement;
create policy reached on statement for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner', 'auditor'))
    or settlement in (select approved_settlements())
      and (programme, payee) in (select programme, name from own_payees())));

-- A payment that no statement of the programme is for is none of its business: a bank's whole file
-- names those of others too. None is kept from now on, and of those kept before only the
-- organisation that recorded them for the programme sees anything.
alter table payment add constraint payment_of_a_statement check (settlement is not null) not valid;
drop policy reached on payment;
create policy reached on payment for select using (
  (select reach() = 'upkeep') or (select sees_money()) and (
    programme in (select programmes_as('commissioner'))
    or settlement is not null and (
      programme in (select programmes_as('auditor'))
      or (programme, payer) in (select programme, name from own_payers())
      or (programme, payee) in (select programme, name from own_payees()))));
drop policy recorded on payment;
create policy recorded on payment for insert with check (
  (select sees_money()) and (
    programme in (select programmes_as('commissioner'))
    or (programme, payer) in (select programme, name from own_payers())));

create index payment_in_order on payment (programme, day, recorded_at, id);
create index dispute_in_order on dispute (programme, opened_at, id);

-- A settlement that was asked for and broke off time after time has failed, and says so.
alter table settlement_request add column attempts integer not null default 0
  check (attempts >= 0);
comment on column settlement_request.attempts is 'private: how often its work was begun';
alter table settlement_request drop constraint settlement_request_state_check;
alter table settlement_request add constraint settlement_request_state_check
  check (state in ('waiting', 'done', 'refused', 'failed'));
alter table settlement_request drop constraint settlement_request_check1;
alter table settlement_request add constraint settlement_request_check1
  check ((state in ('refused', 'failed')) = (problems is not null));
comment on column settlement_request.state is 'private: waiting, done, refused, or failed where its work broke off too often';
create index settlement_request_open on settlement_request (programme, asked_at)
  where state in ('waiting', 'failed');
