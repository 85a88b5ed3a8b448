-- Organisations, the accounts of the people who work in them, and their duties.

create table organisation (
  id uuid primary key,
  name text not null check (name <> ''),
  register text,
  register_number text,
  made_at timestamptz(3) not null
);
comment on table organisation is 'A body that buys, provides, verifies, audits or pays.';
comment on column organisation.id is 'public: random';
comment on column organisation.name is 'public: as it is registered';
comment on column organisation.register is 'public: the register that knows it, as a key of the table of registers';
comment on column organisation.register_number is 'public: its number in that register';
comment on column organisation.made_at is 'private: when it was entered';

create table account (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null check (name <> ''),
  made_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
create unique index account_by_email on account (email);
comment on table account is 'Somebody who may sign in.';
comment on column account.id is 'private: random';
comment on column account.email is 'private: in lower case';
comment on column account.name is 'private: as colleagues know them';
comment on column account.made_at is 'private: when they were entered';
comment on column account.closed_at is 'private: from when they may not sign in';

create table membership (
  organisation uuid not null references organisation,
  account uuid not null references account,
  joined_at timestamptz(3) not null,
  left_at timestamptz(3),
  primary key (organisation, account)
);
create index membership_by_account on membership (account);
comment on table membership is 'Who works for whom; somebody may work for several.';
comment on column membership.organisation is 'private: worked for';
comment on column membership.account is 'private: who works for it';
comment on column membership.joined_at is 'private: since when';
comment on column membership.left_at is 'private: until when';

create table duty (
  organisation uuid not null,
  account uuid not null,
  duty text not null check (duty in ('commissioner', 'publisher', 'verifier', 'finance_preparer',
    'finance_approver', 'provider_staff', 'provider_finance', 'case_worker', 'auditor',
    'administrator')),
  limit_units bigint check (limit_units >= 0),
  limit_currency text,
  given_by uuid references account,
  given_at timestamptz(3) not null,
  primary key (organisation, account, duty),
  foreign key (organisation, account) references membership,
  check ((limit_units is null) = (limit_currency is null))
);
comment on table duty is 'What somebody may do in an organisation. Taken away by deleting the row; the record keeps both.';
comment on column duty.organisation is 'private: where';
comment on column duty.account is 'private: who';
comment on column duty.duty is 'private: one of the words of docs/words.md';
comment on column duty.limit_units is 'private: the most a publisher may bind the organisation to, in whole smallest units';
comment on column duty.limit_currency is 'private: and in which currency';
comment on column duty.given_by is 'private: the administrator who gave it; none where the organisation was made with it';
comment on column duty.given_at is 'private: since when';

-- Organisations that the one acted for has anything to do with: itself and the parties of its programmes.
-- The policies stand in 0003, after the programmes.
