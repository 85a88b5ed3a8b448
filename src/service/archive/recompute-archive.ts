import { type Day, dayNumber } from '../../calendar/index.ts';
import { rulesOf } from '../../facts/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { findFirstDifference } from '../bundle/first-difference.ts';
import { bundleNeedsDuckDb, lineDiffers, notABundle, resultDiffers } from '../bundle/problems.ts';
import { bundledPages } from '../bundle/recompute-bundle.ts';
import type { WholePages } from '../pages/load-whole-pages.ts';
import { checkFollowed } from '../previous/load-previous.ts';
import { threadCount } from '../shards/shard-threads.ts';
import { type BeforeLines, beforeLines } from '../stored/before-lines.ts';
import { type Followed, followNow } from '../stored/follow-now.ts';
import { heldAgainst } from '../stored/held-against.ts';
import { settleNow } from '../stored/settle-now.ts';
import type { Given, SettlingGround } from '../stored/settling.ts';
import { type Archive, rowsIn, type WithoutLines } from './archive.ts';
import { beforeOf } from './before-of.ts';
import { openArchive } from './open-archive.ts';
import { readArchivedFacts } from './read-archived-facts.ts';
import {
  type ArchivedLines,
  eachArchivedLines,
  type OpenedArchive,
} from './read-archived-lines.ts';

/** A bundle that came out the same again, however it is written. */
export type Recomputed = Readonly<{
  facts: number;
  lines: number;
  total: string;
  currency: string;
  /** The engine that settled it first, and this one. */
  engines: Readonly<{ was: string; now: string }>;
}>;

type DuckDb = typeof import('@duckdb/node-api');

/** Works an archive out again by column; that it agrees, or the first thing that does not. */
export async function recomputeArchive(
  path: string,
  load: () => Promise<DuckDb> = () => import('@duckdb/node-api'),
): Promise<Result<Recomputed>> {
  const duckDb = await load().catch(() => undefined);
  if (duckDb === undefined) return { ok: false, problems: [bundleNeedsDuckDb(path)] };
  const opened = await openArchive(path);
  if (!opened.ok) return opened;
  try {
    return await recompute({ path, duckDb, opened: opened.value });
  } finally {
    await opened.value.close();
  }
}

type Opened = OpenedArchive & Readonly<{ path: string }>;

async function recompute(asked: Opened): Promise<Result<Recomputed>> {
  const { path, opened } = asked;
  const { archive } = opened;
  const whole = bundledPages(path, archive);
  if (!whole.ok) return whole;
  const ground = groundOf(archive, whole.value);
  const contracts = whole.value.pages.map(({ read }) => read.contract);
  const source = await readArchivedFacts(path, opened, rulesOf(contracts));
  if (!source.ok) return source;
  const wrong = findWrongBefore(path, archive, { ...whole.value, asAt: ground.asAt });
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const given = await readGiven(asked);
  if (!given.ok) return given;
  const { plan } = whole.value;
  const now = await settleNow(ground, { plan, source: source.value, given: given.value });
  const before = await readBefore(asked, beforeLines(now.owed));
  if (!before.ok) return before;
  const followed = followNow(ground, now, before.value);
  const problem = await findProblem(asked, followed);
  if (!problem.ok) return problem;
  const { lines, about } = { lines: rowsIn(archive.lines), about: followed.about };
  const { total, currency, engine } = about.result;
  const engines = { was: archive.engine, now: engine };
  return { ok: true, value: { facts: about.facts, lines, total, currency, engines } };
}

/** So many take less time than threads take to get ready for parts of them. */
const factsInOneMost = 100_000;

function groundOf(archive: Archive, { pages }: WholePages): SettlingGround {
  const { asAt, knownAt, facts } = archive;
  const page = pages.at(-1) ?? pages[0];
  return {
    programme: '',
    contracts: pages.map(({ read }) => read.contract),
    settlement: {
      contract: page.hashes.contract ?? '',
      language: page.read.contract.language,
    },
    pageName: page.name,
    asAt: { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) },
    threads: rowsIn(facts) > factsInOneMost ? threadCount() : 0,
  };
}

/** What is wrong with taking what the archive says of the settlement before for that. */
function findWrongBefore(
  path: string,
  { previous }: Archive,
  following: Parameters<typeof checkFollowed>[2],
): readonly Problem[] {
  return previous === 'none' ? [] : checkFollowed(path, previous, following);
}

/** What was settled before for those who had been erased: it enters as it was. */
async function readGiven(asked: Opened): Promise<Result<Given | undefined>> {
  const { erased = [] } = asked.opened.archive.result;
  const earlier = earlierLines(asked);
  if (erased.length === 0 || earlier === undefined) return { ok: true, value: undefined };
  const people = new Set(erased);
  const [lines, notPaid]: [Given['lines'][number][], Given['notPaid'][number][]] = [[], []];
  const read = await eachArchivedLines(asked, earlier, (kept) => {
    for (const each of kept) {
      if (!people.has(each.line.participant ?? '')) continue;
      lines.push(each.line);
      notPaid.push(...each.notPaid);
    }
  });
  return read.ok ? { ok: true, value: { erased, lines, notPaid, forecast: [] } } : read;
}

function earlierLines({ path, opened }: Opened): ArchivedLines | undefined {
  const { previous, previousLines } = opened.archive;
  return previous === 'none' ? undefined : { path, about: previous, files: previousLines };
}

/** Holds the lines of the settlement before against those of now. */
async function readBefore(asked: Opened, lines: BeforeLines) {
  const earlier = earlierLines(asked);
  const none = { before: undefined, lines: undefined };
  if (earlier === undefined) return { ok: true, value: none } as const;
  let total = 0n;
  const read = await eachArchivedLines(asked, earlier, (kept) => {
    for (const { line } of kept) total += unitsOfMajor(line.amount);
    lines.take(kept);
  });
  if (!read.ok) return read;
  if (total !== unitsOfMajor(earlier.about.total)) {
    const what = 'of its "previous", the lines do not add up to its total';
    return { ok: false, problems: [notABundle(asked.path, what)] } as const;
  }
  return { ok: true, value: { before: beforeOf(earlier.about), lines } } as const;
}

/** The first thing that comes out otherwise: a line, else anything else. */
async function findProblem(asked: Opened, followed: Followed): Promise<Result<null>> {
  const { path, opened } = asked;
  const { about: found, paid, outstanding } = followed;
  const { lines: files, result, resultHash, engine } = opened.archive;
  // What moved lines is not in it: the hash of the whole result holds that.
  const held = heldAgainst({ ...paid, outstanding, changes: () => [] }, { isOfPeopleAlone: false });
  const read = await eachArchivedLines(asked, { path, about: result, files }, held.lines);
  if (!read.ok) return read;
  const ofLines = held.close(new Map(result.gone));
  const again = { ...found.result, outstanding: found.left, gone: [] };
  const otherwise = ofLines ?? findFirstDifference(wholeOf(result), wholeOf(again));
  if (otherwise !== undefined) {
    const { isLine, ...rest } = otherwise;
    return { ok: false, problems: [isLine ? lineDiffers(path, rest) : resultDiffers(path, rest)] };
  }
  if (engine === found.result.engine && resultHash !== found.resultHash) {
    const rest = { what: 'resultHash', said: resultHash, found: found.resultHash };
    return { ok: false, problems: [resultDiffers(path, rest)] };
  }
  return { ok: true, value: null };
}

function wholeOf(result: WithoutLines) {
  const { gone: _, outstanding, ...about } = result;
  return { ...about, outstanding: { ...outstanding, paid: [] }, lines: [], notPaid: [] };
}
