-- Providers of a programme: who has applied, who is admitted, who may be referred to.

create table provider (
  programme uuid not null references programme,
  organisation uuid not null references organisation,
  name text not null check (name <> ''),
  state text not null check (state in
    ('applied', 'refused', 'withdrawn', 'admitted', 'leaving', 'left')),
  is_paused boolean not null default false,
  capacity integer check (capacity > 0),
  discount text,
  areas text[] not null default '{}',
  applied_at timestamptz(3) not null,
  admitted_on date,
  leaves_on date,
  primary key (programme, organisation)
);
create unique index provider_by_name on provider (programme, name);
comment on table provider is 'A provider in a programme, from its application on. What it answered is in application.';
comment on column provider.programme is 'public: in which';
comment on column provider.organisation is 'public: which';
comment on column provider.name is 'public: how the facts name it';
comment on column provider.state is 'public: applied, refused, withdrawn, admitted, leaving or left';
comment on column provider.is_paused is 'public: whether new referrals to it have been paused';
comment on column provider.capacity is 'public: how many it can serve at once, as it says';
comment on column provider.discount is 'private: an exact fraction of the price that it forgoes, as in 5%';
comment on column provider.areas is 'public: where it serves; empty for everywhere';
comment on column provider.applied_at is 'private: when';
comment on column provider.admitted_on is 'public: since when referrals may be made to it';
comment on column provider.leaves_on is 'public: from when it serves nobody new';

-- Whether somebody may be referred to it today: admitted and not paused.
create function may_be_referred(provider) returns boolean stable language sql
  return $1.state = 'admitted' and not $1.is_paused;

alter table provider enable row level security;
create policy reached on provider for select using (
  reach() = 'upkeep' or organisation = here()
  or programme in (select programmes_as('commissioner', 'provider', 'verifier', 'auditor', 'referrer', 'payer'))
  or (state in ('admitted', 'leaving', 'left') and programme in (select published_programmes())));
create policy applied on provider for insert with check (
  (organisation = here() and state = 'applied' and programme in (select published_programmes()))
  or programme in (select programmes_as('commissioner')));
create policy changed on provider for update using (
  organisation = here() or programme in (select programmes_as('commissioner')));
