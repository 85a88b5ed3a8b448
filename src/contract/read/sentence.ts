import type { Range } from '../page/source.ts';
import { type Token, textOf, tokensOf } from '../page/tokens.ts';
import { sections } from '../sections.ts';
import type { Form, Term } from '../wording/form.ts';
import { complaintOf, type Doubt, eachMatch, type Match, type Placed } from '../wording/match.ts';
import { listed } from '../wording/name-places.ts';
import type { Reading } from '../wording/place-type.ts';
import { findRival, twoReadings } from '../wording/two-readings.ts';
import { guessCost, guessCostMax } from './guess-cost.ts';
import { exampleFor, nearestForm } from './nearest-form.ts';
import { complain, type Reader, standsAt } from './reader.ts';

/** The most words and marks that one sentence may have, so that none takes long to read. */
export const sentenceWordsMax = 400;

// Something that is no page at all, pasted by mistake, is not guessed at line by line.
const problemsGuessedAtMax = 50;

function isWorthGuessing({ problems }: Reader): boolean {
  return problems.length < problemsGuessedAtMax;
}

/** Reads one sentence as one of the forms; what cannot be read is a problem. */
export function readSentence(
  reader: Reader,
  range: Range,
  forms: readonly Form[],
): Term | undefined {
  const reading = readingOf(reader, range);
  if (reading === undefined) return undefined;
  const at = rangeOfTokens(reading.tokens);
  const readings = matchesOf(reading, forms).map(({ term }) => [term]);
  const rival = findRival(readings, forms);
  const [term] = readings[0] ?? [];
  if (term && rival) complain(reader, at, twoReadings([[term], rival], forms, reader.names));
  if (term) return standsAt(reader, at, term);
  const complaints = isWorthGuessing(reader) ? bestGuess(reading, forms) : undefined;
  if (complaints === undefined) notUnderstood(reader, reading, forms);
  for (const { at: place, ...complaint } of complaints ?? []) complain(reader, place, complaint);
  return undefined;
}

/** The words of a sentence, ready to be read; nothing where there are none or far too many. */
export function readingOf(reader: Reader, range: Range): Reading | undefined {
  const { source, names } = reader;
  const tokens = withoutFullStop(tokensOf(source.text, range));
  if (tokens.length === 0) return undefined;
  if (tokens.length > sentenceWordsMax) {
    complain(reader, rangeOfTokens(tokens), {
      code: 'sentence.too_long',
      message: `This has ${tokens.length} words and marks, and may have ${sentenceWordsMax}.`,
      help: 'Say it in several sentences, or move what does not bind into a note.',
    });
    return undefined;
  }
  return { text: source.text, tokens, names };
}

export function withoutFullStop(tokens: readonly Token[]): readonly Token[] {
  return tokens.at(-1)?.text === '.' ? tokens.slice(0, -1) : tokens;
}

export function rangeOfTokens(tokens: readonly Token[]): Range {
  return { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 };
}

const readingsMax = 20;

/** The ways of reading every word. */
function matchesOf(reading: Reading, forms: readonly Form[]): Match[] {
  const found: Match[] = [];
  for (const form of forms) {
    eachMatch(form, { reading, at: 0, isLenient: false }, (match) => {
      if (match.end === reading.tokens.length) found.push(match);
      return found.length === readingsMax;
    });
  }
  return found;
}

const guessesMax = 2000;

/** What is wrong with the sentence if it is the one that it resembles most, where that helps. */
function bestGuess(reading: Reading, forms: readonly Form[]): readonly Placed[] | undefined {
  let best: readonly Doubt[] | undefined;
  let bestCost = guessCostMax;
  for (const form of forms) {
    const furthest = eachMatch(form, { reading, at: 0, isLenient: false }, () => false);
    const understoodTo = reading.tokens[furthest]?.from ?? Number.POSITIVE_INFINITY;
    let guesses = 0;
    eachMatch(form, { reading, at: 0, isLenient: true }, ({ end, doubts }) => {
      guesses += 1;
      const cost = guessCost(doubts, understoodTo);
      if (end === reading.tokens.length && cost < bestCost) {
        best = doubts;
        bestCost = cost;
      }
      return guesses > guessesMax;
    });
  }
  return best?.map((doubt) => complaintOf(doubt, reading));
}

function notUnderstood(reader: Reader, reading: Reading, forms: readonly Form[]): void {
  const near = isWorthGuessing(reader) ? nearestForm(reading, forms) : undefined;
  const few = fewExamples(reading, forms);
  const words = textOf(reading.text, reading.tokens);
  const meant = howToSay(words);
  const shown = words.length > 60 ? `${words.slice(0, 57)}...` : words;
  const from = Math.min(near?.understood ?? 0, reading.tokens.length - 1);
  const at = rangeOfTokens(reading.tokens.slice(from));
  complain(reader, at, {
    code: 'sentence.not_understood',
    message:
      from === 0
        ? `"${shown}" cannot be understood here.`
        : `This cannot be understood from "${reading.tokens[from]?.text}" on.`,
    help:
      meant !== undefined
        ? `${meant}.`
        : near
          ? `The nearest sentence is: "${exampleFor(near.form, reading)}"`
          : `Write it as ${few ?? 'a note, in a quotation that begins with >, or take it out'}.`,
  });
}

/** What was meant for Markdown, and is none. */
function howToSay(words: string): string | undefined {
  const heading = sections.find((each) => each.heading.toLowerCase() === words.toLowerCase());
  if (heading) return `Make it a heading: "## ${heading.heading}"`;
  return /^[•·–—]/.test(words) ? 'Begin an item of a list with "- "' : undefined;
}

const formsShownMax = 6;

function fewExamples(reading: Reading, forms: readonly Form[]): string | undefined {
  if (forms.length > formsShownMax) return undefined;
  const examples = forms.map((form) => `"${exampleFor(form, reading)}"`);
  return `in ${listed(examples, 'or')}`;
}
