import type { Result } from '../../problem/index.ts';
import { givenLines } from '../../settlement/index.ts';
import {
  findSettlement,
  getResult,
  type Of,
  type StoredSettlement,
  type WholeResult,
} from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { loadFacts } from '../facts-in/index.ts';
import type { Ground } from '../settling/settle.ts';
import { groundOf } from './ground-of.ts';
import { pagesOf } from './pages-of.ts';
import { settlementNotThere } from './problems.ts';

/** What a stored settlement rested on, as far as it can still be read. */
export type StoredGround = Readonly<{
  stored: StoredSettlement;
  result: WholeResult;
  ground: Ground;
  /** How many were erased since, with a line or without: lines are taken as they were settled. */
  erasedSince: number;
}>;

/** Reads again what a settlement rested on: its versions, its facts, the settlement before it. */
export async function storedGround(
  work: Pick<Work, 'tx' | 'service'>,
  of: Of,
): Promise<Result<StoredGround>> {
  const { tx } = work;
  const { programme } = of;
  const stored = await findSettlement(tx, of);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
  const pages = await pagesOf(tx, programme, stored.versions);
  if (!pages.ok) return pages;
  const loaded = await loadFacts(work, programme, { through: stored.factsThrough });
  if (!loaded.ok) return loaded;
  const { facts, erased } = loaded.value;
  const result = await getResult(tx, of);
  const { asAt, knownAt, previous: before } = stored;
  const previous =
    before === null ? ('none' as const) : await getResult(tx, { programme, settlement: before });
  const known = new Set(result.erased ?? []);
  const rest = { asAt, knownAt, previous, facts };
  const ground = groundOf(pages.value, { ...rest, erased: erased.filter((id) => known.has(id)) });
  if (!ground.ok) return ground;
  const settled = new Set(result.lines.flatMap(({ participant }) => participant ?? []));
  const lost = erased.filter((id) => settled.has(id) && !known.has(id));
  const erasedSince = Math.max(lost.length, erased.length - stored.erasedCount);
  return {
    ok: true,
    value: {
      stored,
      result,
      ground: withGivenSince(ground.value, result, lost),
      erasedSince,
    },
  };
}

// What was settled for those erased since is all that is left of them.
function withGivenSince(ground: Ground, result: WholeResult, lost: readonly string[]): Ground {
  if (lost.length === 0) return ground;
  const all = new Set([...(ground.erased ?? []), ...lost]);
  return { ...ground, given: givenLines(result, all) };
}
