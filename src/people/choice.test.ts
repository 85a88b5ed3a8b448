import { expect, test } from 'vitest';
import { aContract } from '../../test/support/makers/page.ts';
import { type ChoiceRecord, choiceProblems, orderOffered } from './index.ts';

const offered = ['Anchor', 'Bright', 'Harbour'].map((provider) => ({
  provider,
  since: '2027-04-01' as const,
  areas: [],
}));
const record: ChoiceRecord = {
  chosenOn: '2027-05-04',
  way: 'of their own choice',
  chosen: 'Bright',
  offered,
  page: `sha256:${'3f'.repeat(32)}`,
};

function found(changed: Partial<ChoiceRecord>, market: readonly string[] = []): readonly string[] {
  const Promises = [
    'Everyone is offered a choice of at least 3 providers; if not, the commissioner sees to it.',
  ];
  const contract = aContract({ said: { Promises, Market: market } });
  return choiceProblems(contract, { ...record, ...changed }).map(({ code }) => code);
}

test('somebody chooses among those offered, each offered once', () => {
  expect(found({})).toEqual([]);
  expect(found({ chosen: 'Castle' })).toEqual(['choice.not_offered']);
  expect(found({ offered: [...offered, ...offered.slice(0, 1)] })).toEqual([
    'choice.offered_twice',
  ]);
});

test('people choose, or are shared out as the page says and in no other way', () => {
  expect(found({ way: 'at random' })).toEqual(['choice.way_not_of_the_page']);
  const shared = ['Those referred go to a provider in turn.'];
  expect(found({ way: 'in turn' }, shared)).toEqual([]);
  expect(found({}, shared)).toEqual(['choice.way_not_of_the_page']);
  const both = [
    'Those referred go to a provider of their own choice.',
    'Those who do not choose go to a provider at random.',
  ];
  expect([found({}, both), found({ way: 'at random' }, both)]).toEqual([[], []]);
});

test('fewer than promised is a warning: the person still goes to the one they chose', () => {
  const contract = aContract({
    said: {
      Promises: [
        'Everyone is offered a choice of at least 4 providers; if not, the commissioner sees to it.',
      ],
    },
  });
  expect(choiceProblems(contract, record)).toMatchObject([
    { code: 'choice.fewer_than_promised', severity: 'warning' },
  ]);
});

test('each person sees their own order, the same again, and newcomers stand first as often', () => {
  const order = (seed: string) => orderOffered(offered, seed).map(({ provider }) => provider);
  expect(order('Sam')).toEqual(order('Sam'));
  expect(orderOffered(offered.toReversed(), 'Sam')).toEqual(orderOffered(offered, 'Sam'));
  const firsts = Array.from({ length: 3000 }, (_, seed) => order(String(seed))[0]);
  for (const { provider } of offered) {
    const count = firsts.filter((first) => first === provider).length;
    expect(Math.abs(count - 1000)).toBeLessThan(120);
  }
});
