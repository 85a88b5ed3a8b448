import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { jsonText } from '../../src/cli/report.ts';
import { leftOutText, settlementText } from '../../src/cli/settlement-text.ts';
import { shownLines } from '../../src/cli/shown-lines.ts';
import { statementText } from '../../src/cli/statement-text.ts';
import { answerText } from '../../src/cli/why-text.ts';
import { assert, noPlace } from '../../src/problem/index.ts';
import { stateOwed, sumsOfResult } from '../../src/service/index.ts';
import { madeFolder } from '../support/made-files.ts';
import { smallFacts, smallPage } from './small-page.ts';

// Pages and facts hold no such characters any more. Should one come by another way, no text that
// is shown lets a terminal obey it.

const { put } = madeFolder();
const nasty = '\u001b]0;own\u0007\u009b31m\u202eSam';
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
const plain = (_: unknown, text: string) => text;

async function statements() {
  const day = dayNumber('2028-12-31');
  const stated = await stateOwed({
    pages: [put('contract.md', smallPage)],
    facts: [put('facts.csv', smallFacts)],
    asAt: day,
    knownAt: day,
  });
  assert(stated.ok, 'the small page settles');
  const { page, result } = stated.value;
  const contract = { ...page.read.contract, title: nasty };
  const lines = result.lines.map((line) => ({ ...line, line: nasty, participant: nasty }));
  return {
    ...stated.value,
    page: { ...page, read: { ...page.read, contract } },
    result: { ...result, lines },
    statements: stated.value.statements.map((each) => ({
      ...each,
      provider: nasty,
      lines: each.lines.map((line) => ({ ...line, line: nasty, participant: nasty })),
    })),
  };
}

test('a title, a provider, a participant or a line can make no terminal do anything', async () => {
  const all = await statements();
  const [first] = all.statements;
  assert(first, 'somebody is owed something');
  for (const text of [
    settlementText(
      { ...all, sums: sumsOfResult(all.result, all.page.read.contract) },
      { paint: plain, isAll: true },
    ),
    statementText(first, all, { paint: plain, isAll: true }),
    leftOutText(
      {
        rows: 1,
        problems: [
          { code: 'x', severity: 'error', at: noPlace(nasty), message: nasty, help: nasty },
        ],
      },
      plain,
    ).join('\n'),
    answerText({ paragraphs: [[nasty]], facts: [], data: {} }, plain),
    shownLines(`# ${nasty}\r\n${nasty}`),
  ]) {
    expect(text).toContain('Sam');
    expect(text).not.toMatch(obeyed);
  }
});

test('JSON says the same, in letters that no terminal obeys', () => {
  const text = jsonText({ title: nasty, tag: '\u{e0041}' });
  expect(text).not.toMatch(/[\u007f-\u009f\u202e\u{e0041}]/u);
  expect(JSON.parse(text)).toEqual({ title: nasty, tag: '\u{e0041}' });
});
