import {
  compareFractions,
  type Fraction,
  formatDecimal,
  fraction,
  multiply,
  one,
  round,
} from '../../money/index.ts';
import type { MeasurePlan, MeasureRow } from '../plan/measure-plan.ts';
import { shareWords } from '../why/words.ts';

/** A measure's number as people read it: exact, and where that never ends, nearly so as well. */
export function numberWords(measure: MeasurePlan, value: Fraction): string {
  return isShare(measure) ? percentWords(value) : decimalWords(value);
}

/** The same before it is compared: then it may be a share of nothing yet. */
export function rawWords(measure: MeasurePlan, value: Fraction): string {
  return isShareItself(measure) ? percentWords(value) : decimalWords(value);
}

/** Whether the number of a measure is a share, which people read in per cent. */
export function isShare(measure: MeasurePlan): boolean {
  const { against } = measure;
  return against?.relative || against?.how === 'share of' || isShareItself(measure);
}

function isShareItself({ core, inPercent = false }: MeasurePlan): boolean {
  switch (core.is) {
    case 'share':
    case 'rate':
    case 'share with':
    case 'share having':
      return true;
    case 'number':
    case 'per head':
    case 'per one with any':
    case 'total':
    case 'mean':
    case 'mean change':
      return false;
    case 'estimated':
    case 'weighted':
      return inPercent;
  }
}

/** "8 percentage points", "3 whole ones": by how many units a number is above another. */
export function unitsWords(measure: MeasurePlan, count: Fraction, each: EachUnit): string {
  const { unit, whole } = each;
  const number = decimalWords(count);
  const size = whole ? `${number} whole` : number;
  const many = compareFractions(count, one) === 0 ? '' : 's';
  if (isShare(measure)) {
    const isPoint = compareFractions(unit, point) === 0;
    return isPoint ? `${size} percentage point${many}` : `${size} times ${percentWords(unit)}`;
  }
  if (compareFractions(unit, one) !== 0) return `${size} times ${decimalWords(unit)}`;
  return whole ? `${size} one${many}` : number;
}

type EachUnit = NonNullable<MeasureRow['each']>;

const point = fraction(1n, 100n);

/** "9%", "13/155, about 8.3871%". */
export function percentWords(share: Fraction): string {
  const exact = shareWords(share);
  return exact.endsWith('%') ? exact : `${exact}, about ${nearly(multiply(share, hundred))}%`;
}

/** "1.9", "38/9, about 4.2222". */
export function decimalWords(value: Fraction): string {
  const exact = formatDecimal(value);
  return exact.includes('/') ? `${exact}, about ${nearly(value)}` : exact;
}

const hundred = fraction(100);
const tenThousand = fraction(10_000);

/** To four places, for reading alone: nothing is compared or paid by it. */
function nearly(value: Fraction): string {
  const places = round(multiply(value, tenThousand), { unit: fraction(1), direction: 'nearest' });
  return formatDecimal(fraction(places, 10_000n));
}
