-- Whoever works for a commissioner could have marked a settlement that was asked for as done: it is
-- done by whoever asked for it, with the settlement of its days that they prepared. Everything else
-- that is said of how far it has come is the service's own.
drop policy moved on settlement_request;
create policy moved on settlement_request for update using (
  (select reach() = 'upkeep')
  or state = 'waiting' and account = (select acting()) and organisation = (select here())
    and (select has_duty('finance_preparer'))
    and programme in (select programmes_as('commissioner')))
  with check (
  (select reach() = 'upkeep')
  or state = 'done' and exists (select from settlement made
    where made.programme = settlement_request.programme and made.id = settlement_request.settlement
      and made.prepared_by = (select acting()) and made.as_at = settlement_request.as_at
      and made.known_at = settlement_request.known_at));
