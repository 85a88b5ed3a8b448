import type { Result } from '../../problem/index.ts';
import { getSummary, type StoredSettlement } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { bundleErasedSince } from '../bundle/problems.ts';
import { readSealed } from '../facts-in/load-facts.ts';
import { givenAgain } from './given-again.ts';
import { resultText } from './result-text.ts';
import { openSettling, type StoredAsked } from './settle-stored.ts';
import type { BundleAbout, BundleAsked } from './settling.ts';

/** A bundle that is made, and its text piece by piece until `use` has ended. */
export type StoredBundle = Readonly<{ about: BundleAbout; text: AsyncIterable<string> }>;

type Asked = Omit<StoredAsked, 'previous' | 'given' | 'programme' | 'through' | 'facts'> &
  Pick<BundleAsked, 'pages'> &
  Readonly<{ stored: StoredSettlement }>;

/**
 * Puts a settlement of what is in the store into a bundle. However much that is, whoever asks
 * something else meanwhile is answered: what passes here is bytes, as in settling, and texts.
 */
export async function bundleStored<T>(
  work: Pick<Work, 'tx' | 'service'>,
  { stored, pages, ...ground }: Asked,
  use: (made: StoredBundle) => Promise<T>,
): Promise<Result<T>> {
  const { programme, id: settlement, factsThrough: through, factsCount: facts } = stored;
  const settling = openSettling({ ...ground, programme, through, facts });
  try {
    const erased = await readSealed(work, { programme, through }, async ({ bytes, keys }) =>
      settling.takeToBundle({ bytes, keys }),
    );
    if (!erased.ok) return erased;
    const { lost } = await givenAgain(work, stored, erased.value);
    if (lost > 0) return { ok: false, problems: [bundleErasedSince(lost)] };
    if (stored.previous !== null) {
      const before = { programme, settlement: stored.previous };
      for await (const text of resultText(work.tx, before)) await settling.takeText('before', text);
    }
    const kept = { programme, settlement };
    for await (const text of resultText(work.tx, kept)) await settling.takeText('kept', text);
    const known = new Set((await getSummary(work.tx, kept)).summary.erased);
    const made = await settling.bundle({
      pages,
      asAt: stored.asAt,
      knownAt: stored.knownAt,
      erased: erased.value.filter((id) => known.has(id)),
    });
    if (!made.ok) return made;
    return { ok: true, value: await use({ about: made.value, text: textOf(settling.nextText) }) };
  } finally {
    await settling.close();
  }
}

async function* textOf(next: () => Promise<string | undefined>): AsyncGenerator<string> {
  for (let text = await next(); text !== undefined; text = await next()) yield text;
}
