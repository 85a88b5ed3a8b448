// What is said of an outcome besides what it is (docs/language.md, Additions).
import { describe, expect, test } from 'vitest';
import { aVersionOf, getOutcome, type PageWords } from '../../../test/support/makers/page.ts';
import { length } from '../../../test/support/makers/plan.ts';
import type { OutcomePlan } from './plan.ts';

const settled = '**Settled**: housed, once per person | £220';

/** The plan of an outcome called X, beside Settled. */
function outcomeOf(definition: string, words: PageWords = {}, price = '£100'): OutcomePlan {
  const rows = ['outcome | leaving', settled, `**X**: ${definition} | ${price}`];
  const opening = ['Working days are those of England.'];
  return getOutcome(aVersionOf({ rows, opening, ...words }), 'X');
}

describe('how often, after what, and what else', () => {
  test.each<[string, Partial<OutcomePlan>]>([
    ['housed, once per person', { times: 1, scope: 'participant' }],
    ['housed, up to 5 times per attachment', { times: 5, scope: 'attachment' }],
    ['housed, any number of times per referral', { times: 'any', scope: 'referral' }],
    ['each day housed', { times: 'any', scope: 'participant' }],
    ['housed, while attached, once per person', { whileAttached: true }],
    [
      'housed, once per person',
      { onlyAfter: [], takesThePlaceOf: [], states: ['verified'], clause: 'Outcomes/X', order: 1 },
    ],
    ['housed, once per person, only after Settled', { onlyAfter: ['Settled'] }],
    ['housed, once per person, taking the place of Settled', { takesThePlaceOf: ['Settled'] }],
    [
      'housed, once per person, counting facts still claimed or waiting',
      { states: ['verified', 'claimed', 'waiting'] },
    ],
    ['housed, once per person, known within 6 months', { knownWithin: length('6 months') }],
    [
      'housed for 26 weeks in one go within 52 weeks of attachment, or from 13 weeks in ' +
        'proportion if it ends early, once per person',
      { partialFrom: length('13 weeks') },
    ],
  ])('%s', (definition, plan) => {
    const found = outcomeOf(definition);
    for (const [key, value] of Object.entries(plan)) {
      expect(found[key as keyof OutcomePlan]).toEqual(value);
    }
  });

  test('what a page does not say of an outcome is not in its plan', () => {
    const found = outcomeOf('housed, once per person');
    for (const key of ['whileAttached', 'partialFrom', 'knownWithin', 'window']) {
      expect(found).not.toHaveProperty(key);
    }
  });

  test('the wording is that of the page', () => {
    expect(outcomeOf('housed, once per person').wording).toBe('housed, once per person');
  });

  test('pauses are of every outcome or of those named, each kind once', () => {
    const clock = [
      'Time in hospital pauses every outcome.',
      'Time in hospital or in jail pauses X.',
      'Time employment pauses Settled.',
    ];
    const said = { 'Clock and endings': clock };
    expect(outcomeOf('housed, once per person', { said }).pausedBy).toEqual([
      'in hospital',
      'in jail',
    ]);
    const version = aVersionOf({ said: { 'Clock and endings': clock.slice(0, 1) } });
    expect(getOutcome(version, 'Settled').pausedBy).toEqual(['in hospital']);
  });

  test('an outcome without a price for a group is none that it can earn; its place on the page stays', () => {
    const rows = [
      'outcome | young | older',
      '**First**: level 1, once per person | £1 | –',
      '**Second**: level 2, once per person | – | £2',
      '**Third**: level 3, once per person | £3 | £4',
    ];
    const { groups } = aVersionOf({ groups: ['young', 'older'], rows });
    const shown = (group: string) =>
      groups.get(group)?.outcomes.map(({ name, order }) => `${order} ${name}`);
    expect(shown('young')).toEqual(['0 First', '2 Third']);
    expect(shown('older')).toEqual(['1 Second', '2 Third']);
  });
});
