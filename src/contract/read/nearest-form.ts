import { wordsOf } from '../page/tokens.ts';
import type { Form } from '../wording/form.ts';
import { eachMatch } from '../wording/match.ts';
import type { Reading } from '../wording/place-type.ts';
import type { Part } from '../wording/template.ts';

/**
 * The form that comes nearest to what was said, and how many of its tokens that form understands.
 */
export type Near = Readonly<{ form: Form; understood: number }>;

/**
 * The form that shares most with what was said. A word that few forms have, such as "insurance",
 * tells more than one that many have, such as "is"; being understood from the start on tells a
 * little too.
 */
export function nearestForm(reading: Reading, forms: readonly Form[]): Near | undefined {
  const words = forms.map((form) => ownWords(form));
  const weightOf = weights(words);
  const said = new Set(reading.tokens.map((token) => token.lower));
  const saidWeight = sum([...said].map((word) => weightOf(word)));
  let best: (Near & { score: number }) | undefined;
  forms.forEach((form, at) => {
    const own = [...(words[at] ?? [])];
    const shared = sum(own.filter((word) => said.has(word)).map(weightOf));
    const understood = eachMatch(form, { reading, at: 0, isLenient: false }, () => false);
    const likeness = shared === 0 ? 0 : shared / Math.sqrt(sum(own.map(weightOf)) * saidWeight);
    const score = likeness + understood / (4 * reading.tokens.length);
    if (score > 0 && (!best || score > best.score)) best = { form, understood, score };
  });
  return best;
}

/** A form's example in the words of the page: its unit instead of a person. */
export function exampleFor(form: Form, { names }: Reading): string {
  return form.example.replace(/\bper person\b/, `per ${names.unit}`);
}

/** The words that a form always has, and those among which it chooses. */
function ownWords(form: Form): ReadonlySet<string> {
  const example = wordsOf(form.example).filter((word) => /^\p{L}{5,}$/u.test(word));
  return new Set([...form.parts.flatMap(wordsOfPart), ...example]);
}

function wordsOfPart(part: Part): readonly string[] {
  switch (part.is) {
    case 'literal':
      return part.words;
    case 'choice':
      return part.options.flatMap((option) => option.words);
    case 'optional':
      return part.parts.flatMap(wordsOfPart);
    case 'place':
      return [];
  }
}

/** The fewer forms have a word, the more it weighs; a word that none has weighs nothing. */
function weights(words: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const own of words) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => {
    const count = counts.get(word);
    return count === undefined ? 0 : Math.log(1 + words.length / count) ** 2;
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
