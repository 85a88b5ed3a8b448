-- What facts rest on, and how it is drawn which of them are checked.

create table evidence (
  programme uuid not null references programme,
  id uuid not null,
  participant uuid not null,
  fact uuid not null,
  organisation uuid not null references organisation,
  account uuid references account,
  at timestamptz(3) not null,
  upload uuid not null,
  file text not null,
  type text not null,
  bytes bigint not null,
  primary key (programme, id)
);
create index evidence_by_fact on evidence (programme, fact);
create index evidence_by_participant on evidence (programme, participant);
comment on table evidence is 'A file that shows a fact. It is sealed under a key of its own, which is destroyed with the participant''s.';
comment on column evidence.programme is 'private: in which';
comment on column evidence.id is 'private: random';
comment on column evidence.participant is 'private: about whom';
comment on column evidence.fact is 'private: what it shows';
comment on column evidence.organisation is 'private: who sent it';
comment on column evidence.account is 'private: who sent it for them';
comment on column evidence.at is 'private: when';
comment on column evidence.upload is 'private: the name of its key';
comment on column evidence.file is 'private: its name among the files: the hash of what is stored';
comment on column evidence.type is 'private: what it is, by its content';
comment on column evidence.bytes is 'private: how long it is';
create trigger only_added before update or delete on evidence
  for each row execute function refuse_change();

alter table evidence enable row level security;
create policy reached on evidence for select using (
  (select reach() = 'upkeep') or organisation = (select here())
  or programme in (select programmes_as('commissioner', 'verifier', 'auditor')));
create policy added on evidence for insert with check (
  organisation = (select here()) and
  programme in (select programmes_as('commissioner', 'provider', 'verifier', 'referrer')));

create table draw (
  programme uuid not null references programme,
  number integer not null check (number > 0),
  at timestamptz(3) not null,
  account uuid references account,
  organisation uuid not null references organisation,
  sentence text not null,
  seed text not null,
  claims uuid[] not null,
  always uuid[] not null,
  drawn uuid[] not null,
  primary key (programme, number)
);
comment on table draw is 'Which claims are checked: drawn before anybody looks at them, by a seed made from all of them in their order, so that anyone who has the facts can draw again.';
comment on column draw.programme is 'private: in which';
comment on column draw.number is 'private: from 1 without a gap';
comment on column draw.at is 'private: when';
comment on column draw.account is 'private: who had it drawn';
comment on column draw.organisation is 'private: for which organisation';
comment on column draw.sentence is 'private: the sentence of the page that it follows';
comment on column draw.seed is 'private: SHA-256 of the fingerprints of the claims in their order';
comment on column draw.claims is 'private: the claims, in the order in which they came in';
comment on column draw.always is 'private: those that the page has checked whatever is drawn';
comment on column draw.drawn is 'private: those that were drawn';
create trigger only_added before update or delete on draw
  for each row execute function refuse_change();

alter table draw enable row level security;
create policy reached on draw for select using (
  (select reach() = 'upkeep') or programme in (select programmes_as('commissioner', 'auditor')));
create policy made on draw for insert with check (
  organisation = (select here()) and programme in (select programmes_as('commissioner')));
