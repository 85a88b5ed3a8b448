import { rulesOf } from '../../facts/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { notWorkedOut, owedByColumn, sharesIn, sinceLines } from '../../settlement/index.ts';
import { readFactSource } from '../fact-files/read-fact-source.ts';
import { isError } from '../pages/check-pages.ts';
import { loadWholePages, type WholePages } from '../pages/load-whole-pages.ts';
import type { SettleRequest } from '../settling/settle.ts';
import { settleLargeFacts } from '../shards/settle-large.ts';
import { followEarlier, type SettledNow, type SettledSince } from './follow-earlier.ts';
import { endParting, followMoving, partingOf } from './follow-moving.ts';
import { openEarlier } from './open-earlier.ts';
import { previousLinesAlone } from './problems.ts';

/** What to settle, and whether every line of it is wanted, or what changed alone. */
export type SinceRequest = SettleRequest &
  Readonly<{
    areLinesWanted?: boolean;
    /** As of `LargeRequest`. */
    threads?: number;
  }>;

/**
 * What changed since a settlement whose lines `settle --lines` wrote as Parquet: lines that are
 * alike are passed over by their columns, so that those of a nation are never held as objects.
 */
export async function settleSince(request: SinceRequest): Promise<Result<SettledSince>> {
  const { previous: path = '', erased = [] } = request;
  if (erased.length > 0) return { ok: false, problems: [previousLinesAlone(path)] };
  const pages = await loadWholePages(request.pages);
  if (!pages.ok) return pages;
  const asAt = { trueBy: request.asAt, knownBy: request.knownAt };
  const opened = await openEarlier(path, { ...pages.value, asAt });
  if (!opened.ok) return opened;
  const { previous: _, areLinesWanted = false, ...now } = request;
  const parting = areLinesWanted ? undefined : partingOf(opened.value);
  try {
    const follow = async (settled: SettledNow & Readonly<{ digest?: unknown }>) => {
      const { digest: __, ...rest } = settled;
      await endParting(parting, opened.value);
      return followEarlier(rest, opened.value);
    };
    const asked = parting ? { ...now, before: parting.before } : now;
    const some = await settleLargeFacts(asked, (settled) => {
      const parts = settled.before && parting?.parts();
      return parts ? followMoving(settled, { earlier: opened.value, parts }) : follow(settled);
    });
    const large = some === 'other lines' ? await settleLargeFacts(now, follow) : some;
    if (large !== undefined) return large;
    const settled = await settleAny(now, pages.value);
    return 'problems' in settled
      ? { ok: false, problems: settled.problems }
      : await follow(settled);
  } finally {
    await endParting(parting, opened.value);
    opened.value.close();
  }
}

type Refused = Readonly<{ problems: readonly Problem[] }>;

/** Settles what cannot be settled without looking at every row of the facts. */
async function settleAny(
  request: SettleRequest,
  { pages, plan }: WholePages,
): Promise<SettledNow | Refused> {
  const { onProgress, setAside = false } = request;
  const rules = rulesOf(pages.map(({ read }) => read.contract));
  const { source, unread, problems } = await readFactSource(request.facts, rules, {
    setAside,
    onProgress: ({ bytes, bytesTotal }) =>
      onProgress?.({ doing: 'Reading', done: bytes, total: bytesTotal, unit: 'bytes' }),
  });
  if (!setAside && problems.some(isError)) return { problems };
  const owed = owedByColumn(plan, source, {
    trueBy: request.asAt,
    knownBy: request.knownAt,
    unread,
    onProgress: (done, total) =>
      onProgress?.({ doing: 'Settling', done, total, unit: 'participants' }),
  });
  const page = pages.at(-1) ?? pages[0];
  return {
    owed,
    source,
    since: sinceLines,
    unread,
    page,
    notWorkedOut: notWorkedOut(page.read.contract),
    shares: sharesIn(plan),
    leftOut: { rows: unread.length, problems },
  };
}
