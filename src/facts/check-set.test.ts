import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageRules } from '../../test/support/page-rules.ts';
import type { FactSet } from './fact-table.ts';
import { readFactTexts } from './read-fact-text.ts';

const header = 'id,kind,participant,provider,group,day,from,to,value,known,state,replaces';

function read(rows: readonly string[], setAside = false): FactSet {
  const text = `${header}\n${rows.join('\n')}\n`;
  return readFactTexts([{ source: 'may.csv', format: 'csv', text }], pageRules, { setAside });
}

function found(rows: readonly string[]): string[] {
  return read(rows).problems.map(({ code, at }) => `${at.line} ${code} ${at.field ?? ''}`.trim());
}

function referred(
  id: string,
  more: Partial<Record<'participant' | 'day' | 'replaces', string>> = {},
) {
  const { participant = 'P1', day = '2027-05-01', replaces = '' } = more;
  return `${id},referred,${participant},,,${day},,,,,,${replaces}`;
}

function attached(id: string, day: string, provider = 'Hub'): string {
  return `${id},attached,P1,${provider},leaving,${day},,,,,,`;
}

function left(id: string, day: string, provider = ''): string {
  return `${id},left,P1,${provider},,${day},,,,,,`;
}

describe('ids', () => {
  test('two facts with one id are a problem that names both places', () => {
    const { problems } = read([referred('r1'), referred('r2'), referred('r1')]);
    expect(problems).toMatchObject([
      {
        code: 'fact.id_twice',
        at: { source: 'may.csv', line: 4, field: 'id' },
        message: 'The id "r1" is already the id of another fact (may.csv, line 2).',
      },
    ]);
  });

  test('neither of two facts with one id is relied on', () => {
    const { facts, unread } = read([referred('r1'), referred('r2'), referred('r1')], true);
    expect(facts.map(({ id }) => id)).toEqual(['r2']);
    expect(unread.map(({ place }) => place.line)).toEqual([2, 4]);
  });
});

