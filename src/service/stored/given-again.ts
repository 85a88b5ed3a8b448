import { getSummary, type KeptLine, type StoredSettlement } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { linesOfPeople } from './lines-of-people.ts';
import type { Given } from './settling.ts';

/**
 * What enters a settlement that is worked out again for those whose facts can no longer be read:
 * what had entered it when it was settled; and where anybody of whom it has lines has been erased
 * since, all of these as they were settled in it.
 */
export async function givenAgain(
  { tx }: Pick<Work, 'tx'>,
  stored: StoredSettlement,
  erased: readonly string[],
): Promise<Given | undefined> {
  const { programme, id: settlement, currency, previous } = stored;
  const of = { programme, settlement };
  const known = new Set((await getSummary(tx, of)).summary.erased);
  const since = erased.filter((each) => !known.has(each));
  const lost = await linesOfPeople(tx, of, { currency, participants: since });
  const participants = [...known];
  if (lost.length > 0) {
    const own = await linesOfPeople(tx, of, { currency, participants });
    return givenOf(participants, [...own, ...lost]);
  }
  if (known.size === 0 || previous === null) return undefined;
  const before = { programme, settlement: previous };
  return givenOf(participants, await linesOfPeople(tx, before, { currency, participants }));
}

// What was forecast of them is lost, and was said so then.
function givenOf(erased: readonly string[], kept: readonly KeptLine[]): Given {
  return {
    erased,
    lines: kept.map(({ line }) => line),
    notPaid: kept.flatMap(({ notPaid }) => notPaid),
    forecast: [],
  };
}
