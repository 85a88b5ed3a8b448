import {
  type Contract,
  type DeclaredKind,
  declaredKinds,
  findTerm,
  forms,
  type MeasurePeople,
  otherLines,
  peopleOfMeasure,
  termsOf,
} from '../contract/index.ts';
import { parseDecimal } from '../money/index.ts';
import { builtInKinds } from './built-in-kinds.ts';
import type { FactRules, KindRule } from './fact.ts';

/** What the versions of a contract together say about the facts it rests on. */
export function rulesOf(contracts: readonly Contract[]): FactRules {
  const kinds = new Map(builtInKinds);
  for (const contract of contracts) {
    for (const kind of declaredKinds(contract).values()) kinds.set(kind.name, kindRule(kind));
    for (const { name, definition } of contract.outcomes.outcomes) {
      if (definition[0]?.form === 'claimed') kinds.set(name, claimRule(name));
    }
    for (const measure of contract.measures?.measures ?? []) {
      const people = peopleOfMeasure(contract, measure);
      const isEstimated = findTerm(measure.definition, forms.measure.estimated) !== undefined;
      if (isEstimated && people) kinds.set(measure.name, estimateRule(measure.name, people));
    }
  }
  return {
    kinds,
    groups: new Set(contracts.flatMap(({ people }) => people.groups.map(({ name }) => name))),
    outcomes: new Set([
      ...contracts.flatMap(({ outcomes, measures }) =>
        [...outcomes.outcomes, ...(measures?.measures ?? [])].map(({ name }) => name),
      ),
      ...otherLines,
    ]),
    characteristics: new Set(contracts.flatMap(characteristicsOf)),
  };
}

function kindRule(kind: DeclaredKind): KindRule {
  const low = parseDecimal(kind.low ?? '');
  const high = parseDecimal(kind.high ?? '');
  return {
    name: kind.name,
    shape: kind.shape,
    value: kind.shape === 'score' || kind.unit ? 'required' : 'none',
    ...(low ? { valueMin: low } : {}),
    ...(high ? { valueMax: high } : {}),
    sources: kind.sources,
    about: 'participant',
    notForPay: false,
  };
}

/** A claim is an occurrence under the name of its outcome. */
function claimRule(name: string): KindRule {
  return {
    name,
    shape: 'occurrence',
    value: 'none',
    sources: [],
    about: 'participant',
    notForPay: false,
  };
}

/** An estimate is a score of a cohort, with the bounds of its interval, named as its measure. */
function estimateRule(name: string, { cohorts, per }: MeasurePeople): KindRule {
  const isOfOne = 'over' in cohorts ? cohorts.over === 'contract' : cohorts.periods.length === 1;
  return {
    name,
    shape: 'score',
    value: 'required',
    sources: [],
    about: isOfOne ? 'any' : 'cohort',
    notForPay: false,
    ...(per === 'provider' ? { needs: ['provider'] } : {}),
  };
}

/** The keys of the characteristics on which a price, an attachment or a measure depends. */
function characteristicsOf({ outcomes, sections, measures }: Contract): string[] {
  const inColumns = outcomes.tables.flatMap(({ columns }) =>
    columns.flatMap((column) => column.with ?? []),
  );
  const prices = sections.prices ?? [];
  const inPrices = [forms.prices.uplift, forms.prices.addition].flatMap((form) =>
    termsOf(prices, form).flatMap((term) => term.characteristics),
  );
  const inMarket = termsOf(sections.market ?? [], forms.market.attachedHere).flatMap(
    (term) => term.characteristics ?? [],
  );
  const inMeasures = (measures?.measures ?? []).flatMap(
    ({ definition }) => findTerm(definition, forms.measure.shareHaving)?.with ?? [],
  );
  const all = [...inColumns, ...inPrices, ...inMarket, ...inMeasures];
  return all.map((each) => each.split('=')[0] ?? each);
}
