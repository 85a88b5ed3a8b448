-- How many facts wait, so many at most. They are walked in the order in which they came in, and each
-- is asked whether it was replaced, whatever the planner thinks of it: it takes few of many to be
-- all of them, and sorts them, or reads every replacement of the programme.

create function count_claims(asked uuid, states text[], most integer) returns bigint
  stable language plpgsql set search_path = outturn, pg_temp
  set enable_sort = off set enable_bitmapscan = off set enable_seqscan = off
  set enable_mergejoin = off set enable_hashjoin = off as $$
begin
  return (select count(*) from (
    select from fact where programme = asked and state in ('claimed', 'waiting')
      and state = any(states) and not exists (select from fact later
        where later.programme = fact.programme and later.replaces = fact.id)
    order by number limit most) as waiting);
end $$;
