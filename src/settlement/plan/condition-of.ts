import {
  type BoundValue,
  type Contract,
  declaredKinds,
  findTerm,
  forms,
  kindsNamed,
  kindsToRestOn,
  type Outcome,
  parseShare,
} from '../../contract/index.ts';
import { decimalOf } from './decimal-of.ts';
import type { Bound, Condition } from './plan.ts';
import { lengthOfGroup, numberOfGroup, sumOfGroup } from './value-of-group.ts';

const { outcome: said } = forms;

/** What has to be so for an outcome, with the kinds and numbers of one group. */
export function conditionOf(contract: Contract, outcome: Outcome, group: string): Condition {
  const { definition } = outcome;
  const { kinds, less } = namesOf(contract, outcome);
  const source = findTerm(definition, said.less)?.source;
  const excluded = source === undefined ? { less } : { less, lessCompleteSource: source };
  const lasts = findTerm(definition, said.lasts);
  if (lasts) {
    return {
      is: 'lasts',
      kinds,
      ...excluded,
      length: lengthOfGroup(contract, lasts.length, group),
      how: lasts.how,
      ...boundOf(lasts.atLeast),
      ...(lasts.gap ? { gapMax: lasts.gap } : {}),
    };
  }
  const daily = findTerm(definition, said.eachDay);
  if (daily) {
    const mark = findTerm(definition, said.onceReached)?.outcome;
    const onceReached = mark === undefined ? {} : { onceReached: mark };
    return { is: 'each day', kinds, ...excluded, ...boundOf(daily.atLeast), ...onceReached };
  }
  if (findTerm(definition, said.eachDayWithout)) return everyDayWithout(outcome, kinds);
  if (findTerm(definition, said.eachUnit)) return { is: 'each unit', kinds };
  if (findTerm(definition, said.absent)) return absenceOf(outcome, kinds);
  const sum = findTerm(definition, said.addsUp);
  if (sum) {
    const unit = declaredKinds(contract).get(kinds[0] ?? '')?.unit;
    const perWeek = unit?.endsWith(' a week') ?? false;
    return { is: 'adds up', kinds, amount: sumOfGroup(contract, sum.amount, group), perWeek };
  }
  if (findTerm(definition, said.claimed)) return { is: 'happens', kinds: [outcome.name] };
  return (
    combinationOf(outcome) ?? scoreCondition(contract, outcome, group) ?? { is: 'happens', kinds }
  );
}

function namesOf(contract: Contract, { definition }: Outcome) {
  const declared = kindsToRestOn(contract);
  const core = definition[0] as Readonly<{ kinds?: readonly string[] }> | undefined;
  return {
    kinds: kindsNamed(core?.kinds ?? [], declared),
    less: kindsNamed(findTerm(definition, said.less)?.kinds ?? [], declared),
  };
}

function everyDayWithout({ definition }: Outcome, less: readonly string[]): Condition {
  const source = findTerm(definition, said.completeRecord)?.source;
  const mark = findTerm(definition, said.onceReached)?.outcome;
  return {
    is: 'each day',
    everyDay: true,
    kinds: [],
    less,
    ...(source === undefined ? {} : { lessCompleteSource: source }),
    ...(mark === undefined ? {} : { onceReached: mark }),
  };
}

function absenceOf({ definition }: Outcome, kinds: readonly string[]): Condition {
  const record = findTerm(definition, said.completeRecord);
  return record
    ? { is: 'absent', kinds, completeSource: record.source, presumed: false }
    : { is: 'absent', kinds, presumed: true };
}

function combinationOf({ definition }: Outcome): Condition | undefined {
  const all = findTerm(definition, said.allOf);
  if (all) return { is: 'all of', outcomes: all.outcomes };
  const any = findTerm(definition, said.anyOf);
  return any && { is: 'any of', outcomes: any.outcomes };
}

function scoreCondition(
  contract: Contract,
  { definition }: Outcome,
  group: string,
): Condition | undefined {
  const better = (kind: string) => declaredKinds(contract).get(kind)?.better ?? 'higher';
  const reached = findTerm(definition, said.scores);
  if (reached) {
    const least = numberOfGroup(contract, reached.least, group);
    return { is: 'scores', kind: reached.score, least, better: better(reached.score) };
  }
  const relative = findTerm(definition, said.improvesByShare);
  if (relative) {
    const { score: kind } = relative;
    const by = parseShare(relative.share);
    return { is: 'improves', kind, by, ofFirst: true, better: better(kind) };
  }
  const change = findTerm(definition, said.improves) ?? findTerm(definition, said.reliable);
  if (!change || change.by === undefined) return undefined;
  const by = numberOfGroup(contract, change.by, group);
  return { is: 'improves', kind: change.score, by, better: better(change.score) };
}

function boundOf(value: BoundValue | undefined): Readonly<{ atLeast?: Bound }> {
  if (!value) return {};
  const { least, strictly, under } = value;
  const above = under === undefined ? {} : { under: decimalOf(under) };
  return { atLeast: { least: decimalOf(least), strictly, ...above } };
}
