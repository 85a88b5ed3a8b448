import { type Day, dayNumber } from '../../calendar/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { findProgramme } from '../../store/index.ts';
import { countKnownFacts, type StoredSettlement } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { settleStored } from '../stored/settle-stored.ts';
import { findBeyondSigned } from './find-beyond-signed.ts';
import type { WorkedOut } from './keep-settlement.ts';
import { pagesOf, settledUnder } from './pages-of.ts';

/** Which settlement is to be worked out: of what, as at which days, after which approved one. */
export type ToWorkOut = Readonly<{
  programme: string;
  asAt: string;
  knownAt: string;
  last: StoredSettlement | undefined;
}>;

/**
 * Works a settlement out from what is recorded by now. Its rows can be asked for until `use` has
 * ended.
 */
export async function workOut<T>(
  work: Pick<Work, 'tx' | 'service'>,
  { programme, asAt, knownAt, last }: ToWorkOut,
  use: (worked: WorkedOut) => Promise<T>,
): Promise<Result<T>> {
  const { tx } = work;
  const pages = await pagesOf(tx, programme);
  if (!pages.ok) return pages;
  const found = await findProgramme(tx, programme);
  assert(found !== undefined, 'who settles a programme reaches it');
  const known = await countKnownFacts(tx, { programme, knownAt });
  const beyond = await findBeyondSigned(work, programme, pages.value);
  const asked = {
    programme,
    ...settledUnder(pages.value),
    asAt: { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) },
    through: known.through,
    facts: known.count,
    previous: last && { programme, settlement: last.id },
  };
  return settleStored(work, asked, async ({ about, next }) =>
    use({
      programme: found,
      pages: pages.value,
      about: { ...about, problems: [...about.problems, ...beyond] },
      next,
      previous: last?.id,
      known,
    }),
  );
}
