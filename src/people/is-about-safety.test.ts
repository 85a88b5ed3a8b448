import { expect, test } from 'vitest';
import { exampleNames, readExamplePage } from '../../test/support/example-folders.ts';
import { aContract, type PageWords } from '../../test/support/makers/page.ts';
import { readContract } from '../contract/index.ts';
import { isAboutSafety } from './index.ts';

function isOn(words: PageWords): boolean {
  return isAboutSafety(aContract(words));
}

test('the sentence of the page decides, one way and the other', () => {
  const danger = { Footing: ['Those served may be in danger from someone they know.'] };
  expect(isOn({ said: danger })).toBe(true);
  const none = { Footing: ['Those served are in no danger from anyone they know.'] };
  expect(isOn({ title: 'Leaving care well', said: none })).toBe(false);
});

test('a silent page about abuse, exploitation, care or sexual health has safety on', () => {
  const titles = [
    'Domestic abuse support, Northshire',
    'After exploitation',
    'Children on the edge of care',
    'Sexual health in the county',
    'Young people leaving care',
    'Foster placements that last',
  ];
  expect(titles.filter((title) => !isOn({ title }))).toEqual([]);
  expect(isOn({ facts: ['trafficked again | occurrence | anyone'] })).toBe(true);
});

test('a silent page about something else has safety off, whoever answers for safety with it', () => {
  const titles = ['Back to work', 'Carers of older people', 'Healthy hearts', 'Scarefree driving'];
  expect(titles.filter((title) => isOn({ title }))).toEqual([]);
  const said = { Market: ['To join, a provider must have a safeguarding lead.'] };
  expect(isOn({ said })).toBe(false);
});

test('examples about care and its edge have safety on, those about work have not', () => {
  const on = exampleNames.filter((name) =>
    isAboutSafety(readContract(readExamplePage(name)).contract),
  );
  expect(on).toEqual([
    'care-leavers-i-aspire',
    'care-leavers-reboot-west',
    'northshire',
    'stronger-families-norfolk',
  ]);
});
