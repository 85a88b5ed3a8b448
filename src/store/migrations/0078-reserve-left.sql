-- Whether money is left for one more attachment is asked by whoever refers, who may see no amounts:
-- they are told yes or no. What is left is what the last approved settlement left, less what each
-- referral since then may set aside, and less those on whom nobody has been attached yet.

create function is_reserve_left(asked uuid, spend numeric, each_sets_aside numeric,
    wanted numeric, minor_units numeric) returns boolean
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    with last as (
      select (whole.summary -> 'reserved' ->> 'left')::numeric * minor_units as units,
        settlement.known_at
      from outturn.settlement
      join outturn.settlement_whole whole
        on whole.programme = settlement.programme and whole.settlement = settlement.id
      where settlement.programme = asked and settlement.state = 'approved'
        and whole.summary -> 'reserved' ->> 'left' is not null
      order by settlement.number desc limit 1
    )
    select coalesce((select units from last), spend) - each_sets_aside * count(*) >= wanted
    from outturn.referral left join last on true
    where referral.programme = asked and (referral.state = 'made'
      or (referral.state = 'attached'
        and (last.known_at is null or referral.changed_at::date > last.known_at)));
  end;
