-- Who asks is asked before anything else, for each request: in one question, in a function that
-- keeps its plan. Duties are read anew each time, so that one which was taken away is gone at once.

create function organisations_of(asked uuid) returns json stable language sql
  return (select coalesce(json_agg(json_build_object('id', organisation.id, 'name',
      organisation.name) order by organisation.name, organisation.id), '[]')
    from outturn.membership join outturn.organisation on organisation.id = membership.organisation
    where membership.account = asked and left_at is null);

create function duties_in(asked_organisation uuid, asked uuid) returns text[] stable language sql
  return array(select duty.duty from outturn.duty
    where duty.organisation = asked_organisation and duty.account = asked order by duty.duty);

-- Notes once a minute that it was used.
create function who_is_signed_in(shown bytea, now timestamptz, seen_after timestamptz,
    note_before timestamptz)
  returns table (mark uuid, account uuid, name text, organisation uuid, organisations json,
    duties text[])
  volatile security definer set search_path = outturn, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  return query with found as (
      select sign_in.id as mark, account.id as account, account.name, sign_in.organisation
      from sign_in join account on account.id = sign_in.account
      where (token_hash = shown or (before_hash = shown and before_until > now))
        and ends_at > now and seen_at > seen_after and closed_at is null
    ), noted as (
      update sign_in set seen_at = now from found
      where sign_in.id = found.mark and seen_at < note_before
    )
    select found.mark, found.account, found.name, found.organisation,
      organisations_of(found.account), duties_in(found.organisation, found.account) from found;
end $$;

create function whose_token(shown bytea, now timestamptz, note_before timestamptz)
  returns table (mark uuid, account uuid, name text, organisation uuid, organisations json,
    duties text[], scopes text[])
  volatile security definer set search_path = outturn, pg_temp language plpgsql as $$
#variable_conflict use_column
begin
  return query with found as (
      select api_token.id as mark, account.id as account, account.name, api_token.organisation,
        api_token.scopes
      from api_token join account on account.id = api_token.account
      where token_hash = shown and ends_at > now and ended_at is null and closed_at is null
    ), noted as (
      update api_token set used_at = now from found
      where api_token.id = found.mark and (used_at is null or used_at < note_before)
    )
    select found.mark, found.account, found.name, found.organisation,
      organisations_of(found.account), duties_in(found.organisation, found.account), found.scopes
    from found;
end $$;
