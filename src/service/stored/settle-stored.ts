import type { Contract } from '../../contract/index.ts';
import type { Result } from '../../problem/index.ts';
import type { AsAt, Settlement } from '../../settlement/index.ts';
import { getLeft, getSummary, type Of, readLineRows } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { readSealed } from '../facts-in/load-facts.ts';
import { threadCount } from '../shards/shard-threads.ts';
import { linesOfPeople } from './lines-of-people.ts';
import type { Before, Given, SettledAbout, Settling, SettlingGround } from './settling.ts';
import { settlingApart } from './settling-apart.ts';
import { settlingHere } from './settling-here.ts';

/** What is to be settled of what is in the store. */
export type StoredAsked = Readonly<{
  programme: string;
  /** Every version, in order. */
  contracts: readonly Contract[];
  settlement: Settlement;
  pageName: string;
  asAt: AsAt;
  /** Facts up to this one, as they came in. */
  through: bigint;
  /** About how many facts there are: many are settled on threads of their own. */
  facts: bigint;
  /** The approved settlement that it follows. */
  previous: Of | undefined;
  /** What enters for those erased, where that is not what the settlement before has of them. */
  given?: (erased: readonly string[]) => Promise<Given | undefined>;
}>;

/** A settlement worked out, and what can be asked of it until `use` has ended. */
export type StoredSettled = Readonly<{ about: SettledAbout }> &
  Pick<Settling, 'next' | 'holdAgainst' | 'findOtherwise'>;

/** So many facts are settled before a thread has got ready. */
const factsHereMost = 4_000n;

/** So many take less time than threads take to get ready for parts of them. */
const factsInOneMost = 100_000n;

/**
 * Works a settlement out of what is in the store. However much that is, whoever asks something else
 * meanwhile is answered: what passes here is bytes, from the database to the thread that settles.
 */
export async function settleStored<T>(
  work: Pick<Work, 'tx' | 'service'>,
  asked: StoredAsked,
  use: (settled: StoredSettled) => Promise<T>,
): Promise<Result<T>> {
  const { programme, through, previous } = asked;
  const settling = openSettling(asked);
  try {
    const erased = await readSealed(work, { programme, through }, async ({ bytes, keys }) =>
      settling.takeFacts({ bytes, keys }),
    );
    if (!erased.ok) return erased;
    work.service.step?.('settlement: facts read');
    const before = previous && (await readBefore(work, previous));
    await settling.settle(await givenFor(work, asked, { before, erased: erased.value }));
    if (previous !== undefined) {
      for await (const rows of readLineRows(work.tx, previous)) await settling.takeBefore(rows);
    }
    const about = await settling.follow(before?.before);
    work.service.step?.('settlement: worked out');
    return { ok: true, value: await use({ ...settling, about }) };
  } finally {
    await settling.close();
  }
}

/** Opens what settles, where or apart from where it is asked, by how much there is to settle. */
export function openSettling({
  facts,
  ...asked
}: Omit<StoredAsked, 'previous' | 'given'>): Settling {
  const { programme, contracts, settlement, pageName, asAt } = asked;
  const threads = facts > factsInOneMost ? threadCount() : 0;
  const ground: SettlingGround = { programme, contracts, settlement, pageName, asAt, threads };
  return facts > factsHereMost ? settlingApart(ground) : settlingHere(ground);
}

type ReadBefore = Readonly<{ before: Before; erased: readonly string[] }>;

/** What was settled before, but for its lines. */
async function readBefore({ tx }: Pick<Work, 'tx'>, of: Of): Promise<ReadBefore> {
  const { payable: _, erased = [], ...result } = (await getSummary(tx, of)).summary;
  const { outstanding, gone } = await getLeft(tx, of, result.currency);
  return { before: { result, outstanding, gone }, erased };
}

type Erasing = Readonly<{ before: ReadBefore | undefined; erased: readonly string[] }>;

async function givenFor(
  work: Pick<Work, 'tx'>,
  { given, previous }: StoredAsked,
  { before, erased }: Erasing,
): Promise<Given | undefined> {
  if (given !== undefined) return given(erased);
  return previous && before && givenOf(work, previous, { before, erased });
}

type Erased = Readonly<{ before: ReadBefore; erased: readonly string[] }>;

/**
 * What was settled for those whose facts can no longer be read: those of whom the settlement before
 * says so, and those of whom it has a line or a forecast.
 */
async function givenOf(
  { tx }: Pick<Work, 'tx'>,
  previous: Of,
  { before, erased }: Erased,
): Promise<Given | undefined> {
  const { currency, forecast = [] } = before.before.result;
  const asked = new Set([...erased, ...before.erased]);
  if (asked.size === 0) return undefined;
  const kept = await linesOfPeople(tx, previous, { currency, participants: [...asked] });
  const lost = forecast.filter(({ participant }) => asked.has(participant ?? ''));
  const settled = [...kept.map(({ line }) => line), ...lost].flatMap(
    ({ participant }) => participant ?? [],
  );
  const all = new Set([...settled, ...before.erased]);
  if (all.size === 0) return undefined;
  return {
    erased: [...all],
    lines: kept.map(({ line }) => line),
    notPaid: kept.flatMap(({ notPaid }) => notPaid),
    forecast: lost,
  };
}
