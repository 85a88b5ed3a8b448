-- Applications to join a programme, what was handed in with them, and how they were decided.

create table application (
  programme uuid not null references programme,
  organisation uuid not null references organisation,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'applied', 'withdrawn', 'admitted', 'refused')),
  answers jsonb not null,
  revision integer not null check (revision > 0),
  changed_by uuid not null references account,
  changed_at timestamptz(3) not null,
  version integer,
  page_hash text,
  applied_by uuid references account,
  applied_at timestamptz(3),
  applied_on date,
  decide_by date,
  reasons jsonb,
  decided_by uuid references account,
  decided_at timestamptz(3),
  decided_on date,
  primary key (programme, organisation, number),
  foreign key (programme, version) references page_version,
  check ((state = 'draft') = (applied_by is null)),
  check ((applied_by is null) = (page_hash is null)),
  check ((applied_by is null) = (version is null)),
  check ((applied_by is null) = (applied_at is null)),
  check ((applied_by is null) = (applied_on is null)),
  check ((state in ('draft', 'applied')) = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (decided_on is null)),
  check ((state = 'refused') = (reasons is not null)),
  check (state = 'withdrawn' or decided_by is distinct from applied_by or decided_by is null)
);
create unique index application_open on application (programme, organisation)
  where state in ('draft', 'applied');
create index application_waiting on application (programme, applied_at) where state <> 'draft';
create index application_by_organisation on application (organisation);
comment on table application is 'An organisation''s word that it wants to join, and what it shows. Once it has been sent it does not change; it is only decided upon.';
comment on column application.programme is 'private: which';
comment on column application.organisation is 'private: who applies';
comment on column application.number is 'private: counts its applications there';
comment on column application.state is 'private: draft, applied, withdrawn, admitted or refused';
comment on column application.answers is 'private: by the fields of the form that the page''s conditions make';
comment on column application.revision is 'private: counts the changes of the draft, so that two who write do not overwrite each other';
comment on column application.changed_by is 'private: who wrote last';
comment on column application.changed_at is 'private: when';
comment on column application.version is 'private: which version of the page was agreed to';
comment on column application.page_hash is 'private: what was agreed to';
comment on column application.applied_by is 'private: who sent it for the organisation';
comment on column application.applied_at is 'private: when';
comment on column application.applied_on is 'private: on which day: the first in which it is to be decided';
comment on column application.decide_by is 'private: the last day on which the page has it decided; none where it does not say';
comment on column application.reasons is 'private: why it was refused: conditions of the page, and a code for each';
comment on column application.decided_by is 'private: who decided, never who applied; or who withdrew it';
comment on column application.decided_at is 'private: when';
comment on column application.decided_on is 'private: on which day';

alter table application enable row level security;
create policy reached on application for select using (
  reach() = 'upkeep' or organisation = here()
  or (state <> 'draft' and programme in (select programmes_as('commissioner', 'auditor'))));
create policy begun on application for insert with check (
  organisation = here() and state = 'draft' and programme in (select published_programmes()));
create policy changed on application for update using (
  organisation = here()
  or (state <> 'draft' and programme in (select programmes_as('commissioner'))));

-- Whatever a program asks for: what was sent does not change, the applicant alone sends and
-- withdraws it, and the commissioner alone decides upon it.
create function fence_application() returns trigger
  set search_path = outturn, pg_temp language plpgsql as $$
declare
  is_applicant boolean := old.organisation = here();
  is_commissioner boolean := old.programme in (select programmes_as('commissioner'));
begin
  if (new.programme, new.organisation, new.number)
    is distinct from (old.programme, old.organisation, old.number) then
    raise exception 'an application stays whose it is';
  end if;
  if old.state = 'draft' then
    if not (is_applicant and new.state in ('draft', 'applied')) then
      raise exception 'a draft is written and sent by the applicant';
    end if;
    return new;
  end if;
  if old.state <> 'applied' then
    raise exception 'an application that is % is over', old.state;
  end if;
  if (new.answers, new.revision, new.version, new.page_hash, new.applied_by, new.applied_at,
      new.applied_on, new.decide_by)
    is distinct from (old.answers, old.revision, old.version, old.page_hash, old.applied_by,
      old.applied_at, old.applied_on, old.decide_by) then
    raise exception 'an application that was sent does not change';
  end if;
  if not ((new.state = 'withdrawn' and is_applicant)
    or (new.state in ('admitted', 'refused') and is_commissioner)) then
    raise exception 'an application does not become % so', new.state;
  end if;
  return new;
