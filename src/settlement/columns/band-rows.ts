import { numberIn, putNumber } from '../../facts/index.ts';
import { multiply, round } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Due } from '../due/due.ts';
import { duesOfOne } from '../due/dues-of-outcomes.ts';
import { atPriceOf, bandOf, type Counted, inItsBand } from '../pay/band.ts';
import type { Draft } from '../pay/draft.ts';
import type { Pricer } from '../pay/price.ts';
import type { BandColumns, DueInBand } from './band-columns.ts';
import { termsAt, worthAt } from './line-at.ts';
import { type LineColumns, putAmounts } from './line-columns.ts';

/** Lines by column, and how they are counted. */
export type Banded = Readonly<{ columns: LineColumns; bands: BandColumns; price: Pricer }>;

/**
 * Step 7 over all rows in place in line, where the price of one line changes no other: each gets
 * the price of its band. Gives the lines that are more than an amount on a day, anew.
 */
export function bandRows(banded: Banded, rows: Int32Array): ReadonlyMap<number, DueInBand> {
  const { pool: column, pools, drafts, inBands } = banded.bands;
  const anew = new Map<number, DueInBand>();
  if (pools.length === 0) return anew;
  const reached = new Float64Array(pools.length + 1);
  const worths = new Map<number, number>();
  const bandsMost = bandsMostIn(banded.columns);
  const mayBeApart = drafts.size > 0 || inBands.size > 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const pool = numberIn(column, row);
    if (pool === 0) continue;
    const number = (reached[pool] as number) + 1;
    reached[pool] = number;
    const counted = { number, all: pools[pool - 1]?.count ?? number };
    const due = mayBeApart ? findAnew(banded, row, counted) : undefined;
    if (due) anew.set(row, due);
    else repriceRow(banded, row, { counted, worths, bandsMost });
  }
  return anew;
}

/** What each line of which more changes than an amount is in every band, as plain data. */
export function duesInBands({ drafts }: BandColumns, price: Pricer): BandColumns['inBands'] {
  const inBands = new Map<number, readonly DueInBand[]>();
  for (const [row, draft] of drafts) {
    const { sizes = [] } = draft.earned.placed.outcome.price.bands ?? {};
    const dues = sizes.map((_, band) => dueOf(atPriceOf(draft, band, price)));
    inBands.set(row, dues.map(plainDue));
  }
  return inBands;
}

function plainDue({ price, quantity, gross, unpaid, steps, payableOn }: Due): DueInBand {
  const rest = payableOn === undefined ? {} : { payableOn };
  return { price, quantity, gross, unpaid, steps, ...rest };
}

/** The line of a row as it is at another price, before limits. */
function findAnew(
  { columns, bands, price }: Banded,
  row: number,
  counted: Counted,
): DueInBand | undefined {
  const draft = bands.drafts.get(row);
  if (draft && columns.kept.has(row)) {
    const due = dueOf(inItsBand(draft, counted, price));
    columns.kept.set(row, { due });
    return due;
  }
  const due = draft
    ? dueOf(inItsBand(draft, counted, price))
    : bands.inBands.get(row)?.[bandAt(columns, row, counted)];
  if (due) putAmounts(columns, row, due);
  return due;
}

function dueOf(draft: Draft): Due {
  const [due] = duesOfOne([{ ...draft, unpaid: [] }], (drafts) => drafts);
  assert(due, 'a line at another price is a line');
  return due;
}

function bandAt(columns: LineColumns, row: number, counted: Counted): number {
  const { bands } = termsAt(columns, row).placed.outcome.price;
  return bands ? bandOf(bands, counted) : 0;
}

type Repricing = Readonly<{
  counted: Counted;
  /** By the numbers of terms, band and worth. */
  worths: Map<number, number>;
  bandsMost: number;
}>;

/** So many numbers of worths are told apart for each band of the terms. */
const worthsMost = 2 ** 32;

/** The most bands that any outcome has, so that no two terms and bands have one number. */
function bandsMostIn({ termsKnown: { values } }: LineColumns): number {
  const counts = values.map(({ placed }) => placed.outcome.price.bands?.sizes.length ?? 1);
  const most = Math.max(1, ...counts);
  const numbersMost = (values.length + 1) * most * worthsMost;
  assert(Number.isSafeInteger(numbersMost), 'terms, bands and worths are told apart by a number');
  return most;
}

/** Mostly the same price, quantity and band have been worked out before. */
function repriceRow(
  { columns, bands: { prices } }: Banded,
  row: number,
  { counted, worths, bandsMost }: Repricing,
): void {
  const { version, placed } = termsAt(columns, row);
  const { bands } = placed.outcome.price;
  const band = bands ? bandOf(bands, counted) : 0;
  if (band === 0) return;
  const terms = numberIn(columns.terms, row) * bandsMost + band;
  const key = terms * worthsMost + numberIn(columns.worth, row);
  const before = worths.get(key);
  if (before !== undefined) {
    putNumber(columns.worth, row, before);
    return;
  }
  const { price, quantity } = worthAt(columns, row);
  const unit = prices.get(price)?.[band];
  assert(unit, 'the prices of every band are known');
  const gross = round(multiply(unit, quantity), version.rounding);
  putAmounts(columns, row, { price: unit, quantity, gross, unpaid: [] });
  worths.set(key, numberIn(columns.worth, row));
}
