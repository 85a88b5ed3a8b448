-- People, apart from participants. Names and contacts are sealed under the person's own key, which
-- lies outside the database. From a person nothing leads to the programmes they take part in but
-- the row that joins them to one participant, and from one person nothing leads to another.

create table person (
  id uuid primary key,
  organisation uuid not null references organisation,
  made_at timestamptz(3) not null,
  sealed bytea,
  erased_at timestamptz(3),
  check ((sealed is null) = (erased_at is not null))
);
comment on table person is 'A human being: names and ways of contact, and nothing else.';
comment on column person.id is 'private: random';
comment on column person.organisation is 'private: who keeps what is known of them';
comment on column person.made_at is 'private: when they were entered';
comment on column person.sealed is 'private: names and ways of contact, as JSON, under their own key';
comment on column person.erased_at is 'private: when their key was destroyed';

create table person_of_participant (
  programme uuid not null,
  participant uuid not null,
  person uuid not null references person,
  primary key (programme, participant, person),
  foreign key (programme, participant) references participant
);
create index person_of_participant_by_person on person_of_participant (person);
comment on table person_of_participant is 'Who a participant is: one person, or the people of a family.';
comment on column person_of_participant.programme is 'private: in which';
comment on column person_of_participant.participant is 'private: the participant';
comment on column person_of_participant.person is 'private: the person';

create table referral (
  programme uuid not null,
  id uuid not null,
  participant uuid not null,
  provider uuid not null references organisation,
  referred_by uuid not null references organisation,
  account uuid references account,
  at timestamptz(3) not null,
  way text not null check (way in ('referred', 'chosen')),
  state text not null check (state in ('made', 'attached', 'refused', 'ended')),
  changed_at timestamptz(3) not null,
  primary key (programme, id),
  foreign key (programme, participant) references participant
);
create index referral_by_participant on referral (programme, participant);
create index referral_by_provider on referral (provider, programme, state);
create unique index referral_open on referral (programme, participant, provider)
  where state in ('made', 'attached');
comment on table referral is 'Who is sent to whom, and where that stands: it says who may reach a participant. Deleted when the participant is erased; what happened is in the facts.';
comment on column referral.programme is 'private: in which';
comment on column referral.id is 'private: random';
comment on column referral.participant is 'private: who is sent';
comment on column referral.provider is 'private: to whom';
comment on column referral.referred_by is 'private: by whom';
comment on column referral.account is 'private: who did it for them';
comment on column referral.at is 'private: when';
comment on column referral.way is 'private: referred by somebody, or chosen by the person';
comment on column referral.state is 'private: made, attached, refused or ended';
comment on column referral.changed_at is 'private: when it came to stand there';

create table choice (
  programme uuid not null,
  id uuid not null,
  participant uuid not null,
  at timestamptz(3) not null,
  sealed bytea not null,
  primary key (programme, id),
  foreign key (programme, participant) references participant
);
comment on table choice is 'What a person chose, and what they were shown when they did.';
comment on column choice.programme is 'private: in which';
comment on column choice.id is 'private: random';
comment on column choice.participant is 'private: who chose';
comment on column choice.at is 'private: when';
comment on column choice.sealed is 'private: what was chosen and what was known, under the participant''s key';
create trigger only_added before update or delete on choice
  for each row execute function refuse_change();

create table protection (
  programme uuid not null,
  participant uuid not null,
  number integer not null check (number > 0),
  act text not null check (act in ('set', 'unset')),
  account uuid not null references account,
  organisation uuid not null references organisation,
  at timestamptz(3) not null,
  primary key (programme, participant, number),
  foreign key (programme, participant) references participant
);
comment on table protection is 'Participants who are hunted: one worker sets the flag, two take it away.';
comment on column protection.programme is 'private: in which';
comment on column protection.participant is 'private: who';
comment on column protection.number is 'private: from 1 without a gap';
comment on column protection.act is 'private: set, or one of the two who want it taken away';
comment on column protection.account is 'private: by whom';
comment on column protection.organisation is 'private: for which organisation';
comment on column protection.at is 'private: when';
create trigger only_added before update or delete on protection
  for each row execute function refuse_change();

