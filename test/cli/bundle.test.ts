import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallFacts, smallPage } from './small-page.ts';

const { path, put } = madeFolder();
const page = put('contract.md', smallPage);
const facts = put('facts.csv', smallFacts);
const given = [page, '--facts', facts];
const before = put(
  'before.json',
  runOutturn([
    'settle',
    ...given,
    '--as-at',
    '2027-12-31',
    '--previous',
    'none',
    '--format',
    'json',
  ]).stdout,
);
const file = path('bundle.json');
const days = ['--as-at', '2028-12-31', '--previous', before];
const made = runOutturn(['bundle', ...given, ...days, '--out', file]);
const bundle = JSON.parse(readFileSync(file, 'utf8'));

function recompute(name: string, content: object) {
  return runOutturn(['recompute', put(name, JSON.stringify(content)), '--format', 'json']);
}

test('a bundle holds no reference of its participants, and says that it is personal data', () => {
  expect([made.status, made.stdout]).toEqual([0, expect.stringContaining('facts about people')]);
  expect(bundle.personalData).toContain('facts about people');
  const { pages: _, ...rest } = bundle;
  expect(JSON.stringify(rest)).not.toMatch(/Sam|Kim|"A1"|\|A1\|/);
  expect(bundle.previous.lines.length).toBeGreaterThan(0);
});

test('a bundle is worked out again to the same, also where it has been laid out anew', () => {
  expect(runOutturn(['recompute', file]).stdout).toContain('It agrees: 5 lines, £880.00 in all');
  const again = recompute('again.json', bundle);
  expect([again.status, JSON.parse(again.stdout)]).toEqual([
    0,
    {
      agrees: true,
      lines: 5,
      facts: 5,
      total: '880.00',
      currency: 'GBP',
      engines: { was: expect.any(String), now: expect.any(String) },
    },
  ]);
});

function problemOf(run: Readonly<{ status: number | null; stdout: string }>) {
  expect(run.status).toBe(1);
  const [problem] = JSON.parse(run.stdout).problems;
  return problem;
}

test('one penny more on a line is found, and the line is named', () => {
  const { result } = bundle;
  const lines = result.lines.map((line: Record<string, string>, at: number) =>
    at === 1 ? { ...line, amount: '220.01' } : line,
  );
  const { code, message } = problemOf(
    recompute('penny.json', { ...bundle, result: { ...result, lines } }),
  );
  expect(code).toBe('bundle.line_differs');
  expect(message).toContain(lines[1].line);
  expect(message).toContain('220.01');
});

test('another day of one fact is found', () => {
  const changed = bundle.facts.map((fact: Record<string, string>) =>
    fact.to === '2028-03-01' ? { ...fact, to: '2027-10-01', known: '2028-03-01' } : fact,
  );
  const { code } = problemOf(recompute('fact.json', { ...bundle, facts: changed }));
  expect(code).toBe('bundle.line_differs');
});

test('a fact left out that moved nothing is found by the digest', () => {
  const extra = { id: 'X1', kind: 'offered', participant: 'P1', day: '2027-06-01' };
  const { code } = problemOf(
    recompute('extra.json', { ...bundle, facts: [...bundle.facts, extra] }),
  );
  expect(code).toBe('bundle.changed');
});

test('another total, and another page, are found', () => {
  const { result } = bundle;
  const total = problemOf(
    recompute('total.json', { ...bundle, result: { ...result, total: '1.00' } }),
  );
  expect(total.code).toBe('bundle.result_differs');
  const pages = [{ name: 'contract.md', text: smallPage.replace('£220 |', '£221 |') }];
  const { previous: _, ...alone } = bundle;
  expect(problemOf(recompute('page.json', { ...alone, pages })).code).toBe('bundle.line_differs');
});

test('a result of a bundle that is none is told of the bundle', () => {
  const { lines: _, ...result } = bundle.result;
  const { code, message } = problemOf(recompute('bare.json', { ...bundle, result }));
  expect([code, message]).toEqual(['bundle.not_a_bundle', expect.stringContaining('"result"')]);
});

test('a bundle holds no fact, source or reason on which nothing can rest', () => {
  const rows = `${smallFacts}S1,says,Sam,,,2027-07-01,,,,
`.split('\n');
  const wide = rows.map((row, at) => {
    const more = at === 0 ? ',source,method,with' : ',Jo the caseworker,secret,shoe=9';
    return row === '' ? row : `${row}${more}`;
  });
  const out = path('narrow.json');
  const words = ['--facts', put('wide.csv', wide.join('\n')), '--as-at', '2028-12-31'];
  expect(runOutturn(['bundle', page, ...words, '--out', out]).status).toBe(0);
  const text = readFileSync(out, 'utf8');
  expect(text).not.toMatch(/says|caseworker|secret|shoe/);
  expect(JSON.parse(text).result.total).toBe(bundle.result.total);
});

test('what corrects a fact is kept with it, also where it is a fact on which nothing can rest', () => {
  const rows = `id,kind,participant,provider,group,day,from,to,replaces
A1,attached,Sam,Bright Futures,leaving,2027-05-04,,,
F1,in settled housing,Sam,,,,2027-05-10,2028-03-01,
W1,waiting,Sam,,,,2027-05-10,2028-03-01,F1
`;
  const file = path('corrected.json');
  const days = ['--as-at', '2028-12-31', '--out', file];
  const run = runOutturn(['bundle', page, '--facts', put('corrected.csv', rows), ...days]);
  expect([run.status, run.stderr]).toEqual([0, '']);
  const kinds = JSON.parse(readFileSync(file, 'utf8')).facts.map(
    ({ kind }: { kind: string }) => kind,
  );
  expect(kinds.toSorted()).toEqual(['attached', 'in settled housing', 'waiting']);
  expect(runOutturn(['recompute', file]).status).toBe(0);
});

test('where long texts differ, each is shown from there', () => {
  const { result } = bundle;
  const [{ lines, on }] = result.outstanding.paid;
  const other = { ...result.outstanding, paid: [{ on, lines: [...lines, 'one more'] }] };
  const { message } = problemOf(
    recompute('long.json', { ...bundle, result: { ...result, outstanding: other } }),
  );
  expect(message).toMatch(/one more.*not …/);
});

test('what is no bundle is told', () => {
  expect(problemOf(recompute('none.json', { hello: 1 })).code).toBe('bundle.not_a_bundle');
  const nowhere = runOutturn(['recompute', path('nowhere.json'), '--format', 'json']);
  expect(problemOf(nowhere).code).toBe('bundle.unreadable');
});

test('a bundle needs a file', () => {
  const words = ['bundle', ...given, '--as-at', '2028-12-31'];
  expect(runOutturn(words).status).toBe(2);
});

test('a bundle is what its schema says', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: true } });
  const isValid = ajv.compile(JSON.parse(runOutturn(['schema', 'bundle']).stdout));
  expect([isValid(bundle), isValid.errors]).toEqual([true, null]);
});
