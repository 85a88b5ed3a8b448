import { additions, cores } from '../forms/outcome.ts';
import type { Range } from '../page/source.ts';
import type { Form, Term } from '../wording/form.ts';
import { eachMatch, type Placed } from '../wording/match.ts';
import type { Reading } from '../wording/place-type.ts';
import { findRival, twoReadings } from '../wording/two-readings.ts';
import { exampleFor, nearestForm } from './nearest-form.ts';
import { complain, type Reader } from './reader.ts';
import { rangeOfTokens, readingOf } from './sentence.ts';

type Found = Readonly<{ terms: readonly Term[]; complaints: readonly Placed[] }>;

type Search = {
  readonly reading: Reading;
  readonly isLenient: boolean;
  /** The ways of reading it that have the fewest complaints. */
  found: Found[];
  furthest: number;
};

/** So much of a definition, up to a token. */
type Step = Found & Readonly<{ at: number }>;

const definitionForms: readonly Form[] = [...cores, ...additions];
const readingsMax = 20;

/** Reads what an outcome is: a core, then additions, set off by commas or not. */
export function readDefinition(reader: Reader, range: Range): readonly Term[] | undefined {
  const reading = readingOf(reader, range);
  if (reading === undefined) return undefined;
  const strict = search(reading, false);
  const readings = strict.found.map(({ terms }) => inOrder(terms));
  const rival = findRival(readings, definitionForms);
  if (readings[0] && rival) {
    const complaint = twoReadings([readings[0], rival], definitionForms, reader.names);
    complain(reader, rangeOfTokens(reading.tokens), complaint);
  }
  if (readings[0]) return readings[0];
  const [best] = search(reading, true).found;
  if (best === undefined) notUnderstood(reader, reading, strict.furthest);
  for (const { at, ...complaint } of best?.complaints ?? []) complain(reader, at, complaint);
  return undefined;
}

function search(reading: Reading, isLenient: boolean): Search {
  const state: Search = { reading, isLenient, found: [], furthest: 0 };
  for (const core of cores) matchFrom(core, { at: 0, terms: [], complaints: [] }, state);
  return state;
}

function matchFrom(form: Form, so: Step, state: Search): boolean {
  const where = { reading: state.reading, at: so.at, isLenient: state.isLenient };
  const reached = eachMatch(form, where, (match) => {
    const terms = [...so.terms, match.term];
    const complaints = [...so.complaints, ...match.complaints];
    if (complaints.length > 2) return false;
    return goOn({ at: match.end, terms, complaints }, state);
  });
  state.furthest = Math.max(state.furthest, reached);
  return state.found.length === readingsMax;
}

function goOn(so: Step, state: Search): boolean {
  const { tokens } = state.reading;
  if (so.at === tokens.length) {
    const fewest = state.found[0]?.complaints.length ?? Number.POSITIVE_INFINITY;
    if (so.complaints.length < fewest) state.found = [so];
    else if (so.complaints.length === fewest) state.found.push(so);
    return state.found.length === readingsMax;
  }
  const next = { ...so, at: tokens[so.at]?.text === ',' ? so.at + 1 : so.at };
  const used = new Set(so.terms.map((term) => term.form));
  return additions.some((form) => !used.has(form.name) && matchFrom(form, next, state));
}

/** A tidy definition has its additions in the order in which the language declares them. */
function inOrder(terms: readonly Term[]): readonly Term[] {
  const [core, ...rest] = terms;
  if (core === undefined) return [];
  const place = (term: Term) => additions.findIndex((form) => form.name === term.form);
  return [core, ...rest.sort((a, b) => place(a) - place(b))];
}

const bareTimes = /^(once|up to (?:\d+|\*[^*]+\*) times)$/i;

function notUnderstood(reader: Reader, reading: Reading, furthest: number): void {
  const { tokens, text } = reading;
  const from = Math.min(furthest, tokens.length - 1);
  const at = rangeOfTokens(tokens.slice(from));
  const lastPhrase = text.slice(0, tokens.at(-1)?.to).split(/[,:]/).at(-1)?.trim() ?? '';
  if (bareTimes.test(lastPhrase)) {
    complain(reader, rangeOfTokens(tokens.slice(-1)), {
      code: 'outcome.once_of_what',
      message: `"${lastPhrase}" does not say within what it is counted.`,
      help: `Write "${lastPhrase} per ${reading.names.unit}", per attachment or per referral.`,
    });
    return;
  }
  const rest: Reading = { ...reading, tokens: tokens.slice(from) };
  const near = nearestForm(rest, from === 0 ? cores : additions) ?? nearestForm(reading, cores);
  complain(reader, at, {
    code: 'outcome.definition_not_understood',
    message: `The outcome cannot be understood from "${tokens[from]?.text}" on.`,
    help:
      near === undefined
        ? 'Begin with a kind of fact from the table of Facts, as in "in settled housing for 13 ' +
          'weeks in one go".'
        : `The nearest wording is as in "${exampleFor(near.form, reading)}".`,
  });
}
