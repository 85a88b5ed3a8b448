import type { ColumnSource } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { type OwedByColumn, paymentPlanOf, planOf } from '../../settlement/index.ts';
import { linesInRows, type ResultBatch, resultBatches } from '../../store/money/index.ts';
import { explain } from '../settling/ask-why.ts';
import { type BeforeLines, beforeLines } from './before-lines.ts';
import { openBundling } from './bundling.ts';
import { openedColumns } from './columns-of-sealed.ts';
import { compareFacts, withoutBound } from './compare-facts.ts';
import { followNow } from './follow-now.ts';
import { type ComeOut, type Compared, type HeldAgainst, heldAgainst } from './held-against.ts';
import { givenOf, type Now, settleNow } from './settle-now.ts';
import type { KeptPart, Settling, SettlingGround } from './settling.ts';

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
      const { currency } = now.owed;
      const followed = followNow(ground, now, { before, lines: earlier?.lines });
      const { about, outstanding } = followed;
      batches = resultBatches({ ...followed.paid, outstanding });
      paid = { ...followed.paid, outstanding, currency };
      return about;
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
    takeText: async (of, text) => bundling.takeText(of, text),
    bundle: async (asked) => bundling.bundle(asked),
    nextText: async () => bundling.nextText(),
    close: async () => undefined,
  };
}

type EarlierLines = Readonly<{ lines: BeforeLines; take: (rows: Uint8Array) => void }>;

function openEarlierLines(owed: OwedByColumn): EarlierLines {
  const lines = beforeLines(owed);
  const read = linesInRows(owed.currency);
  return { lines, take: (rows) => lines.take(read(rows)) };
}

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
