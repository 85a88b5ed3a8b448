import { type ColumnSource, compareTexts } from '../../facts/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import { assert, type Problem } from '../../problem/index.ts';
import {
  givenLines,
  type Outstanding,
  type OwedByColumn,
  type PaidOwed,
  type Plan,
  paidOwed,
  paymentPlanOf,
  planOf,
} from '../../settlement/index.ts';
import { linesInRows, type ResultBatch, resultBatches } from '../../store/money/index.ts';
import { erasedLoseForecast } from '../previous/problems.ts';
import { explain } from '../settling/ask-why.ts';
import { withoutEffect } from '../settling/facts-without-effect.ts';
import { reserveUsedUp } from '../settling/problems.ts';
import type { SeenFacts } from '../settling/seen-facts.ts';
import { type BeforeLines, beforeLines } from './before-lines.ts';
import { openBundling } from './bundling.ts';
import { openedColumns } from './columns-of-sealed.ts';
import { compareFacts, withoutBound } from './compare-facts.ts';
import { followBefore, type Since } from './follow-before.ts';
import { hashedSums } from './hashed-sums.ts';
import { type ComeOut, type Compared, type HeldAgainst, heldAgainst } from './held-against.ts';
import { settleFacts } from './settle-facts.ts';
import type {
  Before,
  Given,
  KeptPart,
  SettledAbout,
  Settling,
  SettlingGround,
} from './settling.ts';

/** What is owed now, and what was seen of the facts on the way. */
type Now = Readonly<{
  source: ColumnSource;
  owed: OwedByColumn;
  seen: SeenFacts;
  given: Given | undefined;
}>;

/** Works a settlement out where it is asked for: on the thread that asks, or in one of its own. */
export function settlingHere(ground: SettlingGround): Settling {
  const plan = planOf(ground.contracts);
  assert(plan.ok, 'what was published makes a plan');
  const columns = openedColumns(ground.programme);
  const bundling = openBundling(ground.programme);
  let now: Now | undefined;
  let earlier: EarlierLines | undefined;
  let batches: Iterator<ResultBatch> | undefined;
  let paid: Paid | undefined;
  let held: Held | undefined;
  let compared: ColumnSource | undefined;
  return {
    takeFacts: async (facts) => columns.take(facts),
    settle: async (given) => {
      now = await settleNow(ground, { plan: plan.value, source: columns.close(), given });
    },
    takeBefore: async (rows) => {
      assert(now, 'earlier lines are held against those of now');
      earlier ??= openEarlierLines(now.owed);
      earlier.take(rows);
    },
    follow: async (before) => {
      assert(now, 'what is owed is known before what changed is');
      const followed = follow(ground, now, { before, lines: earlier?.lines });
      ({ batches, paid } = followed);
      return followed.about;
    },
    next: async () => {
      assert(batches, 'rows are kept once all is known');
      const { value, done } = batches.next();
      return done === true ? undefined : value;
    },
    holdAgainst: async (kept, compared) => {
      assert(paid, 'what was kept is held against what came out');
      held ??= openHeld(paid, compared);
      held.take(kept);
    },
    findOtherwise: async (gone) => held?.close(gone),
    explain: async (about, given) => {
      const { contracts, asAt } = ground;
      const payment = paymentPlanOf(contracts, Math.max(asAt.trueBy, asAt.knownBy));
      const lines = given === undefined ? [] : givenOf(given, plan.value.currency);
      const facts = columns.close();
      return explain({ plan: plan.value, facts, asAt: { ...asAt, given: lines }, payment }, about);
    },
    compare: async (pair) => {
      compared ??= withoutBound(columns.close());
      return compareFacts(ground, compared, pair);
    },
    takeToBundle: async (facts) => bundling.takeFacts(facts),
    takeTextBefore: async (text) => bundling.takeBefore(text),
    bundle: async (asked) => bundling.bundle(asked),
    nextText: async () => bundling.nextText(),
    close: async () => undefined,
  };
}

type Asked = Readonly<{ plan: Plan; source: ColumnSource; given: Given | undefined }>;

