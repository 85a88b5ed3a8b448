import { assert } from '../../problem/index.ts';
import {
  type Keys,
  namedIn,
  type Plan,
  type Rekeying,
  type ResultSummary,
  rekeyLines,
  rekeyName,
  rekeyResult,
} from '../../settlement/index.ts';
import type { KeptLine } from '../../store/money/index.ts';
import { type BeforeLines, beforeLines } from '../stored/before-lines.ts';
import { type Now, settleNow } from '../stored/settle-now.ts';
import type { Before, Given } from '../stored/settling.ts';
import type { WithoutLines } from './archive.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import type { ArchivedBefore, ArchivingGround } from './archiving.ts';
import { beforeOf } from './before-of.ts';
import { openLineFiles } from './line-files.ts';

/** What is owed under new keys, and what is written and taken of the settlement before. */
export type WorkedOut = Readonly<{
  now: Now;
  keys: Keys;
  /** The settlement before under new keys, for the archive, and for what follows from it. */
  before: Readonly<{ said: WithoutLines; before: Before; lines: BeforeLines }> | undefined;
  takeBefore: (lines: readonly KeptLine[]) => Promise<readonly Uint8Array[]>;
  closeBefore: () => Promise<readonly Uint8Array[]>;
}>;

type Asked = Readonly<{
  plan: Plan;
  rekeying: Rekeying;
  writer: ArchiveWriter;
  given?: Given | undefined;
  before?: ArchivedBefore | undefined;
}>;

/** Names everything anew that there is, and works out what is owed under these names. */
export async function workOut(
  { settling }: ArchivingGround,
  { plan, rekeying, writer, given, before: old }: Asked,
): Promise<WorkedOut> {
  if (given) rekeying.add(namedIn(given));
  if (old) {
    rekeying.add(namedIn(wholeOf(old)));
    for (const line of old.gone.keys()) rekeying.add(namedOfLine(line));
  }
  const { source, keys } = rekeying.close();
  const now = await settleNow(settling, {
    plan,
    source,
    given: given && rekeyGiven(given, keys),
  });
  const said = old && rekeyWithoutLines(old, keys);
  if (said === undefined) {
    const none = async () => [];
    return { now, keys, before: undefined, takeBefore: none, closeBefore: none };
  }
  const lines = beforeLines(now.owed);
  const files = openLineFiles(writer, 'previousLines', said);
  return {
    now,
    keys,
    before: { said, before: beforeOf(said), lines },
    takeBefore: async (kept) => {
      const rekeyed = rekeyKept(kept, keys);
      lines.take(rekeyed);
      return files.take(rekeyed);
    },
    closeBefore: files.close,
  };
}

/** A line that is gone names its fact all the same. */
function namedOfLine(line: string) {
  return namedIn({ outstanding: { ...nothing, paid: [{ on: '0001-01-01', lines: [line] }] } });
}

const nothing = { held: [], onAccount: [], debts: [], writtenOff: [], paid: [] };

type About = Pick<ArchivedBefore, 'outstanding' | 'gone'> &
  Readonly<{ result: ResultSummary; erased?: readonly string[] }>;

function wholeOf({ result, outstanding, erased = [] }: About) {
  return {
    ...result,
    ...(erased.length > 0 ? { erased } : {}),
    lines: [],
    notPaid: [],
    outstanding: { ...outstanding, paid: [] },
  };
}

/** All of a settlement but its lines, under new keys. */
export function rekeyWithoutLines(about: About, keys: Keys): WithoutLines {
  const { lines: _, notPaid: __, outstanding, ...rest } = rekeyResult(wholeOf(about), keys);
  assert(outstanding, 'a settlement of a series leaves something or nothing');
  const { paid: ___, ...left } = outstanding;
  const gone = [...about.gone].map(([line, on]) => [rekeyName(line, keys), on] as const);
  return { ...rest, outstanding: left, gone };
}

/** Lines as they were kept, under new keys. */
export function rekeyKept(kept: readonly KeptLine[], keys: Keys): readonly KeptLine[] {
  return kept.map(({ line: old, notPaid: parts, paidOn }) => {
    const { lines, notPaid } = rekeyLines({ lines: [old], notPaid: parts }, keys);
    const [line] = lines;
    assert(line, 'each line has a line under new keys');
    return { line, notPaid, paidOn };
  });
}

function rekeyGiven(given: Given, keys: Keys): Given {
  const { lines, notPaid } = rekeyLines(given, keys);
  const erased = given.erased.map((each) => newKey(keys, each));
  return { erased, lines, notPaid, forecast: [] };
}

function newKey({ participants }: Keys, old: string): string {
  const key = participants.get(old);
  assert(key, 'everybody named has a new key');
  return key;
}
