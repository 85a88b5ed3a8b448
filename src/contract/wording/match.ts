import type { Range } from '../page/source.ts';
import type { Form, Term } from './form.ts';
import type { Complaint, Reading } from './place-type.ts';
import { getPlaceType } from './place-types.ts';
import type { Part } from './template.ts';

/** A form that fits the words from a token on: its term, and the token after it. */
export type Match = Readonly<{ term: Term; end: number; doubts: readonly Doubt[] }>;

/** Words that stand where a value of a type should and are none. */
export type Doubt = Readonly<{ at: Range; type: string }>;

/** A complaint with the range it is about. */
export type Placed = Complaint & Readonly<{ at: Range }>;

/** What is wrong with words that are no value of the type that their place has. */
export function complaintOf({ at, type: name }: Doubt, reading: Reading): Placed {
  const type = getPlaceType(name);
  const words = reading.text.slice(at.from, at.to).replace(/\s+/g, ' ');
  const complaint = type.complain?.(words, reading) ?? {
    code: 'sentence.value_not_understood',
    message: `"${words}" stands where ${type.expects} should.`,
    help: `Write it as in "${type.example}".`,
  };
  return { ...complaint, at };
}

type Values = Readonly<Record<string, unknown>>;

type State = Readonly<{
  reading: Reading;
  /** Whether a place may be filled by words that are not a value of its type, and doubted. */
  isLenient: boolean;
  /** The furthest token that any attempt has reached. */
  furthest: { token: number };
  /** Called with each way of matching; true ends the search. */
  done(end: number, values: Values, doubts: readonly Doubt[]): boolean;
}>;

type Step = Readonly<{ at: number; values: Values; doubts: readonly Doubt[] }>;

/** Every way in which a form fits the words from a token on, the likeliest first. */
export function eachMatch(
  form: Form,
  where: Readonly<{ reading: Reading; at: number; isLenient: boolean }>,
  use: (match: Match) => boolean,
): number {
  const furthest = { token: where.at };
  const state: State = {
    reading: where.reading,
    isLenient: where.isLenient,
    furthest,
    done: (end, values, doubts) => use({ term: { form: form.name, ...values }, end, doubts }),
  };
  matchParts(form.parts, { at: where.at, values: {}, doubts: [] }, state);
  return furthest.token;
}

function matchParts(parts: readonly Part[], step: Step, state: State): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return state.done(step.at, step.values, step.doubts);
  const goOn: GoOn = (change) => matchParts(rest, { ...step, ...change }, state);
  switch (part.is) {
    case 'literal': {
      const end = afterWords(part.words, step.at, state);
      return end !== undefined && goOn({ at: end });
    }
    case 'choice':
      return part.options.some((option) => {
        const end = afterWords(option.words, step.at, state);
        const values = { ...step.values, [part.name]: option.text };
        return end !== undefined && goOn({ at: end, values });
      });
    case 'optional':
      return matchParts([...part.parts, ...rest], step, state) || goOn({});
    case 'place':
      return matchPlace(part, { step, state, goOn });
  }
}

function afterWords(words: readonly string[], at: number, state: State): number | undefined {
  const { tokens } = state.reading;
  for (let index = 0; index < words.length; index += 1) {
    if (tokens[at + index]?.lower !== words[index]) return undefined;
    state.furthest.token = Math.max(state.furthest.token, at + index + 1);
  }
  return at + words.length;
}

type Place = Extract<Part, { is: 'place' }>;

/** Matches what is left of the wording; true ends the search. */
type GoOn = (change: Partial<Step>) => boolean;

type Filling = Readonly<{ step: Step; state: State; goOn: GoOn }>;

function matchPlace(place: Place, filling: Filling): boolean {
  const { step, state, goOn } = filling;
  const type = getPlaceType(place.type);
  if (step.at >= state.reading.tokens.length) return false;
  for (const { value, end } of type.read(state.reading, step.at)) {
    // Free words can be any, so that going past them is not understanding.
    if (place.type !== 'words') state.furthest.token = Math.max(state.furthest.token, end);
    if (goOn({ at: end, values: { ...step.values, [place.name]: value } })) return true;
  }
  return state.isLenient && matchWrongly(place, filling);
}

const doubtedTokensMax = 12;

/** Takes any words up to where the rest fits, and doubts them. */
function matchWrongly(place: Place, { step, state, goOn }: Filling): boolean {
  const { tokens } = state.reading;
  const from = tokens[step.at]?.from ?? 0;
  const last = Math.min(tokens.length, step.at + doubtedTokensMax);
  for (let end = step.at + 1; end <= last; end += 1) {
    const at = { from, to: tokens[end - 1]?.to ?? from };
    if (goOn({ at: end, doubts: [...step.doubts, { at, type: place.type }] })) return true;
  }
  return false;
}
