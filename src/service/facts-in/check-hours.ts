import { type Contract, declaredKinds } from '../../contract/index.ts';
import type { TakenFacts } from '../../facts/index.ts';
import { compareFractions, formatDecimal, fraction } from '../../money/index.ts';
import type { Problem } from '../../problem/index.ts';
import { placeOfRow } from './objections.ts';
import { factHoursOverWeek } from './problems.ts';

const hoursOfWeek = 168;

/** What stands against hours a week of which no week has so many; a page bounds scores alone. */
export function checkHours(contract: Contract, { facts, lines }: TakenFacts): readonly Problem[] {
  const kinds = declaredKinds(contract);
  return facts.flatMap(({ kind, value }, at) => {
    const isWeekly = kinds.get(kind)?.unit === 'hours a week';
    if (!isWeekly || value === undefined) return [];
    if (compareFractions(value, fraction(hoursOfWeek)) <= 0) return [];
    const place = placeOfRow(lines[at] as number, 'value');
    return [factHoursOverWeek(place, formatDecimal(value), hoursOfWeek)];
  });
}
