-- What every other table stands on: who is asking, and what they reach.
--
-- Each transaction says on whose behalf it runs (open-store.ts sets these for the transaction
-- alone). Row-level security reads them, so that a query which forgets a condition finds nothing
-- of anybody else's. Without them nothing is reached.
--
--   outturn.reach         nobody, public, sign-in, organisation or upkeep
--   outturn.organisation  the organisation that is acted for
--   outturn.account       who acts
--   outturn.money         yes where the duties of who acts let amounts be seen

create function reach() returns text stable language sql
  return coalesce(nullif(current_setting('outturn.reach', true), ''), 'nobody');

create function here() returns uuid stable language sql
  return case when outturn.reach() = 'organisation'
    then nullif(current_setting('outturn.organisation', true), '')::uuid end;

create function acting() returns uuid stable language sql
  return nullif(current_setting('outturn.account', true), '')::uuid;

create function sees_money() returns boolean stable language sql
  return current_setting('outturn.money', true) = 'yes' or outturn.reach() = 'upkeep';

-- What has been written down stays: it is corrected by writing more.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name;
end $$;
