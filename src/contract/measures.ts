import type { Contract, Measure } from './contract.ts';
import {
  changesByShare,
  forWhom,
  meanChange,
  number,
  perHead,
  perOneWithAny,
  share,
  shareHaving,
  shareOf,
  shareWith,
  sum,
  weighted,
} from './forms/measure.ts';
import { type Form, findTerm } from './wording/form.ts';
import type { CohortsValue } from './wording/place-values.ts';

/** Of whom a measure is, and for whom. */
export type MeasurePeople = Readonly<{
  whom: 'referred' | 'attached';
  cohorts: CohortsValue;
  per: 'provider' | 'programme';
}>;

/** The measures of which a weighted one is made; none for any other. */
export function weightedParts({ measures }: Contract, { definition }: Measure): readonly Measure[] {
  const names = findTerm(definition, weighted)?.parts.map(({ measure }) => measure) ?? [];
  return names.flatMap((name) => measures?.measures.filter((each) => each.name === name) ?? []);
}

/** The measures on which one rests that are not themselves made of others: itself, or its parts. */
export function plainParts(contract: Contract, measure: Measure): readonly Measure[] {
  const seen = new Set<Measure>([measure]);
  const found: Measure[] = [];
  for (const each of seen) {
    const parts = weightedParts(contract, each);
    for (const part of parts) seen.add(part);
    if (!findTerm(each.definition, weighted)) found.push(each);
  }
  return found;
}

/** A weighted measure is of the people of its parts, which are alike: the first of them tells. */
export function peopleOfMeasure(contract: Contract, measure: Measure): MeasurePeople | undefined {
  const [plain] = plainParts(contract, measure);
  const core = plain?.definition[0] as Partial<MeasurePeople> | undefined;
  const said = plain && findTerm(plain.definition, forWhom)?.per;
  if (!core?.whom || !core.cohorts || !said) return undefined;
  const per = said === 'each provider' ? 'provider' : 'programme';
  return { whom: core.whom, cohorts: core.cohorts, per };
}

/** Whether a core gives a share, which is written in percent, or a number; or may give either. */
export function coreNature({ definition }: Measure): 'percent' | 'number' | 'either' {
  const isOneOf = (forms: readonly Form[]) => forms.some((form) => findTerm(definition, form));
  if (isOneOf([share, shareWith, shareHaving])) return 'percent';
  const numbers = [number, perHead, perOneWithAny, sum, meanChange];
  return isOneOf(numbers) ? 'number' : 'either';
}

/** The same of what the measure comes to, once it has been compared. */
export function measureNature(measure: Measure): 'percent' | 'number' | 'either' {
  const isRelative = [shareOf, changesByShare].some((form) => findTerm(measure.definition, form));
  return isRelative ? 'percent' : coreNature(measure);
}