async function settleNow(ground: SettlingGround, { plan, source, given }: Asked): Promise<Now> {
  const lines = given === undefined ? [] : givenOf(given, plan.currency);
  return { source, given, ...(await settleFacts(ground, { plan, source, given: lines })) };
}

function givenOf({ lines, notPaid }: Given, currency: string) {
  const people = new Set(lines.flatMap(({ participant }) => participant ?? []));
  return givenLines({ currency, lines, notPaid }, people);
}

type EarlierLines = Readonly<{ lines: BeforeLines; take: (rows: Uint8Array) => void }>;

function openEarlierLines(owed: OwedByColumn): EarlierLines {
  const lines = beforeLines(owed);
  const read = linesInRows(owed.currency);
  return { lines, take: (rows) => lines.take(read(rows)) };
}

type Earlier = Readonly<{ before: Before | undefined; lines: BeforeLines | undefined }>;

type Followed = Readonly<{
  about: SettledAbout;
  batches: Iterator<ResultBatch>;
  paid: Paid;
}>;

type Paid = ComeOut & Readonly<{ currency: string }>;

type Held = Readonly<{ take: (kept: KeptPart) => void; close: HeldAgainst['close'] }>;

function openHeld(paid: Paid, compared: Compared): Held {
  const against = heldAgainst(paid, compared);
  const read = linesInRows(paid.currency);
  return {
    take: (kept) => {
      if ('rows' in kept) against.lines(read(kept.rows));
      else against.changes(kept.changes);
    },
    close: against.close,
  };
}

function follow(ground: SettlingGround, now: Now, earlier: Earlier): Followed {
  const { contracts, settlement } = ground;
  const { owed, source, given } = now;
  const since = earlier.before && sinceBefore(ground, now, { ...earlier, before: earlier.before });
  const following = { owed, settlement, contracts, source };
  const paid = paidOwed({ ...following, ...(since && { since: since.since }) });
  const erased = (given?.erased ?? []).toSorted(compareTexts);
  const { outstanding, ...about } = { ...paid.result, ...(erased.length > 0 ? { erased } : {}) };
  const { resultHash, sums } = hashedSums(paid, { ...about, outstanding });
  return {
    about: {
      result: about,
      resultHash,
      sums,
      entries: paid.entries,
      left: leftBut(outstanding),
      problems: [...problemsOf(ground, now, paid), ...(since?.doubts ?? [])],
      facts: source.columns.rows,
      lines: owed.inLine.length,
    },
    batches: resultBatches({ ...paid, outstanding }),
    paid: { seen: paid.seen, changes: paid.changes, outstanding, currency: owed.currency },
  };
}

function leftBut(outstanding: Outstanding): SettledAbout['left'] {
  const { paid: _, ...left } = outstanding;
  return left;
}

type EarlierGiven = Readonly<{ before: Before; lines: BeforeLines | undefined }>;

function sinceBefore(
  { settlement }: SettlingGround,
  { owed, source, given }: Now,
  { before, lines }: EarlierGiven,
): Since {
  const own = given === undefined ? [] : givenOf(given, owed.currency);
  const kept = (lines ?? beforeLines(owed)).close();
  const erased = given?.erased ?? [];
  return followBefore({ owed, source, settlement, given: own, before, kept, erased });
}

/** What is worth a look, whatever was settled before. */
function problemsOf(
  { contracts, asAt, pageName }: SettlingGround,
  { owed: { plan, currency }, seen, given }: Now,
  { isUsedUp, result }: PaidOwed,
): readonly Problem[] {
  const payment = paymentPlanOf(contracts, Math.max(asAt.trueBy, asAt.knownBy));
  const lost = given?.forecast ?? [];
  const units = unitsOfMajor(result.reserved?.left ?? '0');
  return [
    ...withoutEffect({ plan, payment, unread: [] }, seen),
    ...(lost.length > 0 ? [erasedLoseForecast(lost)] : []),
    ...(isUsedUp ? [reserveUsedUp(pageName, { units, currency })] : []),
  ];
}