end $$;
create trigger fence before update on application
  for each row execute function fence_application();

-- The second fence before referrals: nobody makes a provider of itself.
create function fence_provider() returns trigger
  set search_path = outturn, pg_temp language plpgsql as $$
declare
  is_commissioner boolean := old.programme in (select programmes_as('commissioner'));
begin
  if (new.programme, new.organisation) is distinct from (old.programme, old.organisation) then
    raise exception 'a provider stays who it is';
  end if;
  if new.state <> old.state and old.state || ' ' || new.state not in (
    'refused applied', 'withdrawn applied', 'left applied', 'applied withdrawn', 'applied refused',
    'applied admitted', 'admitted leaving', 'admitted left', 'leaving left') then
    raise exception 'a provider that is % does not become %', old.state, new.state;
  end if;
  if new.state <> old.state and new.state in ('admitted', 'refused') and not (
    is_commissioner and exists (
      select from application newest
      where newest.programme = new.programme and newest.organisation = new.organisation
        and newest.state = new.state and newest.number = (
          select max(number) from application
          where programme = new.programme and organisation = new.organisation))) then
    raise exception 'a provider becomes % by the decision upon its application', new.state;
  end if;
  if 'commissioner' = any(old.paused_by) and not 'commissioner' = any(new.paused_by)
    and new.state = old.state and not is_commissioner then
    raise exception 'a pause by the commissioner is ended by the commissioner';
  end if;
  return new;
end $$;
create trigger fence before update on provider
  for each row execute function fence_provider();

create table handed_in (
  programme uuid not null references programme,
  organisation uuid not null references organisation,
  file text not null,
  id uuid not null unique,
  type text not null,
  bytes bigint not null check (bytes >= 0),
  by uuid not null references account,
  at timestamptz(3) not null,
  sent_at timestamptz(3),
  primary key (programme, organisation, file)
);
comment on table handed_in is 'Documents that show that a condition of joining is met. Deleted with their key when another takes their place in a draft.';
comment on column handed_in.programme is 'private: for which';
comment on column handed_in.organisation is 'private: whose';
comment on column handed_in.file is 'private: under which name it is stored: the hash of it as it is sealed';
comment on column handed_in.id is 'private: random; the key that it is sealed under goes by it';
comment on column handed_in.type is 'private: what it is by its content';
comment on column handed_in.bytes is 'private: how long it is';
comment on column handed_in.by is 'private: who handed it in';
comment on column handed_in.at is 'private: when';
comment on column handed_in.sent_at is 'private: when it was sent to be decided upon; none while it stands in a draft';
alter table handed_in enable row level security;
create policy reached on handed_in for select using (
  reach() = 'upkeep' or organisation = here()
  or (sent_at is not null and programme in (select programmes_as('commissioner', 'auditor'))));
create policy added on handed_in for insert with check (organisation = here());
create policy sent on handed_in for update using (organisation = here() and sent_at is null)
  with check (organisation = here());
create policy dropped on handed_in for delete using (organisation = here() and sent_at is null);

-- On admission the commissioner enters what the applicant has signed: that, and nothing else.
create policy admitted on signature for insert with check (
  programme in (select programmes_as('commissioner')) and exists (
    select from application agreed
    where agreed.programme = signature.programme and agreed.version = signature.version
      and agreed.organisation = signature.organisation and agreed.state = 'admitted'
      and agreed.page_hash = signature.page_hash and agreed.applied_by = signature.signed_by));

-- Whoever has applied is known to whom it has applied.
create or replace function known_organisations() returns setof uuid
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select outturn.here()
    union
    select other.organisation from outturn.party mine
    join outturn.party other using (programme) where mine.organisation = outturn.here()
    union
    select programme.organisation from outturn.programme
    where programme.id in (select outturn.published_programmes())
    union
    select party.organisation from outturn.party
    where party.programme in (select outturn.published_programmes()) and part = 'provider'
    union
    select provider.organisation from outturn.provider
    where provider.programme in (select outturn.programmes_as('commissioner', 'auditor'));
  end;
