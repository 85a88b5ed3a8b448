-- What is left counts whoever came since the last settlement, and not those alone who were referred:
-- a provider says itself of somebody that they came to it, or a file tells of many. What a fact says
-- is sealed; so each participant who is not erased, who became known since then, whom nobody
-- referred and of whom a fact names a provider, counts as one attachment. No more of them are looked
-- at than would use up all of it.

create or replace function is_reserve_left(asked uuid, spend numeric, each_sets_aside numeric,
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
    ), referred as (
      select count(*) as count from outturn.referral left join last on true
      where referral.programme = asked and (referral.state = 'made'
        or (referral.state = 'attached'
          and (last.known_at is null or referral.changed_at::date > last.known_at)))
    ), came as (
      select count(*) as count from (
        select from outturn.participant left join last on true
        where participant.programme = asked and participant.erased_at is null
          and (last.known_at is null or participant.entered_at::date > last.known_at)
          and not exists (select from outturn.referral
            where referral.programme = asked and referral.participant = participant.id)
          and exists (select from outturn.fact
            where fact.programme = asked and fact.participant = participant.id
            and fact.provider is not null)
        limit (select greatest(0, ceil(coalesce((select units from last), spend)
          / nullif(each_sets_aside, 0)))::bigint)) as each
    )
    select coalesce((select units from last), spend)
      - each_sets_aside * (referred.count + came.count) >= wanted
    from referred, came;
  end;
