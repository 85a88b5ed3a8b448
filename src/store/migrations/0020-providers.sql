-- Providers of a programme: who has applied, who is admitted, who may be referred to.

create table provider (
  programme uuid not null references programme,
  organisation uuid not null references organisation,
  name text not null check (name <> ''),
  state text not null check (state in
    ('applied', 'refused', 'withdrawn', 'admitted', 'leaving', 'left')),
  since date not null,
  paused_by text[] not null default '{}'
    check (paused_by <@ array['commissioner', 'provider', 'condition']),
  is_paused boolean not null generated always as (cardinality(paused_by) > 0) stored,
  capacity integer check (capacity > 0),
  areas text[] not null default '{}',
  applied_at timestamptz(3) not null,
  admitted_on date,
  leaves_on date,
  primary key (programme, organisation),
  check (state not in ('admitted', 'leaving') or admitted_on is not null)
);
-- Whoever has applied is known to nobody else, nor is its name taken.
create unique index provider_by_name on provider (programme, name)
  where state in ('admitted', 'leaving', 'left');
comment on table provider is 'A provider in a programme, from its application on. What it answered is in application.';
comment on column provider.programme is 'public: in which';
comment on column provider.organisation is 'public: which';
comment on column provider.name is 'public: how the facts name it';
comment on column provider.state is 'public: applied, refused, withdrawn, admitted, leaving or left';
comment on column provider.since is 'private: since which day it stands there';
comment on column provider.paused_by is 'private: for whose sake new referrals are paused: the commissioner, the provider itself, a condition that it no longer shows';
comment on column provider.is_paused is 'public: whether new referrals to it have been paused';
comment on column provider.capacity is 'public: how many it can serve at once, as it says';
comment on column provider.areas is 'public: where it serves; empty for everywhere';
comment on column provider.applied_at is 'private: when';
comment on column provider.admitted_on is 'public: since when referrals may be made to it';
comment on column provider.leaves_on is 'public: the last day on which it serves; while it is admitted, by which it must show again what it lost';

-- Whether somebody may be referred to it: admitted and not paused, and on a day not before it joins.
create function may_be_referred(provider) returns boolean stable language sql
  return $1.state = 'admitted' and not $1.is_paused;
create function may_be_referred(provider, date) returns boolean stable language sql
  return $1.state = 'admitted' and not $1.is_paused and $1.admitted_on <= $2;

alter table provider enable row level security;
create policy reached on provider for select using (
  reach() = 'upkeep' or organisation = here()
  or programme in (select programmes_as('commissioner', 'auditor'))
  or (state in ('admitted', 'leaving', 'left') and (programme in (select published_programmes())
    or programme in (select programmes_as('provider', 'verifier', 'referrer', 'payer')))));
create policy applied on provider for insert with check (
  organisation = here() and state = 'applied' and not is_paused
  and programme in (select published_programmes()));
create policy changed on provider for update using (
  reach() = 'upkeep' or organisation = here()
  or programme in (select programmes_as('commissioner')));
