-- Lines and changes of a settlement are added by the million, and what is looked up or written for
-- each of them beside itself took most of the time.

-- That their settlement is there is asked once for all rows that are added together, and no more for
-- each of them. A settlement never goes and never takes another name (decided_once), so nothing is
-- to be asked of it later.
create function settlement_is_there() returns trigger language plpgsql security definer
  set search_path = outturn, pg_temp as $$
begin
  if exists (select from (select distinct programme, settlement from added) each
    where not exists (select from settlement
      where settlement.programme = each.programme and settlement.id = each.settlement))
  then raise foreign_key_violation using message = 'rows of a settlement that is not there'; end if;
  return null;
end $$;

alter table settlement_line drop constraint settlement_line_programme_settlement_fkey;
create trigger of_a_settlement after insert on settlement_line referencing new table as added
  for each statement execute function settlement_is_there();

alter table settlement_change drop constraint settlement_change_programme_settlement_fkey;
create trigger of_a_settlement after insert on settlement_change referencing new table as added
  for each statement execute function settlement_is_there();

-- A settlement's own id leads what its rows are found by: its programme follows from it. Lines of a
-- participant are asked for only of those erased, once a settlement, and found by going through it.
drop index settlement_line_by_name;
create unique index settlement_line_by_name on settlement_line (settlement, md5(line));
drop index settlement_line_of_payee;
create index settlement_line_of_payee on settlement_line (settlement, payee, place);
drop index settlement_line_of_participant;
drop index settlement_change_of_payee;
create index settlement_change_of_payee on settlement_change (settlement, payee, place);
