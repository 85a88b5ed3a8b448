import { listPublishedVersions, type Tx } from '../../store/index.ts';
import { countKnownFacts, type StoredSettlement } from '../../store/money/index.ts';

/**
 * What has come in since a settlement was prepared that it should have rested on; nothing where it
 * would come out as it did. Facts known later than its day come with the next one.
 */
export async function findOvertaken(
  tx: Tx,
  settlement: StoredSettlement,
): Promise<'facts' | 'page' | 'erasure' | undefined> {
  const { programme, knownAt, factsCount, factsThrough, erasedCount, versions } = settlement;
  const known = await countKnownFacts(tx, { programme, knownAt });
  if (known.erased !== erasedCount) return 'erasure';
  if (known.count !== factsCount || known.through !== factsThrough) return 'facts';
  const published = await listPublishedVersions(tx, programme);
  const numbers = published.map(({ number }) => number);
  return numbers.join() === versions.join() ? undefined : 'page';
}
