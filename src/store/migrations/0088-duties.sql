-- The second fence knows duties. What somebody may do in the organisation that they act for is read
-- from the duties that are kept, and not from what the program says of it: a query whose action had
-- forgotten to ask finds no amount of money and no name, and writes nothing that is not theirs.

-- They are read once a transaction, and lie beside what else it says of who acts (0001):
--
--   outturn.duties   those of who acts where they act; empty until they are asked for
create function take_duties() returns text[]
  stable security definer set search_path = outturn, pg_temp language plpgsql as $$
declare
  held text[] := array(select duty.duty from duty
    where duty.organisation = here() and duty.account = acting());
begin
  perform set_config('outturn.duties', held::text, true);
  return held;
end $$;

create function duties_here() returns text[] stable language sql
  return coalesce(nullif(current_setting('outturn.duties', true), '')::text[],
    outturn.take_duties());

-- Whether who acts has one of these duties where they act. The service itself is bound by none.
create function has_duty(variadic wanted text[]) returns boolean stable language sql
  return outturn.reach() = 'upkeep' or outturn.duties_here() && wanted;

-- Whoever works with people sees no amount, whatever else they do. What the program says of that
-- (outturn.money) is asked no longer.
create or replace function sees_money() returns boolean stable language sql
  return outturn.reach() = 'upkeep' or (outturn.duties_here() && array['commissioner', 'publisher',
    'finance_preparer', 'finance_approver', 'provider_finance', 'auditor']
    and not outturn.duties_here() && array['case_worker']);

-- Duties are given and taken by administrators. Whoever enters comes by what signs in; whoever
-- leaves gives up their own.
create policy by_duty on duty as restrictive for insert
  with check (looks_up() or (select has_duty('administrator')));
create policy by_duty_changed on duty as restrictive for update
  using (looks_up() or (select has_duty('administrator')));
create policy by_duty_taken on duty as restrictive for delete
  using (looks_up() or account = acting() or (select has_duty('administrator')));
create policy by_duty on membership as restrictive for insert
  with check (looks_up() or (select has_duty('administrator')));
create policy by_duty_changed on membership as restrictive for update
  using (looks_up() or account = acting() or (select has_duty('administrator')));
create policy by_duty on invitation as restrictive for insert
  with check (looks_up() or (select has_duty('administrator')));
create policy by_duty_changed on invitation as restrictive for update
  using (looks_up() or invited_by = acting() or (select has_duty('administrator')));

-- Prices that are not published yet, and what is answered to conditions that name sums.
create policy by_duty on page_draft as restrictive
  using ((select has_duty('commissioner', 'publisher', 'auditor')))
  with check ((select has_duty('commissioner')));
create policy by_duty on page_draft_earlier as restrictive
  using ((select has_duty('commissioner', 'publisher', 'auditor')))
  with check ((select has_duty('commissioner')));
create policy by_duty on page_version as restrictive for select
  using (state = 'published' or (select sees_money()));
create policy by_duty on application as restrictive
  using ((select has_duty('commissioner', 'auditor', 'provider_staff', 'provider_finance',
    'administrator')));
create policy by_duty on handed_in as restrictive
  using ((select has_duty('commissioner', 'auditor', 'provider_staff', 'provider_finance',
    'administrator')));
create policy by_duty on discount_proposal as restrictive
  using ((select has_duty('commissioner', 'provider_finance', 'administrator',
    'finance_preparer', 'auditor')));

-- A page is put forward by one duty and decided upon by another, which has a limit.
create function may_publish(worth bigint, worth_currency text) returns boolean
  stable security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  return reach() = 'upkeep' or exists (select from duty
    where duty.organisation = here() and duty.account = acting() and duty.duty = 'publisher'
      and (limit_units is null or (limit_currency = worth_currency and worth <= limit_units)));
end $$;
create policy by_duty_prepared on page_version as restrictive for insert
  with check ((select has_duty('commissioner')));
create policy by_duty_decided on page_version as restrictive for update using (true)
  with check (case state
    when 'published' then may_publish(worth_units, currency)
    when 'refused' then (select has_duty('publisher'))
    else (select has_duty('commissioner')) end);
create policy by_duty on programme as restrictive for insert
  with check ((select has_duty('commissioner')));
create policy by_duty_changed on programme as restrictive for update
  using ((select has_duty('commissioner', 'publisher')));
