import type { Range } from '../page/source.ts';
import { textOf } from '../page/tokens.ts';
import type { Form, Term } from './form.ts';
import type { Complaint, Reading } from './place-type.ts';
import { getPlaceType } from './place-types.ts';
import type { Part } from './template.ts';

/** A form that fits the words from a token on: its term, and the token after it. */
export type Match = Readonly<{ term: Term; end: number; complaints: readonly Placed[] }>;

/** A complaint with the range it is about. */
export type Placed = Complaint & Readonly<{ at: Range }>;

type Values = Readonly<Record<string, unknown>>;

type State = Readonly<{
  reading: Reading;
  /** Whether a place may be filled by words that are not a value of its type, with a complaint. */
  isLenient: boolean;
  /** The furthest token that any attempt has reached. */
  furthest: { token: number };
  /** Called with each way of matching; true ends the search. */
  done(end: number, values: Values, complaints: readonly Placed[]): boolean;
}>;

type Step = Readonly<{ at: number; values: Values; complaints: readonly Placed[] }>;

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
    done: (end, values, complaints) =>
      use({ term: { form: form.name, ...values }, end, complaints }),
  };
  matchParts(form.parts, { at: where.at, values: {}, complaints: [] }, state);
  return furthest.token;
}

function matchParts(parts: readonly Part[], step: Step, state: State): boolean {
  state.furthest.token = Math.max(state.furthest.token, step.at);
  const [part, ...rest] = parts;
  if (part === undefined) return state.done(step.at, step.values, step.complaints);
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
    if (goOn({ at: end, values: { ...step.values, [place.name]: value } })) return true;
  }
  return state.isLenient && matchWrongly(place, filling);
}

/** Takes any words up to where the rest fits, and complains of them. */
function matchWrongly(place: Place, { step, state, goOn }: Filling): boolean {
  const { tokens, text } = state.reading;
  const type = getPlaceType(place.type);
  const last = Math.min(tokens.length, step.at + 12);
  for (let end = step.at + 1; end <= last; end += 1) {
    const taken = tokens.slice(step.at, end);
    const words = textOf(text, taken);
    const complaint = type.complain?.(words, state.reading) ?? {
      code: 'sentence.value_not_understood',
      message: `"${words}" stands where ${type.expects} should.`,
      help: `Write it as in "${type.example}".`,
    };
    const at = { from: taken[0]?.from ?? 0, to: taken.at(-1)?.to ?? 0 };
    if (goOn({ at: end, complaints: [...step.complaints, { ...complaint, at }] })) return true;
  }
  return false;
}
