import { expect, test } from 'vitest';
import { aContract, type PageWords } from '../../test/support/makers/page.ts';
import { outcomeGroups } from './index.ts';

function groups(rows: readonly string[], words: PageWords = {}): readonly string[] {
  const contract = aContract({ ...words, rows: ['outcome | leaving', ...rows] });
  return outcomeGroups(contract).map((names) => names.join(' + '));
}

const settled = '**Settled**: housed, once per person | £220';
const qualified = '**Qualified**: level 1 or above, once per person | £400';
const working = '**In work**: employment for 4 weeks in total, once per person | £660';

test('outcomes that have nothing to do with each other are counted apart', () => {
  expect(groups([settled, qualified, working])).toEqual(['Settled', 'Qualified', 'In work']);
});

test('outcomes that rest on the same record, or on levels of one row, are counted together', () => {
  const longer = '**Still in work**: employment for 26 weeks in total, once per person | £900';
  const higher = '**Higher**: level 3, once per person | £900';
  expect(groups([settled, qualified, working, longer, higher])).toEqual([
    'Settled',
    'Qualified + Higher',
    'In work + Still in work',
  ]);
});

test('an outcome is counted with what it comes after, with what it replaces and with its parts', () => {
  const after =
    '**In work**: employment for 4 weeks in total, only after Settled, once per person | £660';
  expect(groups([settled, qualified, after])).toEqual(['Settled + In work', 'Qualified']);
  const all = '**Both**: all of Settled and Qualified, once per person | £60';
  expect(groups([settled, qualified, working, all])).toEqual([
    'Settled + Qualified + Both',
    'In work',
  ]);
});

test('an outcome counted from a record that another rests on is counted with it', () => {
  const since =
    '**In work**: employment for 4 weeks in total, within 26 weeks of housed, once per person | £660';
  expect(groups([settled, since])).toEqual(['Settled + In work']);
});

test('two outcomes less the same days, or counted from the same record, stay apart', () => {
  const one = '**Settled**: housed for 4 weeks in total, less days in jail, once per person | £220';
  const other =
    '**In work**: employment for 4 weeks in total, less days in jail, once per person | £6';
  expect(groups([one, other])).toEqual(['Settled', 'In work']);
  const dated = (name: string, core: string) =>
    `**${name}**: ${core} for 4 weeks in total, within 26 weeks of dying, once per person | £6`;
  expect(groups([dated('Settled', 'housed'), dated('In work', 'employment')])).toEqual([
    'Settled',
    'In work',
  ]);
});

test('the two routes of a sentence are counted together', () => {
  const said = { Outcomes: ['Either Settled, or In work, never both.'] };
  expect(groups([settled, qualified, working], { said })).toEqual([
    'Settled + In work',
    'Qualified',
  ]);
});

test('an outcome that counts those attached is not published', () => {
  expect(groups([settled, '**Start**: attached, once per attachment | £100'])).toEqual(['Settled']);
});

test('a publisher can name further outcomes that are counted together', () => {
  const contract = aContract({ rows: ['outcome | leaving', settled, qualified, working] });
  expect(outcomeGroups(contract, [['In work', 'Settled']])).toEqual([
    ['Settled', 'In work'],
    ['Qualified'],
  ]);
});

test('on a page about safety all outcomes are one count', () => {
  const said = { Footing: ['Those served may be in danger from someone they know.'] };
  expect(groups([settled, qualified, working], { said })).toEqual([
    'Settled + Qualified + In work',
  ]);
});

test('a page without outcomes to publish has no groups, about safety or not', () => {
  const start = '**Start**: attached, once per attachment | £100';
  const said = { Footing: ['Those served may be in danger from someone they know.'] };
  expect([groups([start]), groups([start], { said })]).toEqual([[], []]);
});
