import type { Outcome } from '../contract.ts';
import {
  absent,
  after,
  between,
  by,
  completeRecord,
  during,
  eachDay,
  eachDayWithout,
  eachUnit,
  lasts,
  less,
  onceReached,
  partly,
  presumed,
  since,
  times,
  whileAttached,
  within,
} from '../forms/outcome.ts';
import { type DeclaredKind, kindsNamed } from '../kinds.ts';
import { type Form, findTerm } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';
import { otherShape } from './other-shape.ts';
import type { Say } from './say.ts';

type Kinds = ReadonlyMap<string, DeclaredKind>;

/** What must or must not be added to a core. */
export function checkAdditions(outcome: Outcome, kinds: Kinds, say: Say): void {
  const { definition } = outcome;
  const has = (form: Form) => findTerm(definition, form) !== undefined;
  const isCounted = has(eachDay) || has(eachDayWithout) || has(eachUnit);
  if (!isCounted && !has(times)) say(timesNotSaid(outcome));
  const windows = definition.filter(({ form }) => windowForms.some(({ name }) => name === form));
  if (windows.length > 1) say(twoWindows, windows[1]);
  for (const [addition, fitting] of fits) {
    const term = findTerm(definition, addition);
    if (term && !fitting.some(has)) say(outOfPlace(addition, fitting), term);
  }
  const isBounded =
    [within, between, during].some(has) || findTerm(definition, since)?.last !== undefined;
  const isWindowless = windows.length === 0 && !has(whileAttached);
  if ((has(absent) && !isBounded) || (has(eachDayWithout) && isWindowless)) {
    say(noWindow, definition[0]);
  }
  if (has(absent) || has(eachDayWithout)) checkAbsence(outcome, kinds, say);
  checkLess(outcome, kinds, say);
}

const windowForms: readonly Form[] = [within, between, after, by, since, during];

/** Additions that only some cores can have. */
const fits: readonly (readonly [Form, readonly Form[]])[] = [
  [less, [lasts, eachDay]],
  [completeRecord, [absent, eachDayWithout]],
  [presumed, [absent, eachDayWithout]],
  [partly, [lasts, absent]],
  [onceReached, [eachDay, eachDayWithout]],
];

function timesNotSaid({ name }: Outcome): Complaint {
  return {
    code: 'outcome.times_not_said',
    message: `"${name}" does not say how often it can be achieved.`,
    help:
      'Add "once per person", "up to 5 times per person" or "any number of times per ' +
      'attachment".',
  };
}

const twoWindows: Complaint = {
  code: 'outcome.two_windows',
  message: 'An outcome is counted in one window, and this one names two.',
  help:
    'Keep one of "within", "between", "after", "by" and "from"; "only after" may stand beside ' +
    'it.',
};

function outOfPlace(addition: Form, fitting: readonly Form[]): Complaint {
  const words = addition.wording
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\{[^}]*\}/g, '…')
    .trim();
  return {
    code: 'outcome.addition_out_of_place',
    message: `"${words}" means nothing for this outcome.`,
    help: `It belongs to an outcome such as "${fitting[0]?.example ?? ''}"; take it out here.`,
  };
}

function checkAbsence({ definition }: Outcome, kinds: Kinds, say: Say): void {
  const rests = findTerm(definition, completeRecord);
  const isPresumed = findTerm(definition, presumed) !== undefined;
  if (Boolean(rests) === isPresumed) say(restsOnNothing, definition[0]);
  const core = findTerm(definition, absent) ?? findTerm(definition, eachDayWithout);
  if (rests) checkSource({ source: rests.source, of: core?.kinds ?? [], term: rests }, kinds, say);
}

type Rests = Readonly<{ source: string; of: readonly string[]; term: object }>;

/** Whoever is to have a complete record of a kind may record it. */
function checkSource({ source, of, term }: Rests, kinds: Kinds, say: Say): void {
  for (const name of kindsNamed(of, kinds)) {
    const sources = kinds.get(name)?.sources ?? [];
    if (sources.length === 0 || sources.includes(source)) continue;
    const complaint = {
      code: 'outcome.source_not_declared',
      message: `"${source}" does not record "${name}", which ${sources.join(' and ')} may record.`,
      help: 'Name one of those sources, or add this one in the table of Facts.',
    };
    say(complaint, term);
  }
}

const noWindow: Complaint = {
  code: 'outcome.absence_without_window',
  message: 'What does not happen needs a length of time in which it does not happen.',
  help: 'Add a window, as in "within 12 months of release", or "in" and a period of the page.',
};

const restsOnNothing: Complaint = {
  code: 'outcome.absence_rests_on_nothing',
  message: 'An absence must say either whose record shows it completely or that it is presumed.',
  help: 'Add "by the complete record of the police", or "presumed unless recorded".',
};

function checkLess({ definition }: Outcome, kinds: Kinds, say: Say): void {
  const left = findTerm(definition, less);
  if (left?.source) checkSource({ source: left.source, of: left.kinds, term: left }, kinds, say);
  for (const name of kindsNamed(left?.kinds ?? [], kinds)) {
    const kind = kinds.get(name);
    if (kind && kind.shape !== 'spell') say(otherShape(kind, 'has days'), left);
  }
}
