-- Marks without a loose form are given one when their reference is sent again. Two files that name the
-- same people in another order waited for each other's: those that somebody else has at that moment
-- are now passed over. The other gives them the same form, or whoever sends them next.
create or replace function loosen_marks(asked_programme uuid, asked_organisation uuid,
    marks bytea[], looses bytea[]) returns void
  volatile security definer set search_path = outturn, pg_temp language sql
  begin atomic
    with free as (
      select participant_mark.mark from outturn.participant_mark
      where participant_mark.programme = asked_programme
      and participant_mark.organisation = asked_organisation
      and participant_mark.mark = any (marks) and participant_mark.loose is null
      and (outturn.reach() = 'upkeep' or asked_organisation = outturn.here())
      for no key update skip locked)
    update outturn.participant_mark set loose = given.loose
    from unnest(marks, looses) as given (mark, loose), free
    where participant_mark.programme = asked_programme
    and participant_mark.organisation = asked_organisation
    and participant_mark.mark = free.mark and given.mark = free.mark;
  end;
