-- How people sign in, and how they stay signed in. Of what lets somebody in only hashes are kept.
--
-- Who signs in is looked up under the reach 'sign-in', before it is known whose rows they are. In
-- every other reach each account reaches what is its own, and colleagues nothing of it.

create table password (
  account uuid primary key references account,
  hash text not null,
  changed_at timestamptz(3) not null
);
comment on table password is 'Apart from accounts, which colleagues may see.';
comment on column password.account is 'private: whose';
comment on column password.hash is 'private: argon2id with its salt';
comment on column password.changed_at is 'private: since when';

create table sign_in (
  id uuid primary key,
  account uuid not null references account,
  organisation uuid references organisation,
  token_hash bytea not null unique check (length(token_hash) = 32),
  before_hash bytea unique,
  before_until timestamptz(3),
  way text not null check (way in ('password', 'passkey', 'provider', 'invitation')),
  agent text not null,
  made_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  check ((before_hash is null) = (before_until is null))
);
create index sign_in_by_account on sign_in (account);
create index sign_in_by_end on sign_in (ends_at);
comment on table sign_in is 'Browsers in which somebody is signed in. One that has ended is taken away; the record keeps when it began.';
comment on column sign_in.id is 'private: random';
comment on column sign_in.account is 'private: who';
comment on column sign_in.organisation is 'private: the organisation they act for; none until they choose';
comment on column sign_in.token_hash is 'private: SHA-256 of the token that the browser holds';
comment on column sign_in.before_hash is 'private: of the token before it was changed, for requests that were under way';
comment on column sign_in.before_until is 'private: until when that is taken, some seconds';
comment on column sign_in.way is 'private: how they signed in';
comment on column sign_in.agent is 'private: how the browser names itself, so that its owner knows it again';
comment on column sign_in.made_at is 'private: since when';
comment on column sign_in.seen_at is 'private: when it was last used, to the minute';
comment on column sign_in.ends_at is 'private: when it ends, however much it is used';

create table attempt (
  key bytea primary key check (length(key) = 32),
  failures integer not null check (failures >= 0),
  last_at timestamptz(3) not null,
  waits_until timestamptz(3)
);
create index attempt_by_age on attempt (last_at);
comment on table attempt is 'Tries to sign in, by what was typed and by where from, so that guessing takes ever longer.';
comment on column attempt.key is 'private: SHA-256 of an e-mail address as typed, whether or not it has an account, or of a network address';
comment on column attempt.failures is 'private: how many in a row went wrong';
comment on column attempt.last_at is 'private: the last of them';
comment on column attempt.waits_until is 'private: before then none is taken';

create table challenge (
  hash bytea primary key check (length(hash) = 32),
  kind text not null check (kind in ('passkey', 'new passkey', 'provider')),
  browser bytea not null check (length(browser) = 32),
  content jsonb not null,
  ends_at timestamptz(3) not null
);
create index challenge_by_end on challenge (ends_at);
comment on table challenge is 'What was asked of a passkey or a provider, to be answered once, soon and by the same browser.';
comment on column challenge.hash is 'private: SHA-256 of the challenge or state';
comment on column challenge.kind is 'private: what was asked';
comment on column challenge.browser is 'private: SHA-256 of a value that this browser alone holds';
comment on column challenge.content is 'private: what the answer is checked with';
comment on column challenge.ends_at is 'private: when it can no longer be answered';

create table passkey (
  id text primary key,
  account uuid not null references account,
  name text not null check (name <> ''),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  is_backed_up boolean not null,
  made_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index passkey_by_account on passkey (account);
comment on table passkey is 'Keys of devices that somebody signs in with (WebAuthn).';
comment on column passkey.id is 'private: as the device names it, in base64url';
comment on column passkey.account is 'private: whose';
comment on column passkey.name is 'private: as they named it';
comment on column passkey.public_key is 'private: COSE, as the device gave it';
comment on column passkey.counter is 'private: how often the device says it was used; it never goes back';
comment on column passkey.transports is 'private: how the device is reached';
comment on column passkey.is_backed_up is 'private: whether it is kept elsewhere too';
comment on column passkey.made_at is 'private: when it was added';
comment on column passkey.used_at is 'private: when somebody last signed in with it';

create table identity (
  provider text not null,
  subject text not null,
  account uuid not null references account,
  made_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (provider, subject)
);
create unique index identity_by_account on identity (account, provider);
comment on table identity is 'Who an account is elsewhere (OpenID Connect).';
comment on column identity.provider is 'private: the key of the provider in the settings';
comment on column identity.subject is 'private: as the provider knows them; it never gives it to another';
comment on column identity.account is 'private: whose';
comment on column identity.made_at is 'private: when it was tied';
comment on column identity.used_at is 'private: when somebody last signed in with it';

create table api_token (
  id uuid primary key,
  account uuid not null,
  organisation uuid not null,
  name text not null check (name <> ''),
  token_hash bytea not null unique check (length(token_hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0),
  made_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at <= made_at + interval '366 days'),
  used_at timestamptz(3),
  ended_at timestamptz(3),
  foreign key (organisation, account) references membership
);
create index api_token_by_account on api_token (account);
comment on table api_token is 'What programs sign in with: for one account in one organisation, never beyond the duties it has there.';
comment on column api_token.id is 'private: random';
comment on column api_token.account is 'private: whose';
comment on column api_token.organisation is 'private: the organisation it acts for';
comment on column api_token.name is 'private: what it is for';
comment on column api_token.token_hash is 'private: SHA-256 of the token, which was shown once';
comment on column api_token.scopes is 'private: areas of work, each to read or to change';
comment on column api_token.made_at is 'private: since when';
comment on column api_token.ends_at is 'private: until when, a year at most';
comment on column api_token.used_at is 'private: when it was last used, to the minute';
comment on column api_token.ended_at is 'private: when its owner ended it';

-- Fences.

create function looks_up() returns boolean stable language sql
  return outturn.reach() in ('sign-in', 'upkeep');

alter table password enable row level security;
create policy own on password using (looks_up() or account = acting());
alter table sign_in enable row level security;
create policy own on sign_in using (looks_up() or account = acting());
alter table passkey enable row level security;
create policy own on passkey using (looks_up() or account = acting());
alter table identity enable row level security;
create policy own on identity using (looks_up() or account = acting());
alter table api_token enable row level security;
create policy own on api_token using (looks_up() or account = acting());
alter table attempt enable row level security;
create policy signing_in on attempt using (looks_up());
alter table challenge enable row level security;
create policy signing_in on challenge using (looks_up());

-- When somebody's duties change, their sign-ins for that organisation end. Who changes the duties
-- sees nothing of them.
create function end_sign_ins_here(asked uuid) returns void
  volatile security definer set search_path = outturn, pg_temp language sql
  begin atomic
    delete from outturn.sign_in where account = asked and organisation = outturn.here();
  end;

-- With a membership end its tokens, for good: whoever comes back makes new ones.
create function end_tokens_here(asked uuid, moment timestamptz) returns void
  volatile security definer set search_path = outturn, pg_temp language sql
  begin atomic
    update outturn.api_token set ended_at = moment
    where account = asked and organisation = outturn.here() and ended_at is null;
  end;

-- Somebody knows every organisation that they belong to, also while they act for another or none.
alter policy known on organisation using (
  looks_up() or id in (select known_organisations())
  or id in (select membership.organisation from membership
    where membership.account = acting() and left_at is null));
