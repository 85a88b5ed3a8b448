import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import type { Tx } from '../../store/index.ts';
import {
  getLeft,
  getPayable,
  getSummary,
  type Of,
  readLineRows,
  type StoredSettlement,
} from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { bundleErasedSince } from '../bundle/problems.ts';
import { readSealed } from '../facts-in/load-facts.ts';
import { threadCount } from '../shards/shard-threads.ts';
import { givenAgain } from '../stored/given-again.ts';
import type { SettlingGround } from '../stored/settling.ts';
import type {
  ArchivedBefore,
  ArchiveMade,
  Archiving,
  ArchivingGround,
  KeptAbout,
} from './archiving.ts';
import { archivingApart } from './archiving-apart.ts';

type Asked = Readonly<{ stored: StoredSettlement }> &
  Pick<ArchivingGround, 'pages'> &
  Pick<SettlingGround, 'contracts' | 'settlement' | 'pageName'>;

/** An archive as it is made, and what came of it once all of its bytes were taken. */
export type StoredArchive = Readonly<{
  bytes: AsyncIterable<Uint8Array>;
  made: () => Result<Omit<ArchiveMade, 'bytes'>>;
}>;

/** So many take less time than threads take to get ready for parts of them. */
const factsInOneMost = 100_000n;

/**
 * Puts a settlement of what is in the store into an archive, file by file. However much that is,
 * whoever asks something else meanwhile is answered: what passes here is bytes, and no more of them
 * at a time than one file.
 */
export function archiveStored(
  work: Pick<Work, 'tx' | 'service'>,
  { stored, pages, ...under }: Asked,
): StoredArchive {
  const { programme, asAt, knownAt, factsCount } = stored;
  const settling: SettlingGround = {
    ...under,
    programme,
    asAt: { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) },
    threads: factsCount > factsInOneMost ? threadCount() : 0,
  };
  let made: Result<Omit<ArchiveMade, 'bytes'>> = { ok: false, problems: [] };
  const refuse = (problems: readonly Problem[]) => {
    made = { ok: false, problems };
  };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const archiving = archivingApart({ settling, pages });
    try {
      const ready = await makeReady(work, stored, archiving);
      if (!ready.ok) return refuse(ready.problems);
      yield* filesOf(work.tx, stored, archiving);
      const ended = await archiving.end(await keptAbout(work.tx, stored));
      if (!ended.ok) return refuse(ended.problems);
      const { bytes: last, ...about } = ended.value;
      made = { ok: true, value: about };
      yield last;
    } finally {
      await archiving.close();
    }
  }
  return { bytes: bytes(), made: () => made };
}

/** Gives facts and what is named of the settlement before, and has it worked out. */
async function makeReady(
  work: Pick<Work, 'tx' | 'service'>,
  stored: StoredSettlement,
  archiving: Archiving,
): Promise<Result<null>> {
  const { tx } = work;
  const { programme, factsThrough: through } = stored;
  const erased = await readSealed(work, { programme, through }, async ({ bytes, keys }) =>
    archiving.takeFacts({ bytes, keys }),
  );
  if (!erased.ok) return erased;
  const { lost, given } = await givenAgain(work, stored, erased.value);
  if (lost > 0) return { ok: false, problems: [bundleErasedSince(lost)] };
  const previous = previousOf(stored);
  if (previous === undefined) {
    await archiving.settle({ given });
    return { ok: true, value: null };
  }
  for await (const rows of readLineRows(tx, previous)) await archiving.takeNames(rows);
  await archiving.settle({ given, before: await readBefore(tx, previous) });
  return { ok: true, value: null };
}

/** The files of an archive, made as they are asked for. */
async function* filesOf(
  tx: Tx,
  stored: StoredSettlement,
  archiving: Archiving,
): AsyncGenerator<Uint8Array> {
  const { programme, id: settlement } = stored;
  for (;;) {
    const facts = await archiving.nextFacts();
    if (facts === undefined) break;
    yield facts;
  }
  const previous = previousOf(stored);
  if (previous !== undefined) {
    for await (const rows of readLineRows(tx, previous)) yield* await archiving.takeBefore(rows);
  }
  yield* await archiving.follow();
  for await (const rows of readLineRows(tx, { programme, settlement })) {
    yield* await archiving.holdAgainst(rows);
  }
}

function previousOf({ programme, previous }: StoredSettlement): Of | undefined {
  return previous === null ? undefined : { programme, settlement: previous };
}

async function readBefore(tx: Tx, of: Of): Promise<ArchivedBefore> {
  const { payable: _, erased = [], ...result } = (await getSummary(tx, of)).summary;
  const { outstanding, gone } = await getLeft(tx, of, result.currency);
  return { result, outstanding, gone, erased };
}

async function keptAbout(
  tx: Tx,
  { programme, id: settlement, currency }: StoredSettlement,
): Promise<KeptAbout> {
  const of = { programme, settlement };
  const { payable, erased = [], ...about } = (await getSummary(tx, of)).summary;
  const statements = await getPayable(tx, of, currency);
  const { outstanding, gone } = await getLeft(tx, of, currency);
  return { result: { ...about, payable: { ...payable, statements } }, outstanding, gone, erased };
}
