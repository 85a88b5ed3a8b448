import { describe, expect, test } from 'vitest';
import { pageRules } from '../../test/support/page-rules.ts';
import { dayNumber } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import { noPlace } from '../problem/index.ts';
import { checkRow } from './check-row.ts';
import type { Column } from './columns.ts';

type Cells = Partial<Record<Column, string>>;

const attached: Cells = {
  id: 'a1',
  kind: 'attached',
  participant: 'P1',
  provider: 'Bright Futures',
  group: 'leaving',
  day: '2027-05-04',
};
const housed: Cells = {
  id: 'h1',
  kind: 'in settled housing',
  participant: 'P1',
  from: '2027-05-10',
  to: '2028-03-01',
};
const scored: Cells = {
  id: 's1',
  kind: 'goals',
  participant: 'P1',
  day: '2027-06-01',
  value: '12.5',
};

const letters = 'fact.letters_not_composed';
const bar = 'fact.bar_in_name';
const spacedGroup = ['fact.space_form group', 'fact.group_unknown group'];

function codes(cells: Cells): string[] {
  const result = checkRow(cells, noPlace('facts.csv'), pageRules);
  return result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${at.field ?? ''}`.trim());
}

function help(cells: Cells): string {
  const result = checkRow(cells, noPlace('facts.csv'), pageRules);
  return result.ok ? '' : (result.problems[0]?.help ?? '');
}

describe('a row that keeps every rule is a fact', () => {
  test('an occurrence is known on its day, and verified, where the row is silent', () => {
    expect(checkRow({ ...attached, with: 'area=Leeds;stage=2' }, noPlace(), pageRules)).toEqual({
      ok: true,
      value: {
        id: 'a1',
        kind: 'attached',
        participant: 'P1',
        provider: 'Bright Futures',
        group: 'leaving',
        with: ['area=Leeds', 'stage=2'],
        day: dayNumber('2027-05-04'),
        known: dayNumber('2027-05-04'),
        state: 'verified',
      },
    });
  });

  test('a spell is known on its last day where the row is silent', () => {
    const result = checkRow(housed, noPlace(), pageRules);
    expect(result.ok && result.value.known).toBe(dayNumber('2028-03-01'));
  });

  test('a spell that goes on is a fact once it says when it became known', () => {
    expect(codes({ ...housed, to: '', known: '2027-09-01' })).toEqual([]);
  });

  test('a score keeps its value exactly', () => {
    const result = checkRow(scored, noPlace(), pageRules);
    expect(result.ok && result.value.value).toEqual(fraction(25, 2));
  });

  test('a discount is a part of one of one provider, and may be announced', () => {
    const discount: Cells = { id: 'd1', kind: 'discount', provider: 'Bright Futures' };
    const told = { day: '2027-05-01', known: '2027-04-01' };
    expect(codes({ ...discount, ...told, value: '0.06', about: 'Settled' })).toEqual([]);
    expect(codes({ ...discount, ...told, value: '6' })).toEqual(['fact.value_out_of_bounds value']);
  });

  test('a withdrawal needs what it replaces and the day on which it is known, no day of its own', () => {
    const withdrawn: Cells = { id: 'w1', kind: 'withdrawn', participant: 'P1', replaces: 'a1' };
    expect(codes({ ...withdrawn, known: '2027-06-01' })).toEqual([]);
    expect(codes({ ...withdrawn, day: '2027-06-01' })).toEqual([]);
    expect(codes(withdrawn)).toEqual(['fact.known_missing known']);
    expect(codes({ ...withdrawn, replaces: '', day: '2027-06-01' })).toEqual([
      'fact.cell_missing replaces',
    ]);
  });

  test('a source is recorded complete for a span, about a kind, for one or for all', () => {
    const complete: Cells = {
      id: 'c1',
      kind: 'complete',
      about: 'in settled housing',
      source: 'housing team',
      from: '2027-04-01',
      to: '2027-06-30',
    };
    expect(codes(complete)).toEqual([]);
    expect(codes({ ...complete, participant: 'P1' })).toEqual([]);
    expect(codes({ ...complete, to: '', known: '2027-07-01' })).toEqual(['fact.cell_missing to']);
  });

  test('a participant leaves a provider, or a provider leaves by itself', () => {
    const left: Cells = { id: 'l1', kind: 'left', day: '2027-05-04' };
    expect(codes({ ...left, participant: 'P1' })).toEqual([]);
    expect(codes({ ...left, provider: 'Bright Futures' })).toEqual([]);
    expect(codes(left)).toEqual(['fact.nobody_named participant']);
  });

  test('an amount below nothing is a number and no formula', () => {
    const adjustment: Cells = { id: 'j1', kind: 'adjustment', provider: 'B', day: '2027-05-01' };
    expect(codes({ ...adjustment, value: '-12.50' })).toEqual([]);
    expect(codes({ ...adjustment, value: '+12.50' })).toEqual(['fact.number_form value']);
  });

  test('a note may hold anything', () => {
    expect(codes({ ...attached, note: ' =SUM(A1)\n'.repeat(100) })).toEqual([]);
  });
});

describe('a row that breaks a rule is a problem at its cell', () => {
  const broken: readonly (readonly [string, Cells, string[]])[] = [
    ['no such date', { ...attached, day: '2027-02-30' }, ['fact.no_such_day day']],
    ['a year of another age', { ...attached, day: '1827-02-03' }, ['fact.year_out_of_bounds day']],
    ['a day first', { ...attached, day: '01/02/2027' }, ['fact.day_form day']],
    ['a day without zeros', { ...attached, day: '2027-2-1' }, ['fact.day_form day']],
    ['a moment', { ...attached, day: '2027-02-01T00:00:00Z' }, ['fact.day_form day']],
    ['money in a day', { ...attached, day: '£220' }, ['fact.money_for_day day']],
    ['a figure in a day', { ...attached, day: '220.50' }, ['fact.money_for_day day']],
    ['to before from', { ...housed, to: '2027-05-09' }, ['fact.to_before_from to']],
    ['a day on a spell', { ...housed, day: '2027-05-10' }, ['fact.shape_of_kind day']],
    ['a from on a day', { ...attached, from: '2027-05-04' }, ['fact.shape_of_kind from']],
    ['no day', { ...attached, day: '' }, ['fact.cell_missing day']],
    ['no from', { ...housed, from: '' }, ['fact.cell_missing from']],
    ['no id', { ...attached, id: '' }, ['fact.name_missing id']],
    ['no kind', { ...attached, kind: '' }, ['fact.name_missing kind']],
    ['no participant', { ...attached, participant: '' }, ['fact.cell_missing participant']],
    ['no provider', { ...attached, provider: '' }, ['fact.cell_missing provider']],
    ['no group', { ...attached, group: '' }, ['fact.cell_missing group']],
    ['an unknown kind', { ...attached, kind: 'atached' }, ['fact.kind_unknown kind']],
    ['an unknown group', { ...attached, group: 'leaver' }, ['fact.group_unknown group']],
    ['an unknown source', { ...housed, source: 'a friend' }, ['fact.source_unknown source']],
    ['an unknown state', { ...attached, state: 'Verified' }, ['fact.state_unknown state']],
    ['an unknown about', { ...attached, about: 'Setled' }, ['fact.about_unknown about']],
    ['a comma for a point', { ...scored, value: '1,5' }, ['fact.number_form value']],
    ['a sign of money', { ...scored, value: '£12' }, ['fact.number_form value']],
    ['a power of ten', { ...scored, value: '1e3' }, ['fact.number_form value']],
    ['a percentage', { ...scored, value: '12%' }, ['fact.number_form value']],
    ['no value', { ...scored, value: '' }, ['fact.cell_missing value']],
    ['a value too many', { ...attached, value: '1' }, ['fact.cell_unused value']],
    ['a value out of bounds', { ...scored, value: '100.01' }, ['fact.value_out_of_bounds value']],
    ['bounds of no estimate', { ...attached, low: '1' }, ['fact.cell_unused low']],
    ['bounds round', { ...scored, low: '13', high: '12' }, ['fact.interval_order value']],
    ['a formula', { ...attached, provider: '=1+1' }, ['fact.formula provider']],
    ['a command', { ...attached, provider: '@cmd' }, ['fact.formula provider']],
    ['a tab before', { ...attached, provider: '\tB' }, ['fact.formula provider']],
    ['a control', { ...attached, provider: 'B\u0007' }, ['fact.control_character provider']],
    ['a line break', { ...attached, provider: 'B\nC' }, ['fact.control_character provider']],
    [
      'text turned round',
      { ...attached, provider: 'B\u202eC' },
      ['fact.control_character provider'],
    ],
    ['half a character', { ...attached, provider: 'B\ud800' }, ['fact.control_character provider']],
    ['a space of no width', { ...attached, id: 'a\u200b1' }, ['fact.control_character id']],
    ['a soft hyphen', { ...attached, provider: 'B\u00adC' }, ['fact.control_character provider']],
    ['a word joiner', { ...attached, group: 'leav\u2060ing' }, ['fact.control_character group']],
    ['a filler', { ...attached, signer: 'B\u3164' }, ['fact.control_character signer']],
    ['a joiner', { ...attached, method: 'B\u200dC' }, ['fact.control_character method']],
    ['a selector', { ...attached, replaces: 'B\ufe0f' }, ['fact.control_character replaces']],
    ['a tag', { ...housed, source: 'x\u{e0041}' }, ['fact.control_character source']],
    ['no-break space', { ...attached, provider: 'Bright\u00a0F' }, ['fact.space_form provider']],
    ['two spaces', { ...attached, participant: 'P  1' }, ['fact.space_form participant']],
    ['two spaces in a group', { ...attached, group: 'leav  ing' }, spacedGroup],
    ['an accent apart', { ...attached, provider: 'Cafe\u0301' }, [`${letters} provider`]],
    ['an accent apart in with', { ...attached, with: 'area=Cafe\u0301' }, [`${letters} with`]],
    ['a bar in an id', { ...attached, id: 'a|b' }, ['fact.bar_in_name id']],
    ['a bar in a participant', { ...attached, participant: 'P|1' }, [`${bar} participant`]],
    ['a bar in a provider', { ...attached, provider: 'b|X' }, [`${bar} provider`]],
    [
      'a space before',
      { ...attached, participant: ' P1' },
      ['fact.surrounding_spaces participant'],
    ],
    ['a space after', { ...attached, kind: 'attached ' }, ['fact.surrounding_spaces kind']],
    ['a lost character', { ...attached, provider: 'Caf\ufffd' }, ['fact.lost_character provider']],
    ['a long text', { ...attached, provider: 'x'.repeat(201) }, ['fact.cell_too_long provider']],
    ['known too early', { ...attached, known: '2027-05-03' }, ['fact.known_too_early known']],
    ['an end foretold', { ...housed, known: '2027-06-01' }, ['fact.known_too_early known']],
    ['an open spell', { ...housed, to: '' }, ['fact.known_missing known']],
    ['no form', { ...attached, with: 'Leeds' }, ['fact.characteristic_form with']],
    ['spaces within', { ...attached, with: 'area=Leeds; a=b' }, ['fact.characteristic_form with']],
    ['twice', { ...attached, with: 'area=Leeds;area=York' }, ['fact.characteristic_twice with']],
    [
      'a person for all',
      { ...attached, kind: 'discount', value: '0.1', group: '' },
      ['fact.cell_unused participant'],
    ],
  ];

  test.each(broken)('%s', (_, cells, expected) => {
    expect(codes(cells)).toEqual(expected);
  });

  test('letters composed, of any language, and bars elsewhere are taken as they stand', () => {
    expect(codes({ ...attached, provider: 'Café Ζωή شركة 住房', method: 'a|b' })).toEqual([]);
  });

  test('a space that is of another kind is not told twice in a day or a number', () => {
    expect(codes({ ...scored, value: '1\u00a0250.5' })).toEqual(['fact.number_form value']);
    expect(codes({ ...scored, day: '1\u00a0May\u00a02027' })).toEqual(['fact.day_form day']);
  });

  test('an unseen character is named by its number', () => {
    const result = checkRow({ ...attached, id: 'a\u200b1' }, noPlace(), pageRules);
    expect(result.ok || result.problems[0]?.message).toBe(
      'There is a character that cannot be seen, U+200B, in "a\\u200b1".',
    );
  });

  test('all that is wrong with a row is said at once', () => {
    const cells = { ...scored, day: '2027-02-30', value: '1,5', group: 'leaver', state: 'done' };
    expect(codes(cells)).toEqual([
      'fact.no_such_day day',
      'fact.number_form value',
      'fact.state_unknown state',
      'fact.group_unknown group',
    ]);
  });

  test('the help names the nearest name', () => {
    expect(help({ ...attached, kind: 'atached' })).toBe('Did you mean "attached"?');
    expect(help({ ...attached, group: 'leavin' })).toBe('Did you mean "leaving"?');
    expect(help({ ...attached, state: 'verifid' })).toBe('Did you mean "verified"?');
    expect(help({ ...housed, source: 'housing tem' })).toBe('Did you mean "housing team"?');
  });

  test('a characteristic the page nearly uses is a warning, and the fact stands', () => {
    expect(codes({ ...attached, with: 'aera=Leeds' })).toEqual([]);
  });
});
