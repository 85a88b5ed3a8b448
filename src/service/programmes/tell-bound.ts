import type { Result } from '../../problem/index.ts';
import {
  addBoundTold,
  listBoundTold,
  listParties,
  listPublishedVersions,
  listSignatures,
} from '../../store/index.ts';
import type { Work } from '../act/index.ts';
import { addFacts, type FactCells } from '../facts-in/index.ts';
import { boundBy } from './versions-for.ts';

/**
 * Tells settlement by which version each provider is bound, where that is another than it was told
 * last: signed, or foretold by one that was. Whoever acts reaches one provider or all of them.
 */
export async function tellBound(work: Work, programme: string): Promise<Result<null>> {
  const facts: FactCells[] = [];
  const published = await listPublishedVersions(work.tx, programme);
  const signatures = await listSignatures(work.tx, { programme });
  const told = await listBoundTold(work.tx, programme);
  for (const { part, organisation, name } of await listParties(work.tx, programme)) {
    if (part !== 'provider') continue;
    const own = signatures.filter((each) => each.organisation === organisation);
    const signed = new Set(own.map(({ version }) => version));
    const last = boundBy(work, published, signed).binding.at(-1);
    const before = told.find((each) => each.organisation === organisation && each.name === name);
    if (last === undefined || last.ownNumber <= (before?.version ?? 0)) continue;
    const version = last.ownNumber;
    const isNew = await addBoundTold(work.tx, {
      programme,
      organisation,
      name,
      version,
      at: work.now,
    });
    if (!isNew) continue;
    const method = signed.has(last.number) ? 'signed' : 'foretold';
    facts.push({ kind: 'bound', provider: name, day: work.today, value: String(version), method });
  }
  if (facts.length === 0) return { ok: true, value: null };
  const added = await addFacts(work, programme, { way: 'service', facts });
  return added.ok ? { ok: true, value: null } : added;
}
