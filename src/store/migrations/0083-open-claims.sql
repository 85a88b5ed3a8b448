-- Claims that stand are found without passing those over that were decided long ago: they have a
-- table of their own, which follows from the facts and is kept by the database itself. What is
-- verified when it comes in costs nothing for it.

create table open_claim (
  programme uuid not null,
  number bigint not null,
  fact uuid not null,
  state text not null,
  primary key (programme, number)
);
comment on table open_claim is 'Facts that are claimed or wait to be verified, and that no other has replaced: all of it follows from the facts.';
comment on column open_claim.programme is 'private: in which';
comment on column open_claim.number is 'private: the order in which it came in';
comment on column open_claim.fact is 'private: which fact';
comment on column open_claim.state is 'private: claimed or waiting';

-- Nobody but the database writes here: there is no policy for it.
alter table open_claim enable row level security;
create policy reached on open_claim for select using (
  (select reach() = 'upkeep')
  or programme in (select programmes_as('commissioner', 'verifier', 'auditor')));

-- What replaces a claim may come in with it, and stand before it.
create function note_open_claim() returns trigger
  security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  insert into open_claim (programme, number, fact, state)
    select new.programme, new.number, new.id, new.state
    where not exists (select from fact later
      where later.programme = new.programme and later.replaces = new.id);
  return null;
end $$;
create trigger claim_opened after insert on fact
  for each row when (new.state in ('claimed', 'waiting')) execute function note_open_claim();

create function drop_closed_claim() returns trigger
  security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  delete from open_claim where programme = new.programme and number = (
    select fact.number from fact where fact.programme = new.programme and fact.id = new.replaces);
  return null;
end $$;
create trigger claim_closed after insert on fact
  for each row when (new.replaces is not null) execute function drop_closed_claim();

insert into open_claim (programme, number, fact, state)
  select programme, number, id, state from fact
  where state in ('claimed', 'waiting') and not exists (select from fact later
    where later.programme = fact.programme and later.replaces = fact.id);

drop index fact_waiting;
drop function count_claims(uuid, text[], integer);
