import Type from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { PaidResult } from '../../settlement/index.ts';
import {
  countKnownFacts,
  findSettlement,
  type Of,
  type StoredSettlement,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { findFirstDifference } from '../bundle/first-difference.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { settleGround } from '../settling/settle.ts';
import { keptHash } from '../stored/kept-hash.ts';
import { resultHash } from '../stored/result-hash.ts';
import { settleStored } from '../stored/settle-stored.ts';
import { pagesOf, settledUnder } from './pages-of.ts';
import { settlementComesOutOtherwise, settlementNotThere } from './problems.ts';
import { ofSettlement, resultHashShape } from './shapes.ts';
import { type StoredGround, storedGround } from './stored-ground.ts';
import { wholeFor } from './who-sees.ts';

/**
 * Works a settlement out again from the facts and versions it rested on, and compares it with what
 * was kept. Where somebody has been erased since, their lines are taken as they were settled, and
 * money is compared: what moved their lines, and where they stood, cannot be said again.
 */
export const recomputeSettlement = action({
  name: 'money.recompute_settlement',
  ...wholeFor,
  kind: 'read',
  summary: 'Works a settlement out again, and says whether it comes out as it was kept.',
  input: Type.Object(ofSettlement, nothingElse),
  output: Type.Object(
    {
      resultHash: resultHashShape,
      facts: Type.Integer(),
      lines: Type.Integer(),
      /** Of how many participants the lines were taken as they were settled. */
      erasedSince: Type.Integer(),
      engines: Type.Object({ was: Type.String(), now: Type.String() }, nothingElse),
    },
    nothingElse,
  ),
  run: recompute,
});

async function recompute(work: Work, of: Of) {
  const { tx } = work;
  const stored = await findSettlement(tx, of);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] } as const;
  const kept = await keptHash(tx, of);
  if (kept !== stored.resultHash) {
    const wrong = settlementComesOutOtherwise('what is kept', stored.resultHash, kept);
    return { ok: false, problems: [wrong] } as const;
  }
  const again = await settleAgain(work, stored);
  if (!again.ok) return again;
  const isSame = again.value?.resultHash === stored.resultHash;
  return isSame ? ({ ok: true, value: again.value } as const) : recomputeWhole(work, of);
}

/**
 * Works it out again as it was worked out; nothing where somebody has been erased since. What comes
 * out otherwise is then looked for in the whole of both.
 */
async function settleAgain(work: Work, stored: StoredSettlement) {
  const { tx } = work;
  const { programme, asAt, knownAt, factsThrough, factsCount, erasedCount } = stored;
  const known = await countKnownFacts(tx, { programme, knownAt });
  if (known.erased !== erasedCount) return { ok: true, value: undefined } as const;
  const pages = await pagesOf(tx, programme, stored.versions);
  if (!pages.ok) return pages;
  const previous =
    stored.previous === null ? undefined : { programme, settlement: stored.previous };
  const asked = {
    ...settledUnder(pages.value),
    programme,
    asAt: { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) },
    through: factsThrough,
    facts: factsCount,
    previous,
  };
  return settleStored(work, asked, async ({ about: { resultHash, facts, lines, result } }) => ({
    resultHash,
    facts,
    lines,
    erasedSince: 0,
    engines: { was: stored.engine, now: result.engine },
  }));
}

async function recomputeWhole(work: Work, of: Of) {
  const found = await storedGround(work, of);
  if (!found.ok) return found;
  const { stored, result, ground, erasedSince } = found.value;
  const again = settleGround(ground).result;
  const wrong = problemWith(found.value, again);
  if (wrong !== undefined) return { ok: false, problems: [wrong] } as const;
  return {
    ok: true,
    value: {
      resultHash: stored.resultHash,
      facts: ground.facts.length,
      lines: result.lines.length,
      erasedSince,
      engines: { was: result.engine, now: again.engine },
    },
  } as const;
}

/** It must come out of what it rests on. */
function problemWith(
  { result, erasedSince }: StoredGround,
  again: PaidResult,
): Problem | undefined {
  const isSame = again.engine === result.engine && resultHash(again) === resultHash(result);
  if (isSame) return undefined;
  const only = erasedSince === 0 ? (whole: PaidResult) => whole : linesOfPeople;
  const difference = findFirstDifference(only(result), only(again));
  return (
    difference && settlementComesOutOtherwise(difference.what, difference.said, difference.found)
  );
}

const nobodyStands = { achieved: 0, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 };

/**
 * Of those erased nothing but their lines is left. What rests on everybody's facts, or on theirs
 * alone, cannot be worked out again: counts, causes, disputes, and lines that are nobody's.
 */
function linesOfPeople(whole: PaidResult): PaidResult {
  const { contract, language, engine, currency, asAt, knownAt } = whole;
  const lines = whole.lines.filter(({ participant }) => participant !== undefined);
  return {
    contract,
    language,
    engine,
    currency,
    asAt,
    knownAt,
    total: '',
    lines,
    notPaid: [],
    statuses: nobodyStands,
  };
}
