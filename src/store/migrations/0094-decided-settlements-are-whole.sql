-- A settlement is kept whole by whoever prepares it. Once it is decided, nothing is added to what
-- was looked at: no line, no reason, no statement to a payee.

create or replace function settlement_is_there() returns trigger language plpgsql security definer
  set search_path = outturn, pg_temp as $$
begin
  if exists (select from (select distinct programme, settlement from added) each
    where not exists (select from settlement
      where settlement.programme = each.programme and settlement.id = each.settlement))
  then raise foreign_key_violation using message = 'rows of a settlement that is not there'; end if;
  if exists (select from settlement
    join (select distinct programme, settlement from added) each
      on settlement.programme = each.programme and settlement.id = each.settlement
    where settlement.state <> 'prepared')
  then raise exception 'nothing is added to a settlement that was decided'; end if;
  return null;
end $$;

do $$
declare of_settlement text;
begin
  foreach of_settlement in array array['settlement_whole', 'settlement_unpaid', 'settlement_left',
    'settlement_sum', 'settlement_cause', 'statement', 'statement_item'] loop
    execute format('create trigger of_a_settlement after insert on %I referencing new table as added
      for each statement execute function settlement_is_there()', of_settlement);
  end loop;
end $$;
