-- A verifier looks at the claims of one provider, however many others wait.

alter table open_claim add column provider uuid;
comment on column open_claim.provider is 'private: the provider concerned, who may see the fact';

update open_claim set provider = (select fact.provider from fact
  where fact.programme = open_claim.programme and fact.id = open_claim.fact limit 1);

create index open_claim_by_provider on open_claim (programme, provider, number);

create or replace function note_open_claim() returns trigger
  security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  insert into open_claim (programme, number, fact, state, provider)
    select new.programme, new.number, new.id, new.state, new.provider
    where not exists (select from fact later
      where later.programme = new.programme and later.replaces = new.id);
  return null;
end $$;
