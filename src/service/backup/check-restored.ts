import type { Problem, Result } from '../../problem/index.ts';
import { listChains, listSettled } from '../../store/backup/index.ts';
import { listEntries, type Reach } from '../../store/index.ts';
import { perform, type Service } from '../act/index.ts';
import { recomputeSettlement } from '../money/index.ts';
import { chainVerifier } from '../record/index.ts';
import { restoredFailsCheck } from './problems.ts';

/** What was found right. */
export type Checked = Readonly<{ chains: number; entries: number; settlements: number }>;

const upkeep: Reach = { reach: 'upkeep' };

/** Verifies every chain of the record and works every settlement out again. */
export async function checkRestored(
  service: Service,
  onProgress: (words: string) => void,
): Promise<Result<Checked>> {
  const problems: Problem[] = [];
  let entries = 0;
  const chains = await service.store.read(upkeep, listChains);
  onProgress('Verifying the record');
  for (const chain of chains) {
    const verified = await verifyOne(service, chain);
    if (verified.ok) entries += verified.value;
    else problems.push(restoredFailsCheck(`the record ${chain}`), ...verified.problems);
  }
  const settlements = await service.store.read(upkeep, listSettled);
  for (const [at, input] of settlements.entries()) {
    onProgress(`Working out settlement ${at + 1} of ${settlements.length} again`);
    const again = await perform(service, recomputeSettlement, {
      actor: { kind: 'service' },
      input,
    });
    if (again.ok) continue;
    problems.push(restoredFailsCheck(`the settlement ${input.settlement}`), ...again.problems);
  }
  return problems.length === 0
    ? { ok: true, value: { chains: chains.length, entries, settlements: settlements.length } }
    : { ok: false, problems };
}

const entriesAtOnce = 1000;

async function verifyOne({ store }: Service, chain: string): Promise<Result<number>> {
  const verifier = chainVerifier();
  let after = 0n;
  for (;;) {
    const range = { chain, after, most: entriesAtOnce };
    const piece = await store.read(upkeep, async (tx) => listEntries(tx, range));
    for (const entry of piece) {
      const wrong = verifier.next(entry);
      if (wrong !== undefined) return { ok: false, problems: [wrong] };
    }
    const last = piece.at(-1);
    if (last === undefined || piece.length < entriesAtOnce) break;
    after = last.number;
  }
  return { ok: true, value: verifier.end().entries };
}
