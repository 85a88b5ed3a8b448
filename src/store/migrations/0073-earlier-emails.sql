-- E-mail addresses under which an account was known before: what somebody did under one stays theirs.

create table earlier_email (
  account uuid not null references account,
  email text not null check (email = lower(email)),
  until timestamptz(3) not null,
  primary key (account, until, email)
);
comment on table earlier_email is 'The e-mail addresses that an account had before.';
comment on column earlier_email.account is 'private: whose';
comment on column earlier_email.email is 'private: in lower case';
comment on column earlier_email.until is 'private: until when it was theirs';
create trigger only_added before update or delete on earlier_email
  for each row execute function refuse_change();
alter table earlier_email enable row level security;
create policy reached on earlier_email for select using (
  (select reach() in ('sign-in', 'upkeep')) or account = (select acting())
  or account in (select account from membership where organisation = (select here())));
create policy kept on earlier_email for insert with check (account = acting());
