-- A settlement is kept whole in the transaction that prepares it, and entries are booked in the one
-- that enters what they are for. Whoever may prepare adds nothing to what stands already: neither to
-- a settlement that waits to be decided, nor to the entries of one, nor to those of a payment.

-- The transaction that entered a row is the row's own (xmin). What is entered behind a savepoint has
-- another: settlements and payments are entered behind none.
create function settlement_is_new(asked_programme uuid, asked uuid) returns boolean
  stable security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  return exists (select from settlement where settlement.programme = asked_programme
    and settlement.id = asked and settlement.xmin = pg_current_xact_id()::xid);
end $$;

create or replace function settlement_is_there() returns trigger language plpgsql security definer
  set search_path = outturn, pg_temp as $$
begin
  if exists (select from (select distinct programme, settlement from added) each
    where not exists (select from settlement
      where settlement.programme = each.programme and settlement.id = each.settlement))
  then raise foreign_key_violation using message = 'rows of a settlement that is not there'; end if;
  if exists (select from settlement
    join (select distinct programme, settlement from added) each
      on settlement.programme = each.programme and settlement.id = each.settlement
    where settlement.state <> 'prepared')
  then raise exception 'nothing is added to a settlement that was decided'; end if;
  if exists (select from (select distinct programme, settlement from added) each
    where not settlement_is_new(each.programme, each.settlement))
  then raise exception 'nothing is added to a settlement that was prepared'; end if;
  return null;
end $$;

create function entry_is_new() returns trigger language plpgsql security definer
  set search_path = outturn, pg_temp as $$
begin
  if exists (select from (select distinct programme, settlement from added
      where settlement is not null) each
    where not settlement_is_new(each.programme, each.settlement))
  then raise exception 'entries of a settlement are booked when it is prepared'; end if;
  if exists (select from (select distinct programme, payment from added
      where payment is not null) each
    where not exists (select from payment where payment.programme = each.programme
      and payment.id = each.payment and payment.xmin = pg_current_xact_id()::xid))
  then raise exception 'entries of a payment are booked when it is recorded'; end if;
  return null;
end $$;
create trigger of_what_is_new after insert on entry referencing new table as added
  for each statement execute function entry_is_new();

create function posting_is_new() returns trigger language plpgsql security definer
  set search_path = outturn, pg_temp as $$
begin
  if exists (select from (select distinct programme, entry from added) each
    where not exists (select from entry where entry.programme = each.programme
      and entry.id = each.entry and entry.xmin = pg_current_xact_id()::xid))
  then raise exception 'postings are booked with their entry'; end if;
  return null;
end $$;
create trigger of_what_is_new after insert on posting referencing new table as added
  for each statement execute function posting_is_new();

-- Who prepares, decides or records is who acts, whatever name a program gives: otherwise one who has
-- both duties could prepare in another's name, and approve in their own.
create policy by_who_acts on settlement as restrictive for insert
  with check (prepared_by = (select acting()));
create policy by_who_acts_decided on settlement as restrictive for update using (true)
  with check (decided_by = (select acting()));
create policy by_who_acts on page_version as restrictive for insert
  with check (prepared_by = (select acting()));
create policy by_who_acts_decided on page_version as restrictive for update using (true)
  with check (decided_by = (select acting()));
create policy by_who_acts on payment as restrictive for insert
  with check (recorded_by = (select acting()));
create policy by_who_acts on settlement_request as restrictive for insert
  with check (account = (select acting()));
create policy by_who_acts on page_comparison as restrictive for insert
  with check (account = (select acting()));