describe('replacements', () => {
  test('form a chain, in whatever order the rows stand', () => {
    const rows = [
      referred('r3', { replaces: 'r2' }),
      referred('r2', { replaces: 'r1' }),
      referred('r1'),
    ];
    expect(found(rows)).toEqual([]);
  });

  test('may be known before what they replace', () => {
    const late = 'r1,referred,P1,,,2027-05-01,,,,2027-09-01,,';
    expect(found([late, referred('r2', { replaces: 'r1' })])).toEqual([]);
  });

  test('replace a fact that is there', () => {
    const set = read([referred('r1'), referred('r2', { replaces: 'r11' })]);
    expect(set.problems).toMatchObject([{ code: 'fact.replaces_unknown', at: { line: 3 } }]);
    expect(set.problems[0]?.help).toBe('Did you mean "r1"?');
  });

  test('replace a fact that nothing else replaces', () => {
    const rows = [
      referred('r1'),
      referred('r2', { replaces: 'r1' }),
      referred('r3', { replaces: 'r1' }),
    ];
    expect(found(rows)).toEqual(['4 fact.replaced_twice replaces']);
    expect(read(rows, true).facts).toEqual([]);
  });

  test('do not go round in a circle', () => {
    expect(found([referred('r1', { replaces: 'r1' })])).toEqual([
      '2 fact.replaces_circle replaces',
    ]);
    const three = [
      referred('r1', { replaces: 'r3' }),
      referred('r2', { replaces: 'r1' }),
      referred('r3', { replaces: 'r2' }),
    ];
    expect(found(three)).toEqual(['2 fact.replaces_circle replaces']);
  });

  test('are about the same participant, not another and not nobody', () => {
    const other = referred('r2', { participant: 'P2', replaces: 'r1' });
    expect(found([referred('r1'), other])).toEqual(['3 fact.replaces_another participant']);
    const nobody = 'w1,withdrawn,,,,2027-06-01,,,,,,r1';
    expect(found([referred('r1'), nobody])).toEqual(['3 fact.replaces_another participant']);
  });

  test('of a discount are about the same provider', () => {
    const discount = (id: string, provider: string, replaces: string) =>
      `${id},discount,,${provider},,2027-05-01,,,0.05,,,${replaces}`;
    expect(found([discount('d1', 'Hub', ''), discount('d2', 'Hub', 'd1')])).toEqual([]);
    expect(found([discount('d1', 'Hub', ''), discount('d2', 'Nest', 'd1')])).toEqual([
      '3 fact.replaces_another provider',
    ]);
  });

  test('are of the same kind, or withdraw, or bring back what was withdrawn', () => {
    const withdrawn = 'w1,withdrawn,P1,,,2027-06-01,,,,,,r1';
    const back = referred('r2', { day: '2027-07-01', replaces: 'w1' });
    expect(found([referred('r1'), withdrawn, back])).toEqual([]);
    const other = `${attached('a1', '2027-05-02')}r1`;
    expect(found([referred('r1'), other])).toEqual(['3 fact.replaces_kind kind']);
    const unlike = `${attached('a1', '2027-07-01')}w1`;
    expect(found([referred('r1'), withdrawn, unlike])).toEqual(['4 fact.replaces_kind kind']);
  });

  test('may be of another kind, where neither says who stays with whom', () => {
    const waited = 'k1,waiting,P1,,,,2027-05-10,2027-06-09,,,,';
    const housed = 'k2,in settled housing,P1,,,,2027-05-10,2027-06-09,,,,k1';
    const goals = 'k3,goals,P1,,,2027-06-09,,,41,,,k2';
    expect(found([waited, housed, goals])).toEqual([]);
    expect(found([waited, `${attached('a1', '2027-05-02')}k1`])).toEqual([
      '3 fact.replaces_kind kind',
    ]);
  });

  test('that cannot be read take what they replace with them', () => {
    const rows = [
      referred('r1'),
      referred('r2', { replaces: 'r1' }),
      referred('r3', { day: 'soon', replaces: 'r2' }),
      referred('r4', { replaces: 'r3' }),
      referred('r9'),
    ];
    const set = read(rows, true);
    expect(set.problems.map(({ code }) => code)).toEqual(['fact.day_form']);
    expect(set.facts.map(({ id }) => id)).toEqual(['r9']);
    expect(set.unread.map(({ id }) => id)).toEqual(['r3', 'r1', 'r2', 'r4']);
  });
});

describe('attachments', () => {
  test('with one provider end before the next begins', () => {
    const two = [attached('a1', '2027-05-01'), attached('a2', '2027-08-01')];
    expect(found(two)).toEqual(['3 fact.attached_twice day']);
    expect(found([...two, left('l1', '2027-07-31')])).toEqual([]);
    expect(found([...two, left('l1', '2027-07-31', 'Hub')])).toEqual([]);
    const sameDay = [...two, left('l1', '2027-08-01')];
    expect(found(sameDay)).toEqual(['3 fact.attached_twice day']);
    expect(read(sameDay).problems[0]?.help).toContain('begin on 2027-08-02');
  });

  test('with two providers may overlap: the page says whose an outcome is', () => {
    expect(found([attached('a1', '2027-05-01'), attached('a2', '2027-05-02', 'Nest')])).toEqual([]);
  });

  test('that were replaced or withdrawn clash with nothing', () => {
    const rows = [attached('a1', '2027-05-01'), `${attached('a2', '2027-05-02')}a1`];
    expect(found(rows)).toEqual([]);
    const withdrawn = 'w1,withdrawn,P1,,,2027-06-01,,,,,,a1';
    expect(found([attached('a1', '2027-05-01'), withdrawn, attached('a2', '2027-06-01')])).toEqual(
      [],
    );
  });

  test('begin before they are left', () => {
    expect(found([left('l1', '2027-05-01')])).toEqual(['2 fact.left_before_attached day']);
    expect(found(['l1,left,,Nest,,2027-05-01,,,,,,'])).toEqual([]);
    expect(found([attached('a1', '2027-05-02'), left('l1', '2027-05-01')])).toEqual([
      '3 fact.left_before_attached day',
    ]);
    expect(found([attached('a1', '2027-05-02'), left('l1', '2027-05-02')])).toEqual([]);
    expect(found([attached('a1', '2027-05-02'), left('l1', '2027-06-02', 'Nest')])).toEqual([
      '3 fact.left_before_attached day',
    ]);
  });

  test('that could not be read are not missed by those who leave', () => {
    expect(found([attached('a1', 'soon'), left('l1', '2027-05-01')])).toEqual([
      '2 fact.day_form day',
    ]);
  });
});

