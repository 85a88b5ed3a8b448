import type { DayNumber } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';
import type { Against, GatePlan, MeasureCore, MeasurePlan } from '../plan/measure-plan.ts';
import { dayWords, listWords, quotedWords, shareWords } from '../why/words.ts';
import { decimalWords, numberWords, rawWords } from './number-words.ts';
import { type Asked, isTaken, type Numbers, partsOf, type Value, valueToday } from './numbers.ts';
import { recordSentences } from './record-sentences.ts';
import type { Sums } from './sums.ts';

/** A measure's number in plain sentences: of whom, what was counted, against what, what it is. */
export function valueSentences(numbers: Numbers, asked: Asked): readonly string[] {
  const { taking } = asked;
  const { measure } = taking;
  const found = valueToday(numbers, asked);
  const said = `${measure.name}: ${measure.wording}.`;
  if (!isTaken(numbers, taking)) {
    const day = dayWords(taking.from);
    return [said, `It is not known before ${day}, when it is taken of ${whom(asked)}.`];
  }
  return [
    said,
    `It is taken on ${dayWords(taking.from)} of ${whom(asked)}.`,
    ...countSentences(numbers, asked, found),
    ...recordSentences(numbers, asked),
    ...againstSentences(measure, found),
    found.value === undefined
      ? 'So it is not known.'
      : `It comes to ${numberWords(measure, found.value)}.`,
  ];
}

/** "those attached from 1 April 2027 to 31 March 2028". */
function whom({ taking, provider }: Asked): string {
  const { measure, cohort } = taking;
  const to = provider === '' ? '' : ` to ${provider}`;
  return `those ${measure.of}${to} from ${dayWords(cohort.first)} to ${dayWords(cohort.last)}`;
}

function countSentences(numbers: Numbers, asked: Asked, found: Value): readonly string[] {
  const { core } = asked.taking.measure;
  if (core.is === 'estimated') return [estimateSentence(asked.taking.measure, core, found)];
  if (core.is === 'weighted') return partSentences(numbers, asked);
  const { sums } = found;
  if (sums === undefined || sums.people === 0) return ['Nobody is counted.'];
  const unknown = sums.unknown === 0 ? [] : [unknownSentence(asked.taking.measure, sums)];
  return [...unknown, countSentence(core, sums)];
}

function unknownSentence(measure: MeasurePlan, { unknown }: Sums): string {
  const isOne = unknown === 1;
  const leftOut = isOne ? 'is left out' : 'are left out';
  const not = isOne ? 'counts as not' : 'count as not';
  const how = measure.unknown === 'left out' ? leftOut : not;
  return `It is not known of ${peopleWords(unknown)}, who ${how}.`;
}

type Counted = Exclude<MeasureCore, { is: 'estimated' | 'weighted' }>;

function countSentence(core: Counted, { numerator, denominator }: Sums): string {
  const amount = decimalWords(numerator);
  const people = peopleWords(denominator);
  const have = amount === '1' ? 'has' : 'have';
  const times = amount === '1' ? 'once' : `${amount} times`;
  switch (core.is) {
    case 'number':
      return `${quotedWords(core.outcomes, 'or')} counts ${amount}, for ${people}.`;
    case 'share':
      return `${amount} of ${people} achieved ${quotedWords(core.outcomes, 'or')}.`;
    case 'rate':
      return `${quotedWords(core.outcomes, 'or')} counts ${amount} in it, for ${people}.`;
    case 'share with':
      return `${amount} of ${people} ${have} ${quotedWords(core.kinds, 'or')}.`;
    case 'per head':
      return `${quotedWords(core.kinds, 'or')} is recorded ${times}, of ${people}.`;
    case 'per one with any':
      return `${quotedWords(core.kinds, 'or')} is recorded ${times}, of ${people} with any.`;
    case 'share having':
      return `${amount} of ${people} ${have} ${listWords(core.with)}.`;
    case 'total':
    case 'mean':
      return `The values of ${quotedWords(core.kinds)} add up to ${amount}, of ${people}.`;
    case 'mean change':
      return `The changes in "${core.kind}" add up to ${amount}, of ${people}.`;
  }
}

/** "1 person", "41 people". */
function peopleWords(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

type Estimated = Extract<MeasureCore, { is: 'estimated' }>;

function estimateSentence(measure: MeasurePlan, { bound }: Estimated, { estimate }: Value): string {
  if (estimate === undefined) return 'No verified estimate of it is known.';
  const { id, fact, value } = estimate;
  const signed = fact.signer === undefined ? '' : `, signed by ${fact.signer}`;
  const which = bound === 'value' ? 'the estimate' : `its ${bound} bound`;
  if (value === undefined) return `${id}${signed} does not give ${which}.`;
  return `By ${id}${signed}, ${which} is ${rawWords(measure, value)}.`;
}

function partSentences(numbers: Numbers, { taking, provider }: Asked): readonly string[] {
  const { core } = taking.measure;
  if (core.is !== 'weighted') return [];
  return partsOf(numbers, core, taking.cohort.name).map(({ taking: part, weight }, index) => {
    const { measure: name = '' } = core.parts[index] ?? {};
    const own = part?.measure.per === 'provider' ? provider : '';
    const value = part && valueToday(numbers, { taking: part, provider: own }).value;
    const words = part && value ? numberWords(part.measure, value) : 'not known';
    return `${shareWords(weight)} of it is ${name}, which is ${words}.`;
  });
}

function againstSentences(measure: MeasurePlan, { raw, base }: Value): readonly string[] {
  const { against } = measure;
  if (against === undefined || raw === undefined) return [];
  const { value } = against;
  const of =
    value.is === 'number'
      ? ''
      : `, that of ${dayWords(value.cohort.first)} to ${dayWords(value.cohort.last)}`;
  if (base === undefined) return ['What it is compared with is not known.'];
  const compared = `It is compared with ${rawWords(measure, base)}${of}: ${howWords(against)}.`;
  return [`That is ${rawWords(measure, raw)}.`, compared];
}

function howWords({ how, relative }: Against): string {
  const share = relative ? ', as a share of it' : '';
  switch (how) {
    case 'rise above':
      return `how far it is above${share}`;
    case 'fall below':
      return `how far it is below${share}`;
    case 'share of':
      return 'as a share of it';
  }
}

type Met = Readonly<{ asked: Asked | undefined; passedOn: DayNumber | undefined }>;

/** What a gate asks of a measure, what the measure is, and whether the line may pass. */
export function gateSentences(
  numbers: Numbers,
  plan: GatePlan,
  { asked, passedOn }: Met,
): readonly string[] {
  const { clause, measure, strictly } = plan;
  const bound = strictly ? 'more than' : 'at least';
  const least = asked ? leastWords(asked, plan.least) : decimalWords(plan.least);
  const asks = `It is paid only if ${measure} is ${bound} ${least} (${clause}).`;
  if (asked === undefined) return [asks, `No cohort of ${measure} is the one of this line.`];
  const passed = passedOn === undefined ? [] : [`The gate was passed on ${dayWords(passedOn)}.`];
  return [asks, ...valueSentences(numbers, asked), ...passed];
}

function leastWords({ taking }: Asked, least: Fraction): string {
  return numberWords(taking.measure, least);
}