create policy by_duty on party as restrictive for insert
  with check ((select has_duty('commissioner', 'publisher')));
create policy by_duty_changed on party as restrictive for update
  using ((select has_duty('commissioner', 'publisher')));
create policy by_duty on signature as restrictive for insert
  with check ((select has_duty('commissioner', 'administrator')));

-- A settlement is prepared by one duty, and approved or refused by another.
create policy by_duty_prepared on settlement as restrictive for insert
  with check ((select has_duty('finance_preparer')));
create policy by_duty_decided on settlement as restrictive for update using (true)
  with check (case when state in ('approved', 'refused') then (select has_duty('finance_approver'))
    else (select has_duty('finance_preparer')) end);
do $$
declare of_settlement text;
begin
  foreach of_settlement in array array['settlement_whole', 'settlement_line', 'settlement_unpaid',
    'settlement_change', 'settlement_left', 'settlement_sum', 'settlement_cause',
    'settlement_request', 'statement', 'statement_item'] loop
    execute format('create policy by_duty_prepared on %I as restrictive for insert
      with check ((select has_duty(''finance_preparer'')))', of_settlement);
  end loop;
end $$;
create policy by_duty_recorded on payment as restrictive for insert
  with check ((select has_duty('finance_preparer', 'finance_approver')));
create policy by_duty_booked on entry as restrictive for insert
  with check ((select has_duty('finance_preparer', 'finance_approver')));
create policy by_duty_booked on posting as restrictive for insert
  with check ((select has_duty('finance_preparer', 'finance_approver')));
create policy by_duty_opened on dispute as restrictive for insert
  with check ((select has_duty('provider_finance')));
create policy by_duty on published_period as restrictive for insert
  with check ((select has_duty('commissioner')));
create policy by_duty on published_figure as restrictive for insert
  with check ((select has_duty('commissioner')));

-- What somebody else sent is replaced by a verifier's finding, or by a draw of what is checked.
create function was_sent_elsewhere(asked_programme uuid, asked uuid) returns boolean
  stable security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  return exists (select from fact where fact.programme = asked_programme and fact.id = asked
    and fact.sender is distinct from here());
end $$;
create policy by_duty on fact as restrictive for insert with check (
  replaces is null or (select has_duty('verifier'))
  or (state not in ('verified', 'rejected') and (select has_duty('commissioner')))
  or not was_sent_elsewhere(programme, replaces));
create policy by_duty on draw as restrictive for insert
  with check ((select has_duty('commissioner')));
create policy by_duty on evidence_asked as restrictive for insert
  with check ((select has_duty('verifier')));

-- Names and contacts are shown to whoever works with people, and changed by them. Whoever erases a
-- participant has its people forgotten, and reads none of them: also not whether somebody else
-- still knows them, which keeps them.
create policy by_duty on person as restrictive
  using ((select has_duty('case_worker', 'provider_staff')));
create policy by_duty on referral as restrictive for insert
  with check ((select has_duty('case_worker', 'provider_staff')));
create policy by_duty_changed on referral as restrictive for update
  using ((select has_duty('case_worker', 'provider_staff')));
create policy by_duty on choice as restrictive for insert
  with check ((select has_duty('case_worker', 'provider_staff')));
create policy by_duty on protection as restrictive for insert
  with check ((select has_duty('case_worker', 'provider_staff')));
create policy by_duty on look as restrictive for insert
  with check ((select has_duty('case_worker', 'provider_staff')));
create policy by_duty_read on look as restrictive for select
  using ((select has_duty('administrator', 'auditor')));

create function forget_people(asked_programme uuid, asked_participant uuid, moment timestamptz)
  returns setof uuid
  volatile security definer set search_path = outturn, pg_temp language sql
  begin atomic
    update outturn.person set sealed = null, erased_at = moment
    where erased_at is null
      and (outturn.reach() = 'upkeep' or outturn.has_duty('commissioner', 'administrator')
        and asked_programme in (select outturn.programmes_as('commissioner')))
      and id in (select mine.person from outturn.person_of_participant mine
        where mine.programme = asked_programme and mine.participant = asked_participant)
      and not exists (select from outturn.person_of_participant other
        where other.person = person.id
        and (other.programme, other.participant) <> (asked_programme, asked_participant))
    returning id;
  end;
