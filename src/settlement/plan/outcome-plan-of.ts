import {
  type Contract,
  declaredKinds,
  findTerm,
  forms,
  kindsNamed,
  type Outcome,
  printDefinition,
  printingOf,
  ratesOf,
  termsOf,
} from '../../contract/index.ts';
import { conditionOf } from './condition-of.ts';
import type { OutcomePlan } from './plan.ts';
import { pricePlanOf } from './price-plan-of.ts';
import { sentencesIn } from './sentences-in.ts';
import { timesOfGroup } from './value-of-group.ts';
import { windowOf } from './window-of.ts';

const { outcome: said } = forms;

/** The outcomes that a group can earn: those with a price for it, in the order of the rate card. */
export function outcomePlansOf(contract: Contract, group: string): OutcomePlan[] {
  return orderOf(contract).flatMap((name, order) => {
    const outcome = contract.outcomes.outcomes.find((each) => each.name === name);
    const isForGroup = ratesOf(contract, name, group).length > 0;
    return outcome && isForGroup ? [outcomePlanOf(contract, outcome, { group, order })] : [];
  });
}

function orderOf(contract: Contract): string[] {
  const rows = contract.outcomes.tables.flatMap((table) => table.rows);
  return [...new Set(rows.flatMap((row) => ('outcome' in row ? [row.outcome] : [])))];
}

type For = Readonly<{ group: string; order: number }>;

function outcomePlanOf(contract: Contract, outcome: Outcome, { group, order }: For): OutcomePlan {
  const { name, definition } = outcome;
  const times = findTerm(definition, said.times);
  const window = windowOf(contract, definition, group);
  const partialFrom = findTerm(definition, said.partly)?.from;
  const knownWithin = findTerm(definition, said.knownWithin)?.length;
  return {
    name,
    order,
    clause: `Outcomes/${name}`,
    wording: printDefinition(outcome, printingOf(contract)),
    condition: conditionOf(contract, outcome, group),
    ...(window ? { window } : {}),
    times: times ? timesOfGroup(contract, times.times, group) : 'any',
    scope: times?.scope ?? 'participant',
    onlyAfter: findTerm(definition, said.onlyAfter)?.outcomes ?? [],
    takesThePlaceOf: findTerm(definition, said.takesThePlaceOf)?.outcomes ?? [],
    ...(findTerm(definition, said.whileAttached) ? { whileAttached: true } : {}),
    pausedBy: pausedBy(contract, name),
    states: ['verified', ...(findTerm(definition, said.states)?.states ?? [])],
    ...(partialFrom ? { partialFrom } : {}),
    ...(knownWithin ? { knownWithin } : {}),
    price: pricePlanOf(contract, outcome, group),
  };
}

function pausedBy(contract: Contract, outcome: string): string[] {
  const clock = sentencesIn(contract, 'clock');
  const named = [
    ...termsOf(clock, forms.clock.pausesAll),
    ...termsOf(clock, forms.clock.pauses).filter((term) => term.outcomes.includes(outcome)),
  ];
  const kinds = declaredKinds(contract);
  return [...new Set(named.flatMap((term) => kindsNamed(term.kinds, kinds)))];
}
