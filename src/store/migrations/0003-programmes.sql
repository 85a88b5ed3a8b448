-- Programmes, who takes part in them, and the versions of their pages.

create table programme (
  id uuid primary key,
  organisation uuid not null references organisation,
  name text not null check (name <> ''),
  neutral_name text not null check (neutral_name <> ''),
  is_about_safety boolean not null default false,
  made_by uuid not null references account,
  made_at timestamptz(3) not null
);
comment on table programme is 'A contract and everything recorded under it.';
comment on column programme.id is 'public: random';
comment on column programme.organisation is 'public: the commissioner';
comment on column programme.name is 'public: the title of its newest page';
comment on column programme.neutral_name is 'public: what stands in links, titles and file names where people could be in danger';
comment on column programme.is_about_safety is 'public: whether its people may be in danger from someone they know';
comment on column programme.made_by is 'private: who began it';
comment on column programme.made_at is 'private: when it was begun';

create table party (
  programme uuid not null references programme,
  organisation uuid not null references organisation,
  part text not null check (part in
    ('commissioner', 'provider', 'verifier', 'payer', 'auditor', 'referrer')),
  name text not null,
  joined_at timestamptz(3) not null,
  left_at timestamptz(3),
  primary key (programme, organisation, part)
);
create index party_by_organisation on party (organisation, part);
create unique index party_by_name on party (programme, part, name);
comment on table party is 'An organisation''s part in a programme.';
comment on column party.programme is 'public: in which';
comment on column party.organisation is 'public: which';
comment on column party.part is 'public: what it does there';
comment on column party.name is 'public: how the page and the facts name it';
comment on column party.joined_at is 'public: since when';
comment on column party.left_at is 'public: until when';

-- The programmes in which the organisation acted for has one of these parts. It runs as the owner,
-- because the table of parties is itself fenced by what this returns.
create function programmes_as(variadic parts text[]) returns setof uuid
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select programme from outturn.party
    where organisation = outturn.here() and part = any(parts) and left_at is null;
  end;

create table page_draft (
  programme uuid not null references programme,
  text text not null,
  revision integer not null check (revision > 0),
  changed_by uuid not null references account,
  changed_at timestamptz(3) not null,
  primary key (programme)
);
comment on table page_draft is 'The page that is being written; what it was before is in page_draft_earlier.';
comment on column page_draft.programme is 'private: of which';
comment on column page_draft.text is 'private: Markdown';
comment on column page_draft.revision is 'private: counts its changes, so that two who write do not overwrite each other';
comment on column page_draft.changed_by is 'private: who wrote last';
comment on column page_draft.changed_at is 'private: when';

create table page_draft_earlier (
  programme uuid not null references programme,
  revision integer not null,
  text text not null,
  changed_by uuid not null references account,
  changed_at timestamptz(3) not null,
  primary key (programme, revision)
);
comment on table page_draft_earlier is 'What a draft was, so that a change can be undone.';
comment on column page_draft_earlier.programme is 'private: of which';
comment on column page_draft_earlier.revision is 'private: which of its changes';
comment on column page_draft_earlier.text is 'private: Markdown';
comment on column page_draft_earlier.changed_by is 'private: who wrote it';
comment on column page_draft_earlier.changed_at is 'private: when';
create trigger only_added before update or delete on page_draft_earlier
  for each row execute function refuse_change();

create table page_version (
  programme uuid not null references programme,
  number integer not null check (number > 0),
  own_number integer not null check (own_number > 0),
  counts_from date not null,
  text text not null,
  contract_hash text not null,
  page_hash text not null,
  title text not null,
  currency text not null,
  worth_units bigint,
  state text not null check (state in ('prepared', 'published', 'refused', 'withdrawn')),
  reason text,
  prepared_by uuid not null references account,
  prepared_at timestamptz(3) not null,
  decided_by uuid references account,
  decided_at timestamptz(3),
  pdf bytea not null,
  primary key (programme, number),
  check ((state = 'prepared') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state = 'refused') = (reason is not null)),
  check (state not in ('published', 'refused') or decided_by is distinct from prepared_by)
);
create unique index page_version_waiting on page_version (programme) where state = 'prepared';
create unique index page_version_published on page_version (programme, own_number)
  where state = 'published';
comment on table page_version is 'A page as it was put forward: it is never changed, only decided upon.';
comment on column page_version.programme is 'public: of which';
comment on column page_version.number is 'public: counts those put forward';
comment on column page_version.own_number is 'public: the version that the page says it is; those published go on from 1 without a gap';
comment on column page_version.counts_from is 'public: the day from which the page says it counts';
comment on column page_version.text is 'public: the tidy page, in Markdown';
comment on column page_version.contract_hash is 'public: of the terms';
comment on column page_version.page_hash is 'public: of the page as printed: what is signed';
comment on column page_version.title is 'public: its title';
comment on column page_version.currency is 'public: by its code';
comment on column page_version.worth_units is 'public: the most that it may pay in all, in whole smallest units; none where it says no limit';
comment on column page_version.state is 'public: prepared, published, refused or withdrawn';
comment on column page_version.reason is 'private: why it was refused, as one of the reasons there are';
comment on column page_version.prepared_by is 'private: who put it forward';
comment on column page_version.prepared_at is 'public: when';
comment on column page_version.decided_by is 'private: who published or refused it, never who put it forward; or who withdrew it';
comment on column page_version.decided_at is 'public: when';
comment on column page_version.pdf is 'public: the sheet for signing';

