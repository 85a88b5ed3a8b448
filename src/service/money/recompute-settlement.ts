import Type, { type Static } from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import type { Tx } from '../../store/index.ts';
import {
  countKnownFacts,
  findSettlement,
  getLeft,
  getPayable,
  getSummary,
  type Of,
  readLineRows,
  type StoredSettlement,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { type FirstDifference, findFirstDifference } from '../bundle/first-difference.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { givenAgain } from '../stored/given-again.ts';
import { keptHash } from '../stored/kept-hash.ts';
import { changesInTurn } from '../stored/kept-in-turn.ts';
import { type StoredSettled, settleStored } from '../stored/settle-stored.ts';
import { pagesOf, settledUnder } from './pages-of.ts';
import { settlementComesOutOtherwise, settlementNotThere } from './problems.ts';
import { ofSettlement, resultHashShape } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

const output = Type.Object(
  {
    resultHash: resultHashShape,
    facts: Type.Integer(),
    lines: Type.Integer(),
    /** Of how many participants the lines were taken as they were settled. */
    erasedSince: Type.Integer(),
    engines: Type.Object({ was: Type.String(), now: Type.String() }, nothingElse),
  },
  nothingElse,
);

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
  output,
  run: recompute,
});

async function recompute(work: Work, of: Of): Promise<Result<Again>> {
  const { tx } = work;
  const stored = await findSettlement(tx, of);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
  const kept = await keptHash(tx, of);
  if (kept !== stored.resultHash) {
    const wrong = settlementComesOutOtherwise('what is kept', stored.resultHash, kept);
    return { ok: false, problems: [wrong] };
  }
  return settleAgain(work, stored);
}

/**
 * Works it out again as it was worked out. Where that is not the same, what was kept is held
 * against it as it is read, line by line.
 */
async function settleAgain(work: Work, stored: StoredSettlement): Promise<Result<Again>> {
  const { tx } = work;
  const { programme, asAt, knownAt, factsThrough, factsCount, erasedCount } = stored;
  const known = await countKnownFacts(tx, { programme, knownAt });
  const pages = await pagesOf(tx, programme, stored.versions);
  if (!pages.ok) return pages;
  const previous =
    stored.previous === null ? undefined : { programme, settlement: stored.previous };
  let erasedSince = 0;
  const given = async (erased: readonly string[]) => {
    const again = await givenAgain(work, stored, erased);
    erasedSince = Math.max(again.lost, erased.length - erasedCount);
    return again.given;
  };
  const asked = {
    ...settledUnder(pages.value),
    programme,
    asAt: { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) },
    through: factsThrough,
    facts: factsCount,
    previous,
    ...(known.erased === erasedCount ? {} : { given }),
  };
  const settled = await settleStored(work, asked, async (found): Promise<Result<Again>> => {
    const { about } = found;
    const isSame = erasedSince === 0 && about.resultHash === stored.resultHash;
    const otherwise = isSame
      ? undefined
      : await findOtherwise(work, stored, { ...found, erasedSince });
    if (otherwise !== undefined) return { ok: false, problems: [otherwise] };
    return { ok: true, value: againOf(stored, about, erasedSince) };
  });
  return settled.ok ? settled.value : settled;
}

/** What a settlement came to again, where it came out as it was kept. */
type Again = Static<typeof output>;

function againOf(
  { resultHash, engine }: StoredSettlement,
  { facts, lines, result }: StoredSettled['about'],
  erasedSince: number,
): Again {
  return { resultHash, facts, lines, erasedSince, engines: { was: engine, now: result.engine } };
}

type ComeOut = StoredSettled & Readonly<{ erasedSince: number }>;

/** The first thing that comes out otherwise, the version of the engine aside. */
async function findOtherwise(
  { tx }: Work,
  { programme, id: settlement, currency }: StoredSettlement,
  { about, holdAgainst, findOtherwise: find, erasedSince }: ComeOut,
): Promise<Problem | undefined> {
  const of = { programme, settlement };
  const compared = { isOfPeopleAlone: erasedSince > 0 };
  for await (const rows of readLineRows(tx, of)) await holdAgainst({ rows }, compared);
  if (erasedSince === 0) {
    for await (const changes of changesInTurn(tx, of, currency)) {
      await holdAgainst({ changes }, compared);
    }
  }
  const { outstanding: left, gone } = await getLeft(tx, of, currency);
  const first = await find(gone);
  if (first !== undefined || erasedSince > 0) return first && problemOf(first);
  const rest = { lines: [], notPaid: [] };
  const other = findFirstDifference(
    { ...(await keptAbout(tx, of)), ...rest, outstanding: { ...left, paid: [] } },
    { ...about.result, ...rest, outstanding: { ...about.left, paid: [] } },
  );
  return other && problemOf(other);
}

/** What was kept of all providers together. */
async function keptAbout(tx: Tx, of: Of) {
  const { payable, ...about } = (await getSummary(tx, of)).summary;
  const statements = await getPayable(tx, of, about.currency);
  return { ...about, payable: { ...payable, statements } };
}

function problemOf({ what, said, found }: FirstDifference): Problem {
  return settlementComesOutOtherwise(what, said, found);
}
