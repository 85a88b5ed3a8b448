import { compareFractions, zero } from '../../money/index.ts';
import { parseLevel } from '../wording/measure-places.ts';
import type { Complaint } from '../wording/place-type.ts';

type Nature = 'percent' | 'number' | 'either';

/** A share is compared with a percentage, and a number with a number; nothing is nothing. */
export function levelFaults(
  measure: string,
  nature: Nature,
  level: string | undefined,
): readonly Complaint[] {
  if (level === undefined || nature === 'either') return [];
  if (compareFractions(parseLevel(level), zero) === 0) return [];
  const isPercent = level.endsWith('%');
  if (isPercent === (nature === 'percent')) return [];
  return [isPercent ? percentOfNumber(measure, level) : numberOfShare(measure, level)];
}

function percentOfNumber(measure: string, level: string): Complaint {
  return {
    code: 'measure.level_in_percent',
    message: `"${measure}" is a number, and ${level} is a percentage.`,
    help: 'Write it as a number, as in 1.55.',
  };
}

function numberOfShare(measure: string, level: string): Complaint {
  return {
    code: 'measure.level_not_in_percent',
    message: `"${measure}" is a share, and ${level} is a number.`,
    help: `Write it as a percentage, as in ${level}%.`,
  };
}

/** Percentage points are of a share, and ones of a number. */
export function unitFaults(
  measure: string,
  nature: Nature,
  unit: 'percentage point' | 'point' | 'one',
): readonly Complaint[] {
  const wanted = nature === 'percent' ? 'point' : 'one';
  if (nature === 'either' || (wanted === 'one') === (unit === 'one')) return [];
  const what = nature === 'percent' ? 'a share' : 'a number';
  return [
    {
      code: 'measure.unit_of_other_kind',
      message: `"${measure}" is ${what}, which is not counted in ${unit}s.`,
      help: nature === 'percent' ? 'Write "for each percentage point".' : 'Write "for each one".',
    },
  ];
}
