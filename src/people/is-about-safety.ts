import { type Contract, findTerm, forms } from '../contract/index.ts';
import { safetyWords } from './safety-words.ts';

/**
 * Whether those served by a page may be in danger from someone they know, so that everything about
 * safety is on for all of them. The page's own sentence decides. Where it has neither, safety is on
 * if its title, groups, records, outcomes or measures speak of abuse, exploitation, children in
 * care or sexual health: silence is never taken for safety.
 */
export function isAboutSafety(contract: Contract): boolean {
  const footing = contract.sections.footing ?? [];
  if (findTerm(footing, forms.footing.danger) !== undefined) return true;
  if (findTerm(footing, forms.footing.noDanger) !== undefined) return false;
  return safetyTexts(contract).some(speaksOfSafety);
}

/** What a page is about. What binds providers ("a safeguarding lead") says nothing of it. */
function safetyTexts(contract: Contract): readonly string[] {
  const { title, people, facts, outcomes, measures } = contract;
  const { before = [], promises = [], voice = [] } = contract.sections;
  return [
    title,
    ...people.groups.flatMap(({ name, who }) => [name, who]),
    ...facts.kinds.flatMap(({ names }) => names),
    ...outcomes.outcomes.map(({ name }) => name),
    ...(measures?.measures.map(({ name }) => name) ?? []),
    ...[...people.terms, ...before, ...promises, ...voice].flatMap(wordsOf),
  ];
}

function wordsOf(term: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(term).flatMap(([place, value]) =>
    place !== 'form' && typeof value === 'string' ? [value] : [],
  );
}

/** A word of the list at the beginning of a word of the text. */
function speaksOfSafety(text: string): boolean {
  const plain = ` ${text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')}`;
  return safetyWords.some((word) => new RegExp(`[^\\p{L}]${word}`, 'u').test(plain));
}
