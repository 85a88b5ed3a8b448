-- Whoever lets an organisation take part in a programme of theirs names it by its reference, which
-- its members have given them: whether there is one is all that is told.
create function is_organisation(asked uuid) returns boolean
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select exists (select from outturn.organisation where id = asked);
  end;
