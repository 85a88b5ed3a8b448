import { unitsOfMajor } from '../../money/index.ts';
import type {
  Debt,
  Outstanding,
  OutstandingItem,
  ResultChange,
  SeenLine,
} from '../../settlement/index.ts';
import type { ArrayCell } from '../binary-arrays.ts';
import { type Batched, insertBatch, type RowBatch, rowBatches } from '../row-batches.ts';
import type { Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

const tables = {
  line: {
    table: 'settlement_line',
    columns: [
      ['place', 'integer'],
      ['line', 'text'],
      ['clause', 'text'],
      ['participant', 'uuid'],
      ['cohort', 'text'],
      ['period', 'text'],
      ['provider', 'text'],
      ['payer', 'text'],
      ['payee', 'text'],
      ['outcome', 'text'],
      ['number', 'text'],
      ['group_name', 'text'],
      ['day', 'date'],
      ['payable_on', 'date'],
      ['earned_on', 'date'],
      ['quantity', 'text'],
      ['price', 'text'],
      ['gross_units', 'bigint'],
      ['amount_units', 'bigint'],
      ['version', 'integer'],
      ['payers', 'json'],
      ['last_paid_on', 'date'],
    ],
  },
  unpaid: {
    table: 'settlement_unpaid',
    columns: [
      ['place', 'integer'],
      ['line', 'integer'],
      ['reason', 'text'],
      ['amount_units', 'bigint'],
      ['clause', 'text'],
      ['waits_for', 'json'],
    ],
  },
  change: {
    table: 'settlement_change',
    columns: [
      ['place', 'integer'],
      ['line', 'text'],
      ['clause', 'text'],
      ['outcome', 'text'],
      ['participant', 'uuid'],
      ['provider', 'text'],
      ['payee', 'text'],
      ['taken_back_units', 'bigint'],
      ['paid_units', 'bigint'],
      ['payers', 'json'],
      ['cause', 'json'],
    ],
  },
  left: {
    table: 'settlement_left',
    columns: [
      ['place', 'integer'],
      ['what', 'text'],
      ['line', 'text'],
      ['payee', 'text'],
      ['amount_units', 'bigint'],
      ['paid_on', 'date'],
      ['is_exempt', 'boolean'],
    ],
  },
} as const satisfies Record<string, Batched>;

/** Some rows of one of the tables that hold a result. */
export type ResultBatch = Readonly<{ of: keyof typeof tables; batch: RowBatch }>;

/** What a result has many of. */
export type ManyRows = Readonly<{
  lines: Iterable<SeenLine>;
  changes: Iterable<ResultChange>;
  outstanding: Outstanding;
}>;

/**
 * The rows of a result as they are sent, in an order in which they may be added. Nothing but a batch
 * is held of them, and a thread may make them that has no database.
 */
export function* resultBatches({ lines, changes, outstanding }: ManyRows): Generator<ResultBatch> {
  const paidOn = new Map(
    outstanding.paid.flatMap(({ on, lines: named }) => named.map((line) => [line, on] as const)),
  );
  yield* lineBatches(lines, paidOn);
  for (const batch of rowBatches(tables.change, changeRows(changes))) yield { of: 'change', batch };
  // Of lines that are still there the day stands with the line.
  for (const batch of rowBatches(tables.left, leftRows(outstanding, paidOn))) {
    yield { of: 'left', batch };
  }
}

/** Adds such rows. */
export async function insertResultBatch(
  tx: Tx,
  { programme, settlement }: Of,
  { of, batch }: ResultBatch,
): Promise<void> {
  await insertBatch(tx, tables[of], { same: { programme, settlement }, batch });
}

/** Lines, and after each batch of them what of these is not paid. The days of lines are taken. */
function* lineBatches(
  lines: Iterable<SeenLine>,
  paidOn: Map<string, string>,
): Generator<ResultBatch> {
  let unpaid: ArrayCell[][] = [];
  let [place, unpaidPlace] = [0, 0];
  const rows = function* (): Generator<readonly ArrayCell[]> {
    for (const { line, notPaid } of lines) {
      place += 1;
      for (const { reason, amount, clause, waitsFor } of notPaid) {
        unpaidPlace += 1;
        const waits = waitsFor === undefined ? null : JSON.stringify(waitsFor);
        unpaid.push([unpaidPlace, place, reason, unitsOfMajor(amount), clause, waits]);
      }
      yield lineCells(line, { place, paidOn: paidOn.get(line.line) ?? null });
      paidOn.delete(line.line);
    }
  };
  for (const batch of rowBatches(tables.line, rows())) {
    yield { of: 'line', batch };
    const own = unpaid;
    unpaid = [];
    for (const more of rowBatches(tables.unpaid, own)) yield { of: 'unpaid', batch: more };
  }
}

type Beside = Readonly<{ place: number; paidOn: string | null }>;

function lineCells(line: SeenLine['line'], { place, paidOn }: Beside): readonly ArrayCell[] {
  return [
    place,
    line.line,
    line.clause,
    line.participant ?? null,
    line.cohort ?? null,
    line.period ?? null,
    line.provider,
    line.payer,
    line.payee,
    line.outcome,
    String(line.number),
    line.group ?? null,
    line.day,
    line.payableOn,
    line.earnedOn ?? null,
    line.quantity,
    line.price,
    unitsOfMajor(line.gross),
    unitsOfMajor(line.amount),
    line.version,
    line.payers === undefined ? null : JSON.stringify(line.payers),
    paidOn,
  ];
}

/** What changed since the settlement before, in the order of the result. */
function* changeRows(changes: Iterable<ResultChange>): Generator<readonly ArrayCell[]> {
  let place = 0;
  for (const each of changes) {
    place += 1;
    yield [
      place,
      each.line,
      each.clause,
      each.outcome,
      each.participant ?? null,
      each.provider,
      each.payee,
      unitsOfMajor(each.takenBack),
      unitsOfMajor(each.paid),
      JSON.stringify(each.payers),
      JSON.stringify(each.cause),
    ];
  }
}

/** What a settlement leaves for the next, and on which day more was last paid for lines now gone. */
function* leftRows(
  { held, onAccount, debts, writtenOff, paid }: Outstanding,
  gone: ReadonlyMap<string, string>,
): Generator<readonly ArrayCell[]> {
  let place = 0;
  const row = (what: string, { line, payee, amount }: OutstandingItem | Debt, debt?: Debt) => {
    place += 1;
    const [paidOn, isExempt] = debt ? [debt.paidOn, debt.exempt] : [null, null];
    return [place, what, line, payee, unitsOfMajor(amount), paidOn, isExempt] as const;
  };
  for (const each of held) yield row('held', each);
  for (const each of onAccount) yield row('on account', each);
  for (const each of debts) yield row('debt', each, each);
  for (const each of writtenOff) yield row('written off', each);
  for (const { on, lines } of gone.size === 0 ? [] : paid) {
    for (const line of lines) {
      if (!gone.has(line)) continue;
      place += 1;
      yield [place, 'paid', line, null, null, on, null];
    }
  }
}
