import { unitsOfMajor } from '../../money/index.ts';
import type {
  Debt,
  Outstanding,
  OutstandingItem,
  ResultChange,
  ResultLine,
  ResultNotPaid,
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
  seen: () => Iterable<SeenLine>;
  changes: () => Iterable<ResultChange>;
  /** What a line of a first settlement has changed by, which is then kept beside it. */
  firstChange: ((line: ResultLine) => ResultChange | undefined) | undefined;
  outstanding: Outstanding;
}>;

/**
 * The rows of a result as they are sent, in an order in which they may be added. Nothing but a
 * batch is held of them, and a thread may make them that has no database.
 */
export function* resultBatches(many: ManyRows): Generator<ResultBatch> {
  const { changes, firstChange, outstanding } = many;
  const paidOn = new Map(
    outstanding.paid.flatMap(({ on, lines: named }) => named.map((line) => [line, on] as const)),
  );
  yield* lineBatches(many, paidOn);
  if (firstChange === undefined) yield* batchesOf('change', changeRows(changes()));
  // Of lines that are still there the day stands with the line.
  yield* batchesOf('left', leftRows(outstanding, paidOn));
}

function* batchesOf(
  of: keyof typeof tables,
  rows: Iterable<readonly ArrayCell[]>,
): Generator<ResultBatch> {
  for (const batch of rowBatches(tables[of], rows)) yield { of, batch };
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
  { seen, firstChange }: ManyRows,
  paidOn: Map<string, string>,
): Generator<ResultBatch> {
  let unpaid: ArrayCell[][] = [];
  let changed: ArrayCell[][] = [];
  let [place, unpaidPlace, changePlace] = [0, 0, 0];
  const rows = function* (): Generator<readonly ArrayCell[]> {
    for (const { line, notPaid } of seen()) {
      place += 1;
      for (const each of notPaid) {
        unpaidPlace += 1;
        unpaid.push(unpaidCells(each, { place: unpaidPlace, line: place }));
      }
      const change = firstChange?.(line);
      if (change !== undefined) {
        changePlace += 1;
        changed.push(changeCells(change, changePlace));
      }
      yield lineCells(line, { place, paidOn: paidOn.get(line.line) ?? null });
      paidOn.delete(line.line);
    }
  };
  for (const batch of rowBatches(tables.line, rows())) {
    yield { of: 'line', batch };
    const [ownUnpaid, ownChanged] = [unpaid, changed];
    unpaid = [];
    changed = [];
    yield* batchesOf('unpaid', ownUnpaid);
    yield* batchesOf('change', ownChanged);
  }
}

function unpaidCells(
  { reason, amount, clause, waitsFor }: ResultNotPaid,
  { place, line }: Readonly<{ place: number; line: number }>,
): ArrayCell[] {
  const waits = waitsFor === undefined ? null : JSON.stringify(waitsFor);
  return [place, line, reason, unitsOfMajor(amount), clause, waits];
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
    yield changeCells(each, place);
  }
}

function changeCells(change: ResultChange, place: number): ArrayCell[] {
  return [
    place,
    change.line,
    change.clause,
    change.outcome,
    change.participant ?? null,
    change.provider,
    change.payee,
    unitsOfMajor(change.takenBack),
    unitsOfMajor(change.paid),
    JSON.stringify(change.payers),
    JSON.stringify(change.cause),
  ];
}

/** What a settlement leaves for the next, and when more was last paid for lines now gone. */
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
