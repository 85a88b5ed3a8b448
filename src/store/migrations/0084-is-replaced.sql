-- Whether a fact has been replaced is asked of all facts, also of those that the sender does not
-- see: it is told that, and nothing else.

create function is_replaced(asked_programme uuid, asked uuid) returns boolean
  stable security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  return exists (select from fact
    where fact.programme = asked_programme and fact.replaces = asked);
end $$;
