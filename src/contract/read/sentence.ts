import type { Range } from '../page/source.ts';
import { type Token, textOf, tokensOf } from '../page/tokens.ts';
import type { Form, Term } from '../wording/form.ts';
import { eachMatch, type Match } from '../wording/match.ts';
import type { Reading } from '../wording/place-type.ts';
import { complain, type Reader, standsAt } from './reader.ts';

/** Reads one sentence as one of the forms; what cannot be read is a problem. */
export function readSentence(
  reader: Reader,
  range: Range,
  forms: readonly Form[],
): Term | undefined {
  const tokens = withoutFullStop(tokensOf(reader.source.text, range));
  if (tokens.length === 0) return undefined;
  const reading: Reading = { text: reader.source.text, tokens, names: reader.names };
  const match = wholeMatch(reading, forms, false) ?? wholeMatch(reading, forms, true);
  if (match === undefined) {
    notUnderstood(reader, reading, forms);
    return undefined;
  }
  for (const { at, ...complaint } of match.complaints) complain(reader, at, complaint);
  if (match.complaints.length > 0) return undefined;
  return standsAt(reader, rangeOfTokens(tokens), match.term);
}

export function withoutFullStop(tokens: readonly Token[]): readonly Token[] {
  return tokens.at(-1)?.text === '.' ? tokens.slice(0, -1) : tokens;
}

export function rangeOfTokens(tokens: readonly Token[]): Range {
  return { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0 };
}

/** The match with the fewest complaints of those that take in every word. */
function wholeMatch(
  reading: Reading,
  forms: readonly Form[],
  isLenient: boolean,
): Match | undefined {
  let best: Match | undefined;
  for (const form of forms) {
    eachMatch(form, { reading, at: 0, isLenient }, (match) => {
      if (match.end !== reading.tokens.length) return false;
      if (!best || match.complaints.length < best.complaints.length) best = match;
      return best.complaints.length === 0;
    });
    if (best?.complaints.length === 0) return best;
  }
  return best;
}

function notUnderstood(reader: Reader, reading: Reading, forms: readonly Form[]): void {
  const near = nearestForm(reading, forms);
  const words = textOf(reading.text, reading.tokens);
  const shown = words.length > 60 ? `${words.slice(0, 57)}...` : words;
  const from = Math.min(near?.understood ?? 0, reading.tokens.length - 1);
  const at = rangeOfTokens(reading.tokens.slice(from));
  complain(reader, at, {
    code: 'sentence.not_understood',
    message:
      from === 0
        ? `"${shown}" is not a sentence that this section knows.`
        : `This sentence cannot be understood from "${reading.tokens[from]?.text}" on.`,
    help:
      near === undefined
        ? 'Write it as a note, in a quotation that begins with >, or take it out.'
        : `The nearest sentence is: "${near.form.example}"`,
  });
}

type Near = Readonly<{ form: Form; understood: number }>;

/** The form that understands the most of the words, then the one that shares the most of them. */
export function nearestForm(reading: Reading, forms: readonly Form[]): Near | undefined {
  const said = new Set(reading.tokens.map((token) => token.lower));
  let best: (Near & { shared: number }) | undefined;
  for (const form of forms) {
    const understood = eachMatch(form, { reading, at: 0, isLenient: false }, () => false);
    const shared = sharedWords(form, said);
    if (understood + shared === 0) continue;
    const isBetter = !best || understood * 2 + shared * 3 > best.understood * 2 + best.shared * 3;
    if (isBetter) best = { form, understood, shared };
  }
  return best;
}

function sharedWords(form: Form, said: ReadonlySet<string>): number {
  const words = form.wording.toLowerCase().match(/(?<![{:|\p{L}])\p{L}+(?![^{]*\})/gu) ?? [];
  const own = new Set(words);
  const shared = [...own].filter((word) => said.has(word)).length;
  return own.size === 0 ? 0 : shared / own.size + shared / 10;
}
