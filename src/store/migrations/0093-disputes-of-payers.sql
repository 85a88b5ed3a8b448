-- Two disputes of one outcome and payee read alike to a payer: each says the day of its line and the
-- settlement that it was opened on.

drop function payer_disputes(uuid);
create function payer_disputes(asked uuid) returns table (
    id uuid, settlement uuid, number integer, as_at date, day date, payee text, outcome text,
    reason text, opened_at timestamptz, answer text, released_at timestamptz)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select disputed.id, disputed.settlement, settled.number, settled.as_at, line.day,
      disputed.payee, disputed.outcome, disputed.reason, disputed.opened_at,
      (select step.answer from outturn.dispute_step step where step.programme = disputed.programme
        and step.dispute = disputed.id and step.step = 'answered' order by step.place desc limit 1),
      (select step.taken_at from outturn.dispute_step step
        where step.programme = disputed.programme and step.dispute = disputed.id
        and step.step = 'released')
    from outturn.own_payers() own
    join outturn.dispute disputed on disputed.programme = own.programme
    join outturn.settlement settled on settled.programme = disputed.programme
      and settled.id = disputed.settlement
    join outturn.settlement_line line on line.programme = disputed.programme
      and line.settlement = disputed.settlement and md5(line.line) = md5(disputed.line)
      and line.line = disputed.line
    cross join lateral json_to_recordset(line.payers) as part(payer text)
    where own.programme = asked and part.payer = own.name;
  end;
