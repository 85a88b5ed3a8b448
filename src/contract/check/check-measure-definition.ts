import { type Day, dayNumber, formatDate } from '../../calendar/index.ts';
import type { Contract, Measure } from '../contract.ts';
import {
  changes,
  changesByShare,
  completeRecord,
  estimated,
  estimateUsed,
  forWhom,
  meanChange,
  notKnown,
  number,
  perHead,
  perOneWithAny,
  presumed,
  share,
  shareOf,
  shareWith,
  sum,
  takenAfter,
  takenAtEnd,
  takenOn,
  weighted,
  within,
} from '../forms/measure.ts';
import { buys } from '../forms/opening.ts';
import { coreNature, peopleOfMeasure } from '../measures.ts';
import { type Form, findTerm } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';
import { checkMeasuredKinds } from './check-measured-kinds.ts';
import { levelFaults } from './level-faults.ts';
import type { Say } from './say.ts';

const taken = [takenAfter, takenAtEnd, takenOn];
const compared = [changes, changesByShare, shareOf];
const counted = [number, share];
const ofFacts = [perOneWithAny, perHead, shareWith, sum];
const followed = [...counted, ...ofFacts, meanChange];

/** What a measure must say besides its core, and what it cannot. */
export function checkMeasureDefinition(contract: Contract, measure: Measure, say: Say): void {
  const { definition } = measure;
  const has = (form: Form) => findTerm(definition, form) !== undefined;
  const isPlain = !has(weighted);
  const isTaken = taken.some(has) || has(estimated);
  if (isPlain && !has(forWhom)) say(forWhomNotSaid(measure.name));
  if (isPlain && !isTaken) say(dayNotSaid(measure.name));
  if (counted.some(has) && !has(notKnown)) say(notKnownNotSaid(measure.name));
  if (has(estimated) && !has(estimateUsed)) say(boundNotSaid(measure.name));
  for (const forms of [taken, compared]) {
    const found = definition.filter((term) => forms.some(({ name }) => name === term.form));
    if (found.length > 1) say(saidTwice, found[1]);
  }
  checkFits(measure, say);
  checkDays(contract, measure, say);
  checkMeasuredKinds(contract, measure, say);
  for (const form of compared) {
    const base = findTerm(definition, form as typeof shareOf)?.base;
    const level = base && 'level' in base ? base.level : undefined;
    for (const complaint of levelFaults(measure.name, coreNature(measure), level)) say(complaint);
  }
}

function checkFits({ definition }: Measure, say: Say): void {
  const has = (form: Form) => findTerm(definition, form) !== undefined;
  const outOfPlace: readonly (readonly [readonly Form[], boolean])[] = [
    [[within], !followed.some(has)],
    [[completeRecord, presumed], !ofFacts.some(has)],
    [[estimateUsed], !has(estimated)],
    [[notKnown], !counted.some(has)],
    [[forWhom, ...taken, ...compared], has(weighted)],
  ];
  for (const [forms, isOut] of outOfPlace) {
    for (const form of forms) {
      const term = findTerm(definition, form);
      if (isOut && term) say(additionOutOfPlace, term);
    }
  }
}

const additionOutOfPlace: Complaint = {
  code: 'measure.addition_out_of_place',
  message: 'What this adds means nothing for a measure such as this one.',
  help: 'Take it out here, or begin the measure otherwise.',
};

/** From which day each of the people is followed, and when the number is taken. */
function checkDays(contract: Contract, measure: Measure, say: Say): void {
  const { definition } = measure;
  const window = findTerm(definition, within);
  const people = peopleOfMeasure(contract, measure);
  const from = people?.whom === 'referred' ? 'referral' : 'attachment';
  if (window && people && window.from !== from) say(countedFromOther(people.whom, from), window);
  const after = findTerm(definition, takenAfter);
  if (window?.length.unit === 'working day') say(inWorkingDays, window);
  if (after?.after.unit === 'working day') say(inWorkingDays, after);
  const day = findTerm(definition, takenOn);
  const ends = day && lastDayOfCohorts(contract, measure);
  if (day && ends && day.on < ends) say(takenTooEarly(day.on, ends), day);
}

function lastDayOfCohorts(contract: Contract, measure: Measure): Day | undefined {
  const cohorts = peopleOfMeasure(contract, measure)?.cohorts;
  if (!cohorts) return undefined;
  if ('over' in cohorts) return findTerm(contract.opening, buys)?.to;
  const named = contract.periods.filter(({ name }) => cohorts.periods.includes(name));
  return named
    .map(({ to }) => to)
    .sort()
    .at(-1);
}

function forWhomNotSaid(name: string): Complaint {
  return {
    code: 'measure.for_whom_not_said',
    message: `"${name}" does not say whether it is of each provider or of all together.`,
    help: 'Add "for each provider" or "for the programme".',
  };
}

function dayNotSaid(name: string): Complaint {
  return {
    code: 'measure.day_not_said',
    message: `"${name}" does not say when it is taken.`,
    help: 'Add "taken 12 months after the cohort ends", "taken when the cohort ends" or a day.',
  };
}

function notKnownNotSaid(name: string): Complaint {
  return {
    code: 'measure.not_known_not_said',
    message: `"${name}" does not say what those count as of whom the outcome is not known.`,
    help:
      'Add "those whose outcome is not known left out", or "those whose outcome is not known ' +
      'counted as not achieving it".',
  };
}

function boundNotSaid(name: string): Complaint {
  return {
    code: 'measure.bound_not_said',
    message: `"${name}" does not say whether the estimate or an end of its interval counts.`,
    help: 'Add "counting the estimate itself", or "counting the low end of its interval".',
  };
}

const saidTwice: Complaint = {
  code: 'measure.said_twice',
  message: 'This measure has said that already, perhaps otherwise, and it can hold once only.',
  help: 'Keep one day on which it is taken, and one thing with which it is compared.',
};

function countedFromOther(whom: string, from: string): Complaint {
  return {
    code: 'measure.counted_from_another_day',
    message: `This measure is of those ${whom}, and counts from another day than their ${from}.`,
    help: `Write "of their ${from}", or let it be of other people.`,
  };
}

const inWorkingDays: Complaint = {
  code: 'measure.counted_in_working_days',
  message: 'A measure is reckoned in days, weeks, months or years, not in working days.',
  help: 'Write the length in one of these.',
};

function takenTooEarly(day: Day, ends: Day): Complaint {
  return {
    code: 'measure.taken_before_it_ends',
    message:
      `This measure would be taken on ${formatDate(dayNumber(day))}, before its last cohort ends ` +
      `on ${formatDate(dayNumber(ends))}.`,
    help: 'Name a later day, or let the cohort end earlier.',
  };
}
