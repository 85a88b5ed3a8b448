import Type from 'typebox';
import type { Problem } from '../../problem/index.ts';
import type { PaidResult } from '../../settlement/index.ts';
import { action, type Work } from '../act/index.ts';
import { findFirstDifference } from '../bundle/first-difference.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { settleGround } from '../settling/settle.ts';
import { resultHash } from '../stored/result-hash.ts';
import { settlementComesOutOtherwise } from './problems.ts';
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

async function recompute(work: Work, of: Readonly<{ programme: string; settlement: string }>) {
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

/** What is kept must have the hash that was approved, and come out of what it rests on. */
function problemWith(
  { stored, result, erasedSince }: StoredGround,
  again: PaidResult,
): Problem | undefined {
  const kept = resultHash(result);
  if (kept !== stored.resultHash) {
    return settlementComesOutOtherwise('what is kept', stored.resultHash, kept);
  }
  const isSame = again.engine === result.engine && resultHash(again) === kept;
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
