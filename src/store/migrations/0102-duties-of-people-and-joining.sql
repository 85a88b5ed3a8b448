-- What the second fence did not ask of duties so far (0088): who erases somebody, who decides upon a
-- provider, and to whom it is told whether a sum is left.

-- Whoever erases a participant: their reference is marked, their referrals go, their people are
-- parted from them, and what others call them is forgotten.
create policy by_duty_erased on participant as restrictive for update using (true)
  with check ((select has_duty('commissioner', 'administrator')));
create policy by_duty_erased on referral as restrictive for delete
  using ((select has_duty('commissioner', 'administrator')));
create policy by_duty_erased on person_of_participant as restrictive for delete
  using ((select has_duty('commissioner', 'administrator')));
create policy by_duty on person_of_participant as restrictive for insert
  with check ((select has_duty('case_worker', 'provider_staff')));

create or replace function forget_marks(asked_programme uuid, asked_participant uuid) returns void
  volatile security definer set search_path = outturn, pg_temp language sql
  begin atomic
    delete from outturn.participant_mark
    where programme = asked_programme and participant = asked_participant
    and (outturn.reach() = 'upkeep'
      or outturn.has_duty('commissioner', 'administrator')
        and programme in (select outturn.programmes_as('commissioner')));
  end;

-- Who is admitted, paused or sent nobody more, and what of it an applicant or a provider says itself.
create policy by_duty_applied on provider as restrictive for insert
  with check ((select has_duty('administrator')));
create policy by_duty_changed on provider as restrictive for update using (true)
  with check ((select has_duty('commissioner', 'provider_staff', 'administrator')));
create policy by_duty_decided on application as restrictive for update using (true)
  with check (case when state in ('admitted', 'refused') then (select has_duty('commissioner'))
    when state in ('applied', 'withdrawn') then (select has_duty('administrator'))
    else true end);

-- Whether so much is left was told to anybody of any programme, as often as they asked, so that the
-- sum itself could be found: it is told to those alone who send people to it.
alter function is_reserve_left(uuid, numeric, numeric, numeric, numeric)
  rename to reserve_is_left;
create function is_reserve_left(asked uuid, spend numeric, each_sets_aside numeric,
    wanted numeric, minor_units numeric) returns boolean
  stable security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  return (has_duty('case_worker', 'provider_staff')
      and asked in (select programmes_as('commissioner', 'provider', 'referrer')))
    and reserve_is_left(asked, spend, each_sets_aside, wanted, minor_units);
end $$;
revoke execute on function reserve_is_left(uuid, numeric, numeric, numeric, numeric) from public;

-- A page that is being written is read by no other duty in the comparison that was asked for of it.
create policy by_duty_written on page_comparison as restrictive for select
  using (text is null or (select has_duty('commissioner', 'publisher', 'auditor')));
create policy by_duty_asked on page_comparison as restrictive for insert
  with check ((select has_duty('commissioner', 'publisher')));
