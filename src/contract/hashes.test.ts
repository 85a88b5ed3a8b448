import { describe, expect, test } from 'vitest';
import { canonicalTerms, hashesOf } from './hashes.ts';
import { printContract } from './print/print-contract.ts';
import { readContract } from './read/read-contract.ts';

const page = `# Leaving care well

Northshire Council buys this, in pounds sterling, from 1 April 2027 to 31 March 2032.
Written in Outturn 1.

> A note.

## People

| group   | who                |
| ------- | ------------------ |
| leaving | people leaving care |

## Facts

| fact    | shape      | recorded by |
| ------- | ---------- | ----------- |
| level 2 | occurrence | the college |

## Outcomes

| outcome                               | leaving |
| ------------------------------------- | ------: |
| **Qualified**: level 2, once per person |  £4,730 |

## Examples

### Sam qualifies

| day        | what happened              |
| ---------- | -------------------------- |
| 2027-05-04 | attached to Bright Futures |
| 2027-09-01 | level 2                    |

Pays £4,730: £4,730 for Qualified on 2027-09-01.
`;

function hashes(text: string) {
  const { contract, problems } = readContract(text);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return hashesOf(contract);
}

describe('the hash of the terms', () => {
  test.each([
    ['a note', page.replace('A note.', 'Another note.')],
    ['a note less', page.replace('> A note.\n', '')],
    ['a worked example', page.replace('2027-09-01 | level 2', '2027-09-02 | level 2')],
    ['the title of a worked example', page.replace('Sam qualifies', 'Aisha qualifies')],
  ])('does not change with %s, and that of the page does', (_, changed) => {
    expect(changed).not.toBe(page);
    expect(hashes(changed).contract).toBe(hashes(page).contract);
    expect(hashes(changed).page).not.toBe(hashes(page).page);
  });

  test.each([
    ['the title', page.replace('Leaving care well', 'Leaving care')],
    ['a price', page.replaceAll('£4,730', '£4,731')],
    ['who is in a group', page.replace('people leaving care', 'people in care')],
    ['a day', page.replace('31 March 2032', '31 March 2031')],
  ])('changes with %s, as that of the page does', (_, changed) => {
    expect(hashes(changed).contract).not.toBe(hashes(page).contract);
    expect(hashes(changed).page).not.toBe(hashes(page).page);
  });

  test('does not change with how the page is written, and neither does that of the page', () => {
    const tidy = printContract(readContract(page).contract);
    const untidy = `\uFEFF${page.replaceAll('\n', '\r\n').replace('1 April 2027', '2027-04-01')}`;
    expect(tidy).not.toBe(page);
    expect(hashes(tidy)).toEqual(hashes(page));
    expect(hashes(untidy)).toEqual(hashes(page));
  });

  test('is of canonical JSON: keys in order, no space', () => {
    const terms = canonicalTerms(readContract(page).contract);
    expect(terms).toMatch(/^\{"facts":\{"kinds":\[\{"names":\["level 2"\],"ranked":false,/);
    expect(terms).not.toMatch(/"(notes|examples)"/);
  });

  test('is written with its algorithm', () => {
    expect(hashes(page).contract).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