create table look (
  id uuid primary key,
  programme uuid not null references programme,
  participant uuid not null,
  person uuid not null references person,
  organisation uuid not null references organisation,
  account uuid not null references account,
  at timestamptz(3) not null,
  why text not null
);
create index look_by_programme on look (programme, at);
comment on table look is 'Every look at somebody''s name and contacts.';
comment on column look.id is 'private: random';
comment on column look.programme is 'private: from which programme';
comment on column look.participant is 'private: as which participant';
comment on column look.person is 'private: at whom';
comment on column look.organisation is 'private: for which organisation';
comment on column look.account is 'private: who looked';
comment on column look.at is 'private: when';
comment on column look.why is 'private: the reason, as a code';
create trigger only_added before update or delete on look
  for each row execute function refuse_change();

-- Whoever has a referral of a participant that is not over reaches them.
create function referred_here() returns table (programme uuid, participant uuid)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select programme, participant from outturn.referral
    where provider = outturn.here() and state in ('made', 'attached');
  end;

-- How many places of a provider are taken is asked by whoever refers, also of referrals by others.
create function places_taken(asked_programme uuid, asked_provider uuid) returns integer
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select count(*)::integer from outturn.referral
    where programme = asked_programme and provider = asked_provider
      and state in ('made', 'attached');
  end;

create function entered_here() returns table (programme uuid, participant uuid)
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select programme, id from outturn.participant where entered_by = outturn.here();
  end;

-- Whoever joined somebody else's person to a participant of its own would come to reach them.
create function is_kept_here(asked uuid) returns boolean
  stable security definer set search_path = outturn, pg_temp language sql
  begin atomic
    select exists (select from outturn.person
      where id = asked and organisation = outturn.here());
  end;

alter table person_of_participant enable row level security;
create policy reached on person_of_participant for select using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner'))
  or (programme, participant) in (select * from referred_here())
  or (programme, participant) in (select * from entered_here()));
create policy joined on person_of_participant for insert with check (
  programme in (select programmes_as('commissioner', 'referrer', 'provider'))
  and (programme, participant) in (select * from entered_here()) and is_kept_here(person));
create policy parted on person_of_participant for delete using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner')));

alter table person enable row level security;
create policy reached on person for select using (
  (select reach() = 'upkeep') or organisation = (select here())
  or id in (select person from person_of_participant));
create policy entered on person for insert with check (organisation = (select here()));
create policy changed on person for update using (
  (select reach() = 'upkeep') or organisation = (select here()) or id in (select person from person_of_participant));

alter table referral enable row level security;
create policy reached on referral for select using (
  (select reach() = 'upkeep') or provider = (select here()) or referred_by = (select here())
  or programme in (select programmes_as('commissioner', 'auditor')));
create policy made on referral for insert with check (
  referred_by = (select here())
  and exists (select from provider asked where asked.programme = referral.programme
    and asked.organisation = referral.provider and may_be_referred(asked, referral.at::date))
  and programme in (select programmes_as('commissioner', 'provider', 'referrer')));
create policy changed on referral for update using (
  provider = (select here()) or referred_by = (select here())
  or programme in (select programmes_as('commissioner')));
create policy erased on referral for delete using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner')));

alter table choice enable row level security;
create policy reached on choice for select using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner', 'auditor'))
  or (programme, participant) in (select * from referred_here())
  or (programme, participant) in (select * from entered_here()));
create policy made on choice for insert with check (
  programme in (select programmes_as('commissioner', 'provider', 'referrer')));

alter table protection enable row level security;
create policy reached on protection for select using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner'))
  or (programme, participant) in (select * from referred_here())
  or (programme, participant) in (select * from entered_here()));
create policy done on protection for insert with check (
  organisation = (select here())
  and programme in (select programmes_as('commissioner', 'provider', 'referrer')));

alter table look enable row level security;
create policy reached on look for select using (
  (select reach() = 'upkeep') or organisation = (select here())
  or programme in (select programmes_as('commissioner', 'auditor')));
create policy taken on look for insert with check (organisation = (select here()));

-- A provider reaches a participant from the referral on, before any fact names it.
drop policy reached on participant;
create policy reached on participant for select using (
  (select reach() = 'upkeep') or entered_by = (select here())
  or programme in (select programmes_as('commissioner', 'verifier', 'auditor'))
  or (programme, id) in (select * from referred_here())
  or (programme in (select programmes_as('provider')) and exists (
    select from fact where fact.programme = participant.programme
    and fact.participant = participant.id and fact.provider = (select here()))));