test('a circle of a hundred thousand facts is found at once', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    referred(`r${index}`, { replaces: `r${(index + 1) % 100_000}` }),
  );
  expect(found(rows)).toEqual(['2 fact.replaces_circle replaces']);
});

test('shuffling the rows gives the same facts and the same kinds of problem', () => {
  const id = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5');
  const row = fc
    .tuple(id, fc.option(id), fc.constantFrom('P1', 'P2'), fc.constantFrom('2027-05-01', 'soon'))
    .map(([own, replaces, participant, day]) =>
      referred(own, { participant, day, replaces: replaces ?? '' }),
    );
  const shuffled = fc
    .array(row, { maxLength: 8 })
    .chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      const sorted = (set: FactSet) =>
        set.facts.map((fact) => JSON.stringify(fact, bigints)).sort();
      expect(sorted(read(others, true))).toEqual(sorted(read(rows, true)));
      expect(read(others).facts.length === 0).toBe(read(rows).facts.length === 0);
    }),
    { numRuns: 300 },
  );
});

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

describe('names that are alike', () => {
  const alike = ({ problems }: FactSet) =>
    problems.filter(({ code }) => code === 'fact.names_alike').map(({ message }) => message);

  test('providers that differ only in capitals or spaces are a warning that names both', () => {
    const rows = [
      attached('a1', '2027-05-01', 'Bright Futures'),
      attached('a2', '2027-06-01', 'bright futures'),
      attached('a3', '2027-07-01', 'BrightFutures'),
    ];
    const set = read(rows);
    expect(alike(set)).toEqual([
      'A provider differs from another only in capitals or spaces: "Bright Futures" and ' +
        '"bright futures"; "Bright Futures" and "BrightFutures".',
    ]);
    expect(set.facts).toHaveLength(3);
    expect(set.problems).toMatchObject([{ at: { line: 3, field: 'provider' } }]);
  });

  test('so are participants, each pair once, and the rest are counted', () => {
    const names = ['a1', 'b1', 'c1', 'd1', 'e1'];
    const rows = [...names, ...names.map((name) => name.toUpperCase()), 'E1'].map(
      (participant, at) => referred(`r${at}`, { participant }),
    );
    expect(alike(read(rows))).toEqual([
      'A participant differs from another only in capitals or spaces: "a1" and "A1"; ' +
        '"b1" and "B1"; "c1" and "C1"; and 2 more.',
    ]);
  });

  test('also in letters beyond English, and beside names of one case', () => {
    const names = ['zoë 1', 'ZOË1', 'łódź', 'ŁÓDŹ', 'k1'];
    const rows = names.map((participant, at) => referred(`r${at}`, { participant }));
    expect(alike(read(rows.slice(0, 4)))[0]).toContain('"zoë 1" and "ZOË1"; "łódź" and "ŁÓDŹ".');
    expect(alike(read([...rows.slice(4), referred('r9', { participant: 'K1' })]))[0]).toContain(
      '"k1" and "K1"',
    );
  });

  test('the same name over and over, or other letters, are no warning', () => {
    const names = ['Sam', 'Kim', 'Sam', 'Sám', 'SK', 'S-K'];
    const rows = names.map((participant, at) => referred(`r${at}`, { participant }));
    expect(alike(read(rows))).toEqual([]);
  });
});
