import { dayNumber } from '../../calendar/index.ts';
import {
  type Contract,
  declaredKinds,
  findTerm,
  forms,
  hashesOf,
  kindsNamed,
  type Term,
  termsOf,
} from '../../contract/index.ts';
import type { Rounding } from '../../money/index.ts';
import { usualRounding } from '../../money/index.ts';
import { clauseOf } from './clause-of.ts';
import { minorUnits } from './minor-units.ts';
import { outcomePlansOf } from './outcome-plan-of.ts';
import type { ContractDays } from './periods-of.ts';
import type { GroupPlan, LimitPlan, RoutePlan, VersionPlan } from './plan.ts';
import { sentencesIn } from './sentences-in.ts';
import { moneyOfGroup } from './value-of-group.ts';
import { wholePlanOf } from './whole-plan-of.ts';

/** One version of a contract, worked out for each of its groups. */
export function versionPlanOf(contract: Contract, days: ContractDays): VersionPlan {
  const { opening } = contract;
  const version = findTerm(opening, forms.opening.version);
  const start = findTerm(opening, forms.opening.buys);
  const clock = sentencesIn(contract, 'clock');
  const until = findTerm(clock, forms.clock.referralsEnd)?.last;
  const whole = wholePlanOf(contract, days);
  const partEnds = findTerm(clock, forms.clock.takingPartEnds)?.length;
  return {
    version: version?.number ?? 1,
    hash: hashesOf(contract).contract,
    countsFrom: dayNumber(version?.from ?? start?.from ?? '1900-01-01'),
    countsFor: version?.for ?? 'outcomes',
    groups: new Map(
      contract.people.groups.map(({ name }) => [name, groupPlanOf(contract, name)] as const),
    ),
    setAsideBy: namedIn(contract, termsOf(clock, forms.clock.setsAside)),
    whose: whoseOf(clock),
    routes: routesOf(contract),
    ...roundingOf(contract),
    ...(partEnds ? { partEnds } : {}),
    ...(until ? { referralsUntil: dayNumber(until) } : {}),
    ...ranksOf(contract),
    ...(whole ? { whole } : {}),
  };
}

function namedIn(contract: Contract, terms: readonly { kinds: readonly string[] }[]): string[] {
  const kinds = declaredKinds(contract);
  return [...new Set(terms.flatMap((term) => kindsNamed(term.kinds, kinds)))];
}

function groupPlanOf(contract: Contract, group: string): GroupPlan {
  return { group, outcomes: outcomePlansOf(contract, group), limits: limitsOf(contract, group) };
}

function whoseOf(clock: readonly Term[]): VersionPlan['whose'] {
  const said = findTerm(clock, forms.clock.whose)?.whose;
  if (said === 'the first provider') return 'first';
  return said === 'the last provider' ? 'last' : 'attached';
}

function routesOf(contract: Contract): RoutePlan[] {
  return termsOf(contract.outcomes.terms, forms.outcomes.either).map((term, at) => ({
    clause: clauseOf('Outcomes', term.form, at),
    sets: [term.first, term.second],
  }));
}

function limitsOf(contract: Contract, group: string): LimitPlan[] {
  const limits = termsOf(sentencesIn(contract, 'limits'), forms.limits.limitPerScope);
  return limits.map((term, at) => ({
    clause: clauseOf('Limits', term.form, at),
    most: moneyOfGroup(contract, term.most, group),
    per: term.scope,
    eachYear: term.each !== undefined,
    ...(term.outcomes ? { outcomes: term.outcomes } : {}),
  }));
}

const directions = {
  'to the nearest': 'nearest',
  'up to the': 'up',
  'down to the': 'down',
} as const;

function roundingOf(contract: Contract): Pick<VersionPlan, 'rounding' | 'roundingOf'> {
  const terms = sentencesIn(contract, 'prices');
  const ofTotal = findTerm(terms, forms.prices.totalRounding);
  const said = ofTotal ?? findTerm(terms, forms.prices.lineRounding);
  const rounding: Rounding = said
    ? { unit: minorUnits(contract, said.unit), direction: directions[said.direction] }
    : usualRounding;
  return { rounding, roundingOf: ofTotal ? 'total' : 'line' };
}

function ranksOf(contract: Contract): Pick<VersionPlan, 'ranks'> {
  const ranked = [...declaredKinds(contract).values()].filter((kind) => kind.ranked);
  if (ranked.length === 0) return {};
  return { ranks: new Map(ranked.map((kind) => [kind.name, kind.sources] as const)) };
}
