-- Whoever decides on a settlement makes its row one of their own transaction, and adds nothing to it
-- all the same: entries are booked while it is prepared.
create or replace function settlement_is_new(asked_programme uuid, asked uuid) returns boolean
  stable security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  return exists (select from settlement where settlement.programme = asked_programme
    and settlement.id = asked and settlement.state = 'prepared'
    and settlement.xmin = pg_current_xact_id()::xid);
end $$;
