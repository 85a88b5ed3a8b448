import { expect, test } from 'vitest';
import { languageReference } from './language-reference.ts';
import { smallestPage } from './language-start.ts';
import { printContract } from './print/print-contract.ts';
import { readContract } from './read/read-contract.ts';
import { sections } from './sections.ts';

const reference = languageReference();

test('the smallest page of the reference is tidy and without a problem', () => {
  const { contract, problems } = readContract(smallestPage);
  expect(problems).toEqual([]);
  expect(printContract(contract)).toBe(smallestPage);
});

test('every sentence of the language stands in the reference with its meaning and example', () => {
  for (const { heading, about, forms } of sections) {
    for (const text of [`## ${heading}`, about]) expect(reference).toContain(text);
    for (const { meaning, example } of forms) {
      expect(reference).toContain(meaning);
      expect(reference).toContain(`> ${example}`);
    }
  }
});

test('no line of the reference shows how wordings are declared', () => {
  expect(reference).not.toMatch(/\{\w+:\S/);
});
