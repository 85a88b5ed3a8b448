// What an outcome is (docs/language.md, Outcomes; step 2 of docs/settlement.md).
import { describe, expect, test } from 'vitest';
import { aVersionOf, getOutcome } from '../../../test/support/makers/page.ts';
import { length } from '../../../test/support/makers/plan.ts';
import { fraction } from '../../money/index.ts';
import type { Condition } from './plan.ts';

const settled = '**Settled**: housed, once per person | £220';

describe('what an outcome is', () => {
  test.each<[string, Condition]>([
    ['housed, once per person', { is: 'happens', kinds: ['housed'] }],
    ['level 2 or above, once per person', { is: 'happens', kinds: ['level 2', 'level 3'] }],
    ['claimed, once per person', { is: 'happens', kinds: ['X'] }],
    [
      'housed for 13 weeks in one go, once per person',
      { is: 'lasts', kinds: ['housed'], less: [], length: length('13 weeks'), how: 'in one go' },
    ],
    [
      'employment of at least 16 hours a week for 26 weeks in total, less days in jail, ' +
        'once per person',
      {
        is: 'lasts',
        kinds: ['employment'],
        less: ['in jail'],
        length: length('26 weeks'),
        how: 'in total',
        atLeast: { least: fraction(16n), strictly: false },
      },
    ],
    [
      'employment of more than 8 and under 16 hours a week for 4 weeks in one go with gaps of up ' +
        'to 3 days, less days in jail by the complete record of the police, once per person',
      {
        is: 'lasts',
        kinds: ['employment'],
        less: ['in jail'],
        lessCompleteSource: 'the police',
        length: length('4 weeks'),
        how: 'in one go',
        atLeast: { least: fraction(8n), strictly: true, under: fraction(16n) },
        gapMax: length('3 days'),
      },
    ],
    [
      'each day housed, less days in jail',
      { is: 'each day', kinds: ['housed'], less: ['in jail'] },
    ],
    [
      'each day employment of at least 16 hours a week, less days in jail by the complete record ' +
        'of the police, counted once Settled is achieved',
      {
        is: 'each day',
        kinds: ['employment'],
        less: ['in jail'],
        lessCompleteSource: 'the police',
        atLeast: { least: fraction(16n), strictly: false },
        onceReached: 'Settled',
      },
    ],
    [
      'each day without in jail within 18 months of referral, by the complete record of the police',
      {
        is: 'each day',
        everyDay: true,
        kinds: [],
        less: ['in jail'],
        lessCompleteSource: 'the police',
      },
    ],
    [
      'each day without in jail while attached, presumed unless recorded, counted once Settled ' +
        'is achieved',
      { is: 'each day', everyDay: true, kinds: [], less: ['in jail'], onceReached: 'Settled' },
    ],
    ['each hour of tutoring', { is: 'each unit', kinds: ['tutoring'] }],
    [
      'no in jail within 12 months of attachment, by the complete record of the police, once per ' +
        'person',
      { is: 'absent', kinds: ['in jail'], completeSource: 'the police', presumed: false },
    ],
    [
      'no in jail within 12 months of attachment, presumed unless recorded, once per person',
      { is: 'absent', kinds: ['in jail'], presumed: true },
    ],
    [
      'earnings adding up to £3,350, once per person',
      { is: 'adds up', kinds: ['earnings'], amount: fraction(3350n), perWeek: false },
    ],
    [
      'wage adding up to £3,350, once per person',
      { is: 'adds up', kinds: ['wage'], amount: fraction(3350n), perWeek: true },
    ],
    ['all of Settled and Y, once per person', { is: 'all of', outcomes: ['Settled', 'Y'] }],
    ['any of Settled and Y, once per person', { is: 'any of', outcomes: ['Settled', 'Y'] }],
    [
      'worry reaches 12.5, once per person',
      { is: 'scores', kind: 'worry', least: fraction(25n, 2n), better: 'lower' },
    ],
    [
      'hope reaches 12, once per person',
      { is: 'scores', kind: 'hope', least: fraction(12n), better: 'higher' },
    ],
    [
      'worry improves by at least 60% of the first score, once per person',
      { is: 'improves', kind: 'worry', by: fraction(3n, 5n), ofFirst: true, better: 'lower' },
    ],
    [
      'hope improves by at least 10, once per person',
      { is: 'improves', kind: 'hope', by: fraction(10n), better: 'higher' },
    ],
    [
      'reliable change in worry of at least 6, once per person',
      { is: 'improves', kind: 'worry', by: fraction(6n), better: 'lower' },
    ],
  ])('%s', (definition, condition) => {
    const y = '**Y**: level 1, once per person | £1';
    const rows = ['outcome | leaving', settled, y, `**X**: ${definition} | £100`];
    expect(getOutcome(aVersionOf({ rows }), 'X').condition).toStrictEqual(condition);
  });
});
