import { getSummary, type KeptLine, type StoredSettlement } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { linesOfPeople } from './lines-of-people.ts';
import type { Given } from './settling.ts';

type GivenAgain = Readonly<{ given: Given | undefined; lost: number }>;

/**
 * What enters a settlement that is worked out again for those whose facts can no longer be read:
 * what had entered it when it was settled; and where anybody of whom it has lines has been erased
 * since, all of these as they were settled in it. Says of how many that is.
 */
export async function givenAgain(
  { tx }: Pick<Work, 'tx'>,
  stored: StoredSettlement,
  erased: readonly string[],
): Promise<GivenAgain> {
  const { programme, id: settlement, currency, previous } = stored;
  const of = { programme, settlement };
  const known = new Set((await getSummary(tx, of)).summary.erased);
  const since = erased.filter((each) => !known.has(each));
  const lost = await linesOfPeople(tx, of, { currency, participants: since });
  const participants = [...known];
  if (lost.length > 0) {
    const own = await linesOfPeople(tx, of, { currency, participants });
    const people = new Set(lost.map(({ line }) => line.participant));
    return { given: givenOf(participants, [...own, ...lost]), lost: people.size };
  }
  if (known.size === 0 || previous === null) return { given: undefined, lost: 0 };
  const before = { programme, settlement: previous };
  const kept = await linesOfPeople(tx, before, { currency, participants });
  return { given: givenOf(participants, kept), lost: 0 };
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
