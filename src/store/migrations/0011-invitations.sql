-- Invitations to work for an organisation. The link is shown once to who invites, and kept nowhere.

create table invitation (
  id uuid primary key,
  organisation uuid not null references organisation,
  token_hash bytea not null unique check (length(token_hash) = 32),
  email text not null check (email = lower(email)),
  duties text[] not null,
  limit_units bigint check (limit_units >= 0),
  limit_currency text,
  invited_by uuid not null references account,
  made_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  accepted_by uuid references account,
  withdrawn_at timestamptz(3),
  check ((accepted_at is null) = (accepted_by is null)),
  check ((limit_units is null) = (limit_currency is null)),
  check (accepted_at is null or withdrawn_at is null)
);
create index invitation_by_organisation on invitation (organisation, made_at);
comment on table invitation is 'Each can be taken once, within some days.';
comment on column invitation.id is 'private: random';
comment on column invitation.organisation is 'private: to where';
comment on column invitation.token_hash is 'private: SHA-256 of what the link ends with';
comment on column invitation.email is 'private: to whom, in lower case';
comment on column invitation.duties is 'private: what they are to do there';
comment on column invitation.limit_units is 'private: for a publisher, the most they may bind the organisation to, in whole smallest units';
comment on column invitation.limit_currency is 'private: and in which currency';
comment on column invitation.invited_by is 'private: the administrator';
comment on column invitation.made_at is 'private: when';
comment on column invitation.ends_at is 'private: until when it can be taken';
comment on column invitation.accepted_at is 'private: when it was taken';
comment on column invitation.accepted_by is 'private: by whom';
comment on column invitation.withdrawn_at is 'private: when an administrator withdrew it';

alter table invitation enable row level security;
create policy reached on invitation for select using (looks_up() or organisation = here());
create policy made on invitation for insert with check (organisation = here());
create policy decided on invitation for update using (looks_up() or organisation = here());

-- Whoever enters an organisation, by invitation or as its first member, may have been there before.
alter policy left_or_back on membership using (looks_up() or organisation = here());
alter policy changed on duty using (looks_up() or organisation = here());
