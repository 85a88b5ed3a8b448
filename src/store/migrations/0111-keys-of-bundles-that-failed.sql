-- Of one that failed a part may lie there: its key is among those that an erasure takes along.

create or replace function bundle_keys(asked_programme uuid) returns table (key uuid)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select id from outturn.settlement_bundle
    where programme = asked_programme and state <> 'gone'
    and (outturn.reach() = 'upkeep'
      or outturn.has_duty('commissioner', 'administrator')
        and programme in (select outturn.programmes_as('commissioner')));
  end;
