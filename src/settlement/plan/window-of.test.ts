// On which days an outcome must happen (docs/language.md; Window in docs/settlement.md).
import { describe, expect, test } from 'vitest';
import { aVersionOf, getOutcome, type PageWords } from '../../../test/support/makers/page.ts';
import { length } from '../../../test/support/makers/plan.ts';
import { dayNumber } from '../../calendar/index.ts';
import type { OutcomePlan, WindowPlan } from './plan.ts';

const settled = '**Settled**: housed, once per person | £220';

/** The plan of an outcome called X, beside Settled. */
function outcomeOf(definition: string, words: PageWords = {}, price = '£100'): OutcomePlan {
  const rows = ['outcome | leaving', settled, `**X**: ${definition} | ${price}`];
  const opening = ['Working days are those of England.'];
  return getOutcome(aVersionOf({ rows, opening, ...words }), 'X');
}

describe('on which days it must happen', () => {
  const onTheDay = { starts: 'on the day' } as const;
  const contract = { is: 'contract' } as const;

  test.each<[string, Partial<WindowPlan>]>([
    [
      'within 52 weeks of attachment',
      { anchor: { is: 'attachment' }, ...onTheDay, length: length('52 weeks') },
    ],
    [
      'within 6 months of referral',
      { anchor: { is: 'referral' }, ...onTheDay, length: length('6 months') },
    ],
    [
      'within 6 months of in jail',
      { anchor: { is: 'kind', kind: 'in jail' }, ...onTheDay, length: length('6 months') },
    ],
    [
      'between 12 months and 18 months of attachment',
      {
        anchor: { is: 'attachment' },
        ...onTheDay,
        opensAfter: length('12 months'),
        length: length('18 months'),
      },
    ],
    ['after Settled', { anchor: { is: 'outcome', outcome: 'Settled' }, starts: 'the next day' }],
    ['by 31 August 2029', { anchor: contract, ...onTheDay, lastDay: dayNumber('2029-08-31') }],
    ['from 1 September 2028', { anchor: contract, ...onTheDay, firstDay: dayNumber('2028-09-01') }],
    [
      'from 1 September 2028 to 31 August 2029',
      {
        anchor: contract,
        ...onTheDay,
        firstDay: dayNumber('2028-09-01'),
        lastDay: dayNumber('2029-08-31'),
      },
    ],
    [
      'in summer term',
      {
        anchor: contract,
        ...onTheDay,
        firstDay: dayNumber('2028-04-17'),
        lastDay: dayNumber('2028-07-21'),
      },
    ],
  ])('level 2 %s', (words, window) => {
    const periods = [
      'spring term | 2028-01-08 | 2028-03-31',
      'summer term | 2028-04-17 | 2028-07-21',
    ];
    const found = outcomeOf(`level 2 ${words}, once per person`, { periods }).window;
    expect(found && { ...found, working: undefined }).toEqual(window);
  });

  test('without words of a window there is none', () => {
    expect(outcomeOf('level 2, once per person')).not.toHaveProperty('window');
  });

  test('working days are those of the place that the page names', () => {
    const words = 'level 2 within 10 working days of attachment, once per person';
    const isWorkingDay = outcomeOf(words).window?.working;
    expect(isWorkingDay).toBeDefined();
    const bare = outcomeOf('level 2 within 10 weeks of attachment, once per person', {
      opening: [],
    });
    expect(bare.window).not.toHaveProperty('working');
  });
});
