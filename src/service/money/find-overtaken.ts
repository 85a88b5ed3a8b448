import { listPublishedVersions, type Tx } from '../../store/index.ts';
import {
  countKnownFacts,
  findSinceSettled,
  type StoredSettlement,
} from '../../store/money/index.ts';

/** What overtakes a settlement that was prepared: it must be prepared anew. */
export type Overtaken = 'facts' | 'page' | 'erasure';

/**
 * What has come in since a settlement was prepared that it should have rested on; nothing where it
 * would come out as it did. Facts known later than its day come with the next one. All facts are
 * counted, so that none is missed that was on its way: who approves relies on it.
 */
export async function findOvertaken(
  tx: Tx,
  settlement: StoredSettlement,
): Promise<Overtaken | undefined> {
  const { programme, knownAt, factsCount, factsThrough, erasedCount } = settlement;
  const known = await countKnownFacts(tx, { programme, knownAt });
  if (known.erased !== erasedCount) return 'erasure';
  if (known.count !== factsCount || known.through !== factsThrough) return 'facts';
  return findOtherPage(tx, settlement);
}

/** The same for who only looks: of facts those alone are asked for that came in after it. */
export async function findOvertakenSince(
  tx: Tx,
  settlement: StoredSettlement,
): Promise<Overtaken | undefined> {
  const { programme, knownAt, factsThrough: through, erasedCount } = settlement;
  const since = await findSinceSettled(tx, { programme, knownAt, through });
  if (since.erased !== erasedCount) return 'erasure';
  return since.hasFacts ? 'facts' : findOtherPage(tx, settlement);
}

async function findOtherPage(
  tx: Tx,
  { programme, versions }: StoredSettlement,
): Promise<'page' | undefined> {
  const published = await listPublishedVersions(tx, programme);
  const numbers = published.map(({ number }) => number);
  return numbers.join() === versions.join() ? undefined : 'page';
}
