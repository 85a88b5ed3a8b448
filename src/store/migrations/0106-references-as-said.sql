-- A reference of one's own is found however it is written: in capitals or not, with spaces and dashes
-- or without. Beside the mark of what was sent stands that of its loose form. Whoever was entered
-- before has none until their reference is sent again: it cannot be read back from its mark.
alter table participant_mark add column loose bytea;
comment on column participant_mark.loose is 'private: stands for the reference without regard to case, spaces and dashes';
create index participant_mark_by_loose on participant_mark (programme, organisation, loose);

create function loosen_marks(asked_programme uuid, asked_organisation uuid,
    marks bytea[], looses bytea[]) returns void
  volatile security definer set search_path = outturn, pg_temp language sql
  begin atomic
    update outturn.participant_mark set loose = given.loose
    from unnest(marks, looses) as given (mark, loose)
    where participant_mark.programme = asked_programme
    and participant_mark.organisation = asked_organisation
    and participant_mark.mark = given.mark and participant_mark.loose is null
    and (outturn.reach() = 'upkeep' or asked_organisation = outturn.here());
  end;
