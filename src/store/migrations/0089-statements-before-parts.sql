-- Statements that were kept before each payer's part was kept with them (0067) say what each part
-- changed by and no more. What a payer is told to pay is worked out from that as it is now kept:
-- where money comes back to one payer while another pays, it is paid so much less, the commissioner
-- first. Its lines, and what they come to, are counted from the lines themselves.

create or replace function payer_statements(asked uuid) returns table (
    settlement uuid, number integer, as_at date, currency text, place integer, payee text,
    reference text, pay_by date, question_by date, payer text, lines integer, owed text, now text,
    pays text, confirmed_units bigint)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select settled.id, settled.number, settled.as_at, settled.currency, stated.place, stated.payee,
      stated.reference, stated.pay_by, stated.question_by, part.payer,
      coalesce(part.lines, counted.lines, 0), coalesce(part.owed, counted.owed, '0'), part.now,
      coalesce(part.pays, told.pays),
      coalesce((select sum(amount_units) from outturn.payment paid
        where paid.programme = asked and paid.settlement = settled.id
        and paid.payee = stated.payee and paid.payer = part.payer), 0)::bigint
    from outturn.own_payers() own
    join outturn.settlement settled on settled.programme = own.programme
    join outturn.statement stated on stated.programme = settled.programme
      and stated.settlement = settled.id
    cross join lateral json_to_recordset(stated.payers)
      as part(payer text, lines integer, owed text, now text, pays text)
    left join lateral (
      select count(*)::integer as lines, sum(share.amount::numeric)::text as owed
      from outturn.settlement_line line
      cross join lateral json_to_recordset(line.payers) as share(payer text, amount text)
      where line.programme = settled.programme and line.settlement = settled.id
        and line.payee = stated.payee and share.payer = part.payer
    ) counted on part.pays is null
    left join lateral (
      select (greatest(0, least(each.units, each.before + each.units - each.back))
          + 0 * each.units)::text as pays
      from (
        select whose.payer, whose.now::numeric as units,
          coalesce(sum(whose.now::numeric) filter (where whose.now::numeric > 0) over (
            order by whose.payer is distinct from buyer.name, whose.nth
            rows between unbounded preceding and 1 preceding), 0) as before,
          coalesce(-sum(whose.now::numeric) filter (where whose.now::numeric < 0) over (), 0)
            as back
        from rows from (json_to_recordset(stated.payers) as (payer text, now text))
          with ordinality as whose(payer, now, nth)
        left join (select party.name from outturn.party where party.programme = asked
          and party.part = 'commissioner' and party.left_at is null limit 1) buyer on true
      ) each where each.payer = part.payer
    ) told on part.pays is null
    where own.programme = asked and part.payer = own.name and settled.state = 'approved';
  end;
