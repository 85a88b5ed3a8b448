import { type NumberColumn, numberColumn, putNumber } from '../../facts/index.ts';
import type { Fraction } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import {
  type BandPool,
  bandPoolsIn,
  type CountedLine,
  countedLine,
  unitsInBands,
} from '../pay/band.ts';
import type { Draft } from '../pay/draft.ts';
import type { EarnedLine } from '../pay/earned-line.ts';
import type { PoolName } from '../pay/pools-by.ts';
import type { Pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import type { LineColumns } from './line-columns.ts';

/** Lines that are counted in volume bands, by column: together with which others each row is. */
export type BandColumns = Readonly<{
  pool: NumberColumn;
  /** Numbered from 1. */
  pools: NamedPool[];
  /** The prices of each band, by that of the first, which is worked out once for many lines. */
  prices: Map<Fraction, readonly Fraction[]>;
  /** The lines of which more changes than an amount, as they were worked out. */
  drafts: Map<number, Draft>;
  /** Or what each of them is in every band, where it was worked out on another thread. */
  inBands: Map<number, readonly DueInBand[]>;
}>;

/** Lines that are counted together, and by what they are known. */
export type NamedPool = BandPool & Readonly<{ name: PoolName; number: number }>;

/** What of a line is otherwise in another band. */
export type DueInBand = Pick<
  Due,
  'price' | 'quantity' | 'gross' | 'unpaid' | 'steps' | 'payableOn'
>;

export function bandColumns(): BandColumns {
  return {
    pool: numberColumn(),
    pools: [],
    prices: new Map(),
    drafts: new Map(),
    inBands: new Map(),
  };
}

/** Opens a pool in which nothing is counted. */
export function openBandPool({ pools }: BandColumns, name: PoolName): NamedPool {
  const opened = { name, number: pools.length + 1, count: 0 };
  pools.push(opened);
  return opened;
}

type Ground = Readonly<{ columns: LineColumns; bands: BandColumns; price: Pricer }>;

/** Counts lines as they are added, or as they were earned and are paid whole. */
export type BandCounter = Readonly<{
  due: (row: number, due: Due) => void;
  earned: (row: number, line: EarnedLine) => void;
  /** With which others a line is counted that is put down by whoever asks. */
  findPool: (line: CountedLine) => NamedPool | undefined;
}>;

/** The first half of step 7. */
export function bandCounter(plan: Plan, ground: Ground): BandCounter {
  const { columns, bands } = ground;
  const findPool = bandPoolsIn(plan, (name) => openBandPool(bands, name));
  const count = (row: number, line: PricedLine): boolean => {
    const counted = countedLine(line);
    const pool = counted && findPool(counted);
    if (pool === undefined) return false;
    pool.count += 1;
    putNumber(bands.pool, row, pool.number);
    keepPrices(ground, line);
    return true;
  };
  return {
    findPool,
    due: (row, due) => {
      if (due.basis.is !== 'outcome') return;
      const { draft } = due.basis;
      if (!count(row, draft)) return;
      if (columns.kept.has(row) || !isAmountOnDay(due)) bands.drafts.set(row, draft);
    },
    earned: (row, { earned, priced, enoughOn }) => {
      // What waits for verification is not counted.
      if (enoughOn !== undefined) count(row, { earned, priced, payee: earned.attachment.provider });
    },
  };
}

type PricedLine = Pick<Draft, 'earned' | 'priced' | 'payee' | 'refusal'>;

function keepPrices({ bands: { prices }, price }: Ground, { earned, priced }: PricedLine): void {
  if (!prices.has(priced.unit)) prices.set(priced.unit, unitsInBands(earned, price));
}

/** Whether a line is nothing but an amount that is payable, whole, on one day. */
function isAmountOnDay({ steps, payableOn, unpaid }: Due): boolean {
  const [first, second] = steps;
  return first?.payableOn === payableOn && second === undefined && unpaid.length === 0;
}
