-- Whoever runs the service lets organisations take part that neither buy nor provide: payers,
-- verifiers, auditors and referrers of a programme.
create policy entered on party for insert with check (
  (select reach()) = 'upkeep' and part in ('payer', 'verifier', 'auditor', 'referrer'));
create policy entered_again on party for update using (
  (select reach()) = 'upkeep' and part in ('payer', 'verifier', 'auditor', 'referrer'));
