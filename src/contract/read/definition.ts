import { measureAdditions, measureCores } from '../forms/measure.ts';
import { additions, cores } from '../forms/outcome.ts';
import type { Range } from '../page/source.ts';
import type { Form, Term } from '../wording/form.ts';
import { complaintOf, type Doubt, eachMatch, type Placed } from '../wording/match.ts';
import type { Reading } from '../wording/place-type.ts';
import { findRival, twoReadings } from '../wording/two-readings.ts';
import { guessCost, guessCostMax } from './guess-cost.ts';
import { exampleFor, nearestForm } from './nearest-form.ts';
import { complain, type Reader, standsAt } from './reader.ts';
import { rangeOfTokens, readingOf } from './sentence.ts';

/** Of what definitions are made: cores, then additions; and what an unknown wording is called. */
export type DefinitionGrammar = Readonly<{
  cores: readonly Form[];
  additions: readonly Form[];
  notUnderstood: Readonly<{ code: string; what: string; help: string }>;
}>;

const ofOutcomes: DefinitionGrammar = {
  cores,
  additions,
  notUnderstood: {
    code: 'outcome.definition_not_understood',
    what: 'outcome',
    help:
      'Begin with a kind of fact from the table of Facts, as in "in settled housing for 13 weeks ' +
      'in one go".',
  },
};

/** Of what the definition of a measure is made. */
export const ofMeasures: DefinitionGrammar = {
  cores: measureCores,
  additions: measureAdditions,
  notUnderstood: {
    code: 'measure.definition_not_understood',
    what: 'measure',
    help: 'Begin as in "the share of those referred in each year who achieve Settled".',
  },
};

type Found = Readonly<{
  terms: readonly Term[];
  /** Where each term stands. */
  ranges: readonly Range[];
  doubts: readonly Doubt[];
}>;

type Search = {
  readonly grammar: DefinitionGrammar;
  readonly reading: Reading;
  /** Where guesses are asked for: how far the words have been understood without any. */
  readonly guessFrom: number | undefined;
  /** The ways of reading it; of guesses, the one that explains most. */
  found: Found[];
  furthest: number;
  steps: number;
};

/** So much of a definition, up to a token. */
type Step = Found & Readonly<{ at: number }>;

const nothingRead: Step = { at: 0, terms: [], ranges: [], doubts: [] };
const readingsMax = 20;
const stepsMax = 20_000;

/** Reads what an outcome or a measure is: a core, then additions, set off by commas or not. */
export function readDefinition(
  reader: Reader,
  range: Range,
  grammar = ofOutcomes,
): readonly Term[] | undefined {
  const reading = readingOf(reader, range);
  if (reading === undefined) return undefined;
  const strict = search(reading, grammar);
  const readings = strict.found.map(({ terms }) => inOrder(terms, grammar));
  const forms = [...grammar.cores, ...grammar.additions];
  const rival = findRival(readings, forms);
  if (readings[0] && rival) {
    const complaint = twoReadings([readings[0], rival], forms, reader.names);
    complain(reader, rangeOfTokens(reading.tokens), complaint);
  }
  const [found] = strict.found;
  found?.terms.forEach((term, at) => {
    standsAt(reader, found.ranges[at] ?? range, term);
  });
  if (readings[0]) return readings[0];
  for (const { at, ...complaint } of whatIsWrong(reading, strict)) {
    complain(reader, at, complaint);
  }
  return undefined;
}

function whatIsWrong(reading: Reading, { furthest, grammar }: Search): readonly Placed[] {
  const usual = grammar === ofOutcomes ? (bareOnce(reading) ?? gapsApart(reading)) : undefined;
  if (usual) return [usual];
  const understoodTo = reading.tokens[furthest]?.from ?? Number.POSITIVE_INFINITY;
  const [best] = search(reading, grammar, understoodTo).found;
  const isHelp = best && guessCost(best.doubts, understoodTo) <= guessCostMax;
  if (!isHelp) return [notUnderstood(reading, furthest, grammar)];
  return best.doubts.map((doubt) => complaintOf(doubt, reading));
}

function search(reading: Reading, grammar: DefinitionGrammar, guessFrom?: number): Search {
  const state: Search = { grammar, reading, guessFrom, found: [], furthest: 0, steps: 0 };
  for (const core of grammar.cores) matchFrom(core, nothingRead, state);
  return state;
}

