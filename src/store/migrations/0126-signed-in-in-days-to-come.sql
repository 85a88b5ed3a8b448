-- In place of 0125: what tells a clock that was ahead is when a sign-in was made, and not when it was
-- last used, which says nothing of when it ends. One that was made more than an hour from now has
-- ended: none lasts longer than an hour more than it would have.
create or replace function who_is_signed_in(shown bytea, now timestamptz, seen_after timestamptz,
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
        and ends_at > now and seen_at > seen_after and sign_in.made_at <= now + interval '1 hour'
        and closed_at is null
    ), noted as (
      update sign_in set seen_at = now from found
      where sign_in.id = found.mark and seen_at < note_before
    )
    select found.mark, found.account, found.name, found.organisation,
      organisations_of(found.account), duties_in(found.organisation, found.account) from found;
end $$;
