import { type NumberColumn, numberColumn, numberIn, putNumber } from '../../facts/index.ts';
import { type Fraction, multiply, round } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Due } from '../due/due.ts';
import { duesOfOne } from '../due/dues-of-outcomes.ts';
import { hasBands } from '../due/stand-apart.ts';
import { type BandPool, bandOf, bandPoolsIn, type Counted, inItsBand } from '../pay/band.ts';
import type { Draft } from '../pay/draft.ts';
import type { Priced, Pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { termsAt, worthAt } from './line-at.ts';
import { type LineColumns, putAmounts } from './line-columns.ts';

/** Counts lines as they are added, and then gives each the price of its band. */
export type Banding = Readonly<{
  add: (row: number, due: Due) => void;
  /** Rows come in place in line. Gives the lines that are more than an amount on a day, anew. */
  close: (rows: Iterable<number>) => ReadonlyMap<number, Due>;
}>;

type NumberedPool = BandPool & Readonly<{ number: number }>;

/** Where the lines of rows are counted, and those of which more changes than an amount. */
type Ground = Readonly<{
  columns: LineColumns;
  price: Pricer;
  pool: NumberColumn;
  pools: NumberedPool[];
  /** The prices of each band, by that of the first, which is worked out once for many lines. */
  prices: Map<Fraction, readonly Priced[]>;
  drafts: Map<number, Draft>;
}>;

/** Step 7 over rows, where the price of one line changes no other; undefined without bands. */
export function findBanding(plan: Plan, columns: LineColumns, price: Pricer): Banding | undefined {
  if (!hasBands(plan)) return undefined;
  const ground: Ground = {
    columns,
    price,
    pool: numberColumn(),
    pools: [],
    prices: new Map(),
    drafts: new Map(),
  };
  const { pools } = ground;
  const findPool = bandPoolsIn(plan, () => {
    const opened = { number: pools.length + 1, count: 0 };
    pools.push(opened);
    return opened;
  });
  return {
    add: (row, due) => {
      if (due.basis.is !== 'outcome') return;
      const { draft } = due.basis;
      const pool = findPool(draft);
      if (pool === undefined) return;
      pool.count += 1;
      putNumber(ground.pool, row, pool.number);
      keepPrices(ground, draft);
      if (columns.kept.has(row) || !isAmountOnDay(due)) ground.drafts.set(row, draft);
    },
    close: (rows) => closeBands(ground, rows),
  };
}

function keepPrices({ prices, price }: Ground, { earned, priced }: Draft): void {
  if (prices.has(priced.unit)) return;
  const { sizes = [] } = earned.placed.outcome.price.bands ?? {};
  prices.set(
    priced.unit,
    sizes.map((_, band) => price(earned, band)),
  );
}

/** Whether a line is nothing but an amount that is payable, whole, on one day. */
function isAmountOnDay({ steps, payableOn, unpaid }: Due): boolean {
  const [first, second] = steps;
  return first?.payableOn === payableOn && second === undefined && unpaid.length === 0;
}

function closeBands(ground: Ground, rows: Iterable<number>): ReadonlyMap<number, Due> {
  const { columns, pool: column, pools, drafts, price } = ground;
  const reached = new Float64Array(pools.length + 1);
  const worths = new Map<number, number>();
  const anew = new Map<number, Due>();
  for (const row of rows) {
    const pool = numberIn(column, row);
    if (pool === 0) continue;
    const number = (reached[pool] as number) + 1;
    reached[pool] = number;
    const counted = { number, all: pools[pool - 1]?.count ?? number };
    const draft = drafts.get(row);
    if (draft === undefined) repriceRow(ground, row, { counted, worths });
    else anew.set(row, redone(columns, row, inItsBand(draft, counted, price)));
  }
  return anew;
}

/** The line of a row as it is at another price, before limits. */
function redone(columns: LineColumns, row: number, draft: Draft): Due {
  const [due] = duesOfOne([{ ...draft, unpaid: [] }], (drafts) => drafts);
  assert(due, 'a line at another price is a line');
  if (columns.kept.has(row)) columns.kept.set(row, { due });
  else putAmounts(columns, row, due);
  return due;
}

type Repricing = Readonly<{ counted: Counted; worths: Map<number, number> }>;

/** So many numbers of worths and bands are told apart for each of the terms. */
const worthsMost = 2 ** 32;

/** Mostly the same price, quantity and band have been worked out before. */
function repriceRow(
  { columns, prices }: Ground,
  row: number,
  { counted, worths }: Repricing,
): void {
  const { version, placed } = termsAt(columns, row);
  const { bands } = placed.outcome.price;
  const band = bands ? bandOf(bands, counted) : 0;
  if (band === 0) return;
  const terms = numberIn(columns.terms, row) * (bands?.sizes.length ?? 1) + band;
  const key = terms * worthsMost + numberIn(columns.worth, row);
  const before = worths.get(key);
  if (before !== undefined) {
    putNumber(columns.worth, row, before);
    return;
  }
  const { price, quantity } = worthAt(columns, row);
  const unit = prices.get(price)?.[band]?.unit;
  assert(unit, 'the prices of every band are known');
  const gross = round(multiply(unit, quantity), version.rounding);
  putAmounts(columns, row, { price: unit, quantity, gross, unpaid: [] });
  worths.set(key, numberIn(columns.worth, row));
}
