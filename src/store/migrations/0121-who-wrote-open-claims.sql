-- Nobody verifies what they wrote, nor is it listed to them or counted for them: where claims are drawn
-- to be checked, a list with their own in it would tell them which. With what arrivals a claim and
-- all that it replaced came in stands beside it; who sent those stands there.
alter table open_claim add column arrivals uuid[] not null default '{}';
comment on column open_claim.arrivals is 'private: with what it came in, and all that it replaced';

create function arrivals_of_chain(asked_programme uuid, asked_fact uuid) returns uuid[]
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    with recursive link as (
      select fact.arrival, fact.replaces from outturn.fact
      where fact.programme = asked_programme and fact.id = asked_fact
      union
      select earlier.arrival, earlier.replaces
      from link cross join lateral (
        select fact.arrival, fact.replaces from outturn.fact
        where fact.programme = asked_programme and fact.id = link.replaces limit 1
      ) earlier)
    select array_agg(distinct link.arrival) from link;
  end;
revoke all on function arrivals_of_chain(uuid, uuid) from public;

create or replace function note_open_claim() returns trigger
  security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  insert into open_claim (programme, number, fact, state, provider, arrivals)
    select new.programme, new.number, new.id, new.state, new.provider,
      case when new.replaces is null then array[new.arrival]
        else arrivals_of_chain(new.programme, new.id) end
    where not exists (select from fact later
      where later.programme = new.programme and later.replaces = new.id);
  return null;
end $$;

update open_claim set arrivals = arrivals_of_chain(programme, fact);
alter table open_claim alter column arrivals drop default;