-- What was put forward stays as it was, word for word; only what is decided of it is written.
create function refuse_other_words() returns trigger language plpgsql as $$
begin
  if (new.programme, new.number, new.own_number, new.counts_from, new.text, new.contract_hash,
      new.page_hash, new.title, new.currency, new.worth_units, new.prepared_by, new.prepared_at,
      new.pdf) is distinct from
    (old.programme, old.number, old.own_number, old.counts_from, old.text, old.contract_hash,
      old.page_hash, old.title, old.currency, old.worth_units, old.prepared_by, old.prepared_at,
      old.pdf) or old.state <> 'prepared'
  then raise exception 'a page that was put forward is only decided upon'; end if;
  return new;
end $$;
create trigger only_decided before update on page_version
  for each row execute function refuse_other_words();

create table signature (
  programme uuid not null,
  version integer not null,
  organisation uuid not null references organisation,
  page_hash text not null,
  signed_by uuid not null references account,
  signed_at timestamptz(3) not null,
  primary key (programme, version, organisation),
  foreign key (programme, version) references page_version
);
comment on table signature is 'A provider is bound by the versions that it has signed.';
comment on column signature.programme is 'private: of which';
comment on column signature.version is 'private: which version';
comment on column signature.organisation is 'private: who is bound';
comment on column signature.page_hash is 'private: what was signed';
comment on column signature.signed_by is 'private: who signed for it';
comment on column signature.signed_at is 'private: when';

-- Fences. Whoever has a part in a programme reaches it; the public reaches what is published.

create function published_programmes() returns setof uuid
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select distinct programme from outturn.page_version where state = 'published';
  end;

create function known_organisations() returns setof uuid
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
    where party.programme in (select outturn.published_programmes()) and part = 'provider';
  end;

alter table organisation enable row level security;
create policy known on organisation for select
  using (reach() in ('sign-in', 'upkeep') or id in (select known_organisations()));
create policy entered on organisation for insert
  with check (reach() in ('sign-in', 'upkeep'));
create policy own on organisation for update using (id = here());

alter table account enable row level security;
create policy reached on account for select using (
  reach() in ('sign-in', 'upkeep') or id = acting()
  or id in (select account from membership where organisation = here()));
create policy entered on account for insert with check (reach() in ('sign-in', 'upkeep'));
create policy own on account for update using (reach() = 'sign-in' or id = acting());

alter table membership enable row level security;
create policy reached on membership for select using (
  reach() in ('sign-in', 'upkeep') or organisation = here() or account = acting());
create policy entered on membership for insert
  with check (reach() in ('sign-in', 'upkeep') or organisation = here());
create policy left_or_back on membership for update
  using (reach() = 'sign-in' or organisation = here());

alter table duty enable row level security;
create policy reached on duty for select using (
  reach() in ('sign-in', 'upkeep') or organisation = here() or account = acting());
create policy given on duty for insert
  with check (reach() in ('sign-in', 'upkeep') or organisation = here());
create policy changed on duty for update using (organisation = here());
create policy taken on duty for delete using (organisation = here());

alter table programme enable row level security;
create policy reached on programme for select using (
  reach() = 'upkeep' or organisation = here()
  or id in (select published_programmes())
  or id in (select programmes_as('commissioner', 'provider', 'verifier', 'payer', 'auditor', 'referrer')));
create policy begun on programme for insert with check (organisation = here());
create policy changed on programme for update using (organisation = here());

alter table party enable row level security;
create policy reached on party for select using (
  reach() = 'upkeep' or organisation = here()
  or programme in (select programmes_as('commissioner', 'provider', 'verifier', 'payer', 'auditor', 'referrer'))
  or (part in ('commissioner', 'provider') and programme in (select published_programmes())));
create policy joined on party for insert with check (
  programme in (select id from programme where organisation = here()));
create policy changed on party for update using (
  programme in (select programmes_as('commissioner')));

alter table page_draft enable row level security;
create policy commissioners on page_draft
  using (programme in (select programmes_as('commissioner')));
alter table page_draft_earlier enable row level security;
create policy commissioners on page_draft_earlier
  using (programme in (select programmes_as('commissioner')));

alter table page_version enable row level security;
create policy reached on page_version for select using (
  state = 'published' or reach() = 'upkeep'
  or programme in (select programmes_as('commissioner', 'auditor')));
create policy prepared on page_version for insert
  with check (state = 'prepared' and programme in (select programmes_as('commissioner')));
create policy decided on page_version for update
  using (state = 'prepared' and programme in (select programmes_as('commissioner')))
  with check (programme in (select programmes_as('commissioner')));

alter table signature enable row level security;
create policy reached on signature for select using (
  reach() = 'upkeep' or organisation = here()
  or programme in (select programmes_as('commissioner', 'auditor')));
create policy signed on signature for insert with check (
  organisation = here() and exists (
    select from page_version signed where signed.programme = signature.programme
    and signed.number = signature.version and signed.state = 'published'
    and signed.page_hash = signature.page_hash));
create trigger only_added before update or delete on signature
  for each row execute function refuse_change();
