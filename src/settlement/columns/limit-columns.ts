import { type NumberColumn, numberColumn, numberIn, putNumber } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import type { DueStep } from '../due/due.ts';
import type { OverLine, Pool } from '../due/limits-over.ts';
import type { PoolName } from '../pay/pools-by.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import { type AmountColumn, amountColumn } from './amount-column.ts';
import { numberOf, type ValueNumbers, valueNumbers } from './value-numbers.ts';

/** The limits over rows, by column: which they are, and the pool of each on which a row draws. */
export type LimitColumns = {
  readonly limits: ValueNumbers<OverLine['limit']>;
  /** The sum of each, in whole smallest units. */
  readonly sums: number[];
  /** The number of each as why a line is cut, among the reasons of lines; 0 where it cut none. */
  readonly whys: number[];
  /** The first limit over a row and its pool, the second, and so on. */
  readonly limit: NumberColumn[];
  readonly pool: NumberColumn[];
  /** What is used of each pool. */
  readonly used: AmountColumn;
  pools: number;
  /** By what the pools are known on which lines of many draw. */
  readonly names: Map<Pool, PoolName>;
  /** Of rows over which a limit is shared in proportion, all that is over them. */
  readonly shared: Map<number, readonly OverLine[]>;
  /** Of rows that grew, or stand in line on another day than they are payable: in which parts. */
  readonly parts: Map<number, readonly DueStep[]>;
};

export function limitColumns(): LimitColumns {
  return {
    limits: valueNumbers(),
    sums: [],
    whys: [],
    limit: [],
    pool: [],
    used: amountColumn(),
    pools: 0,
    names: new Map(),
    shared: new Map(),
    parts: new Map(),
  };
}

/** Opens a pool of which nothing is used, and gives its number, from 1. */
export function openPool(columns: LimitColumns, name?: PoolName): Pool {
  columns.pools += 1;
  if (name) columns.names.set(columns.pools, name);
  const { used, pools } = columns;
  if (pools >= used.values.length) {
    const longer = new Float64Array(2 * (pools + 64));
    longer.set(used.values);
    used.values = longer;
  }
  return pools;
}

/** Puts down the limits over a row. */
export function putLimits(columns: LimitColumns, row: number, over: readonly OverLine[]): void {
  openPlaces(columns, over.length);
  over.forEach(({ limit, pool }, at) => {
    putNumber(columns.limit[at] as NumberColumn, row, numberOfLimit(columns, limit));
    putNumber(columns.pool[at] as NumberColumn, row, pool);
  });
  const isShared = ({ share, rest }: OverLine) => share !== undefined || rest !== undefined;
  if (over.some(isShared)) columns.shared.set(row, over);
}

/** Makes room for so many limits over a row. */
export function openPlaces(columns: LimitColumns, count: number): void {
  while (columns.limit.length < count) {
    columns.limit.push(numberColumn());
    columns.pool.push(numberColumn());
  }
}

/** Puts down the same limits over a row, and the same pools, as over the row before it. */
export function repeatLimits({ limit, pool }: LimitColumns, row: number): void {
  for (let at = 0; at < limit.length; at += 1) {
    const [limits, pools] = [limit[at] as NumberColumn, pool[at] as NumberColumn];
    putNumber(limits, row, numberIn(limits, row - 1));
    putNumber(pools, row, numberIn(pools, row - 1));
  }
}

/** The number of a limit, which is kept if it is new. */
export function numberOfLimit(columns: LimitColumns, limit: OverLine['limit']): number {
  const { limits, sums, whys } = columns;
  const number = numberOf(limits, limit);
  if (number > sums.length) {
    sums.push(wholeOf(roundedDown(limit.most)));
    whys.push(0);
  }
  return number;
}

/** Whether any limit is over a row. */
export function isUnderLimit({ limit: [first] }: LimitColumns, row: number): boolean {
  return first !== undefined && numberIn(first, row) !== 0;
}

/** No sum of amounts is beyond what a plain number holds exactly: such a limit cuts nothing. */
function wholeOf(sum: bigint): number {
  const whole = Number(sum);
  return Number.isSafeInteger(whole) ? whole : Number.POSITIVE_INFINITY;
}

/** What the limit over a row has left for it that has least; no bound where there is none. */
export function leastLeft(columns: LimitColumns, row: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < columns.limit.length; at += 1) {
    const left = findLeft(columns, row, at);
    if (left === undefined) break;
    if (left < least) least = left;
  }
  return least;
}

/** The place of the limit over a row that has least left, the first among equals; -1 of none. */
export function findTightest(columns: LimitColumns, row: number): number {
  let tightest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < columns.limit.length; at += 1) {
    const left = findLeft(columns, row, at);
    if (left === undefined) break;
    if (tightest >= 0 && left >= least) continue;
    tightest = at;
    least = left;
  }
  return tightest;
}

/** What the limit in a place over a row has left for it; undefined where there is no limit. */
export function findLeft(columns: LimitColumns, row: number, at: number): number | undefined {
  const number = numberIn(columns.limit[at] as NumberColumn, row);
  if (number === 0) return undefined;
  const pool = numberIn(columns.pool[at] as NumberColumn, row);
  const sum = sumFor(columns, row, at) ?? (columns.sums[number - 1] as number);
  return Math.max(sum - (columns.used.values[pool] as number), 0);
}

/** What a limit that is shared in proportion leaves of a row. */
function sumFor({ shared }: LimitColumns, row: number, at: number): number | undefined {
  if (shared.size === 0) return undefined;
  const { share, rest } = shared.get(row)?.[at] ?? {};
  const sum = share?.most ?? rest;
  return sum === undefined ? undefined : wholeOf(sum);
}

export function limitAt(columns: LimitColumns, row: number, at: number): OverLine['limit'] {
  const number = numberIn(columns.limit[at] as NumberColumn, row);
  return columns.limits.values[number - 1] as OverLine['limit'];
}

/** Uses so much of each pool on which a row draws, once where two limits draw on one. */
export function useRoom(columns: LimitColumns, row: number, amount: number): void {
  if (amount === 0) return;
  for (let at = 0; at < columns.pool.length; at += 1) {
    const pool = numberIn(columns.pool[at] as NumberColumn, row);
    if (pool === 0) return;
    if (isUsedBefore(columns, row, { pool, at })) continue;
    const used = (columns.used.values[pool] as number) + amount;
    assert(Number.isSafeInteger(used), 'what is used of a limit is a safe whole number');
    columns.used.values[pool] = used;
  }
}

type InPlace = Readonly<{ pool: Pool; at: number }>;

function isUsedBefore({ pool: pools }: LimitColumns, row: number, { pool, at }: InPlace): boolean {
  for (let before = 0; before < at; before += 1) {
    if (numberIn(pools[before] as NumberColumn, row) === pool) return true;
  }
  return false;
}