function matchFrom(form: Form, so: Step, state: Search): boolean {
  const isLenient = state.guessFrom !== undefined;
  const where = { reading: state.reading, at: so.at, isLenient };
  const reached = eachMatch(form, where, (match) => {
    const terms = [...so.terms, match.term];
    const ranges = [...so.ranges, rangeOfTokens(state.reading.tokens.slice(so.at, match.end))];
    const doubts = [...so.doubts, ...match.doubts];
    return goOn({ at: match.end, terms, ranges, doubts }, state);
  });
  state.furthest = Math.max(state.furthest, reached);
  return isEnough(state);
}

function isEnough({ steps, found, guessFrom }: Search): boolean {
  return steps > stepsMax || (guessFrom === undefined && found.length === readingsMax);
}

function goOn(so: Step, state: Search): boolean {
  const { tokens } = state.reading;
  state.steps += 1;
  if (state.guessFrom !== undefined && !isBetterGuess(so, state.found[0], state.guessFrom)) {
    return isEnough(state);
  }
  if (so.at === tokens.length) {
    state.found = state.guessFrom === undefined ? [...state.found, so] : [so];
    return isEnough(state);
  }
  const next = { ...so, at: tokens[so.at]?.text === ',' ? so.at + 1 : so.at };
  const used = new Set(so.terms.map((term) => term.form));
  return state.grammar.additions.some(
    (form) => !used.has(form.name) && matchFrom(form, next, state),
  );
}

function isBetterGuess(so: Found, best: Found | undefined, understoodTo: number): boolean {
  const cost = guessCost(so.doubts, understoodTo);
  return cost <= guessCostMax && (!best || cost < guessCost(best.doubts, understoodTo));
}

/** A tidy definition has its additions in the order in which the language declares them. */
function inOrder(
  terms: readonly Term[],
  { additions: declared }: DefinitionGrammar,
): readonly Term[] {
  const [core, ...rest] = terms;
  if (core === undefined) return [];
  const place = (term: Term) => declared.findIndex((form) => form.name === term.form);
  return [core, ...rest.sort((a, b) => place(a) - place(b))];
}

const bareTimes = /^(once|up to (?:\d+|\*[^*]+\*) times)$/i;

/** The one thing that is forgotten most: within what something is counted. */
function bareOnce({ tokens, text, names }: Reading): Placed | undefined {
  const lastPhrase = text.slice(tokens[0]?.from, tokens.at(-1)?.to).split(/[,:]/).at(-1)?.trim();
  if (lastPhrase === undefined || !bareTimes.test(lastPhrase)) return undefined;
  const to = tokens.at(-1)?.to ?? 0;
  return {
    code: 'outcome.once_of_what',
    message: `"${lastPhrase}" does not say within what it is counted.`,
    help: `Write "${lastPhrase} per ${names.unit}", per attachment or per referral.`,
    at: { from: to - lastPhrase.length, to },
  };
}

/** Gaps belong to the length before them, and are no addition of their own. */
function gapsApart({ tokens }: Reading): Placed | undefined {
  const words = tokens.map(({ text }) => text.toLowerCase());
  const at = words.findIndex((word, index) => {
    return word === ',' && words[index + 1] === 'with' && words[index + 2] === 'gaps';
  });
  const comma = tokens[at];
  if (comma === undefined) return undefined;
  return {
    code: 'outcome.gaps_set_apart',
    message: 'A comma stands between a length and the gaps that may be in it.',
    help: 'Take the comma out, as in "for 13 weeks in one go with gaps of up to 7 days".',
    at: rangeOfTokens([comma]),
  };
}

function notUnderstood(reading: Reading, furthest: number, grammar: DefinitionGrammar): Placed {
  const { tokens } = reading;
  const from = Math.min(furthest, tokens.length - 1);
  const rest: Reading = { ...reading, tokens: tokens.slice(from) };
  const near =
    nearestForm(rest, from === 0 ? grammar.cores : grammar.additions) ??
    nearestForm(reading, grammar.cores);
  const { code, what, help } = grammar.notUnderstood;
  return {
    code,
    message: `The ${what} cannot be understood from "${tokens[from]?.text}" on.`,
    help:
      near === undefined
        ? help
        : `The nearest wording is as in "${exampleFor(near.form, reading)}".`,
    at: rangeOfTokens(tokens.slice(from)),
  };
}
