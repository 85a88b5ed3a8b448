// The versions of a contract as one plan, and what is wrong with versions that make none.
import { describe, expect, test } from 'vitest';
import { aContract, aPlanOf, type PageWords } from '../../../test/support/makers/page.ts';
import { dayOf } from '../../calendar/index.ts';
import { type Contract, hashesOf } from '../../contract/index.ts';
import { planOf } from './plan-of.ts';

const first = aContract();

/** A further version; unless it says otherwise it replaces the one before it a year later. */
function aFurther(
  before: Contract,
  number: number,
  words: PageWords = {},
  from?: string,
): Contract {
  const hash = hashesOf(before).contract;
  const counts = `Version ${number} counts for outcomes from ${from ?? `1 April ${2026 + number}`}`;
  return aContract({ ...words, opening: [`${counts} and replaces ${hash}.`] });
}

const inDollars: PageWords = {
  buys: 'in USD, from 2 April 2027 to 31 March 2032',
  rows: ['outcome | leaving', '**Settled**: housed, once per person | $220'],
};

const codesOf = (contracts: readonly Contract[]) => {
  const plan = planOf(contracts);
  return plan.ok ? [] : plan.problems.map(({ code }) => code);
};

describe('what a plan is of', () => {
  test('the currency, the payer and the days are those of the page', () => {
    const plan = aPlanOf(inDollars);
    expect(plan.currency).toBe('USD');
    expect(plan.payer).toBe('Northshire Council');
    expect([dayOf(plan.startsOn), dayOf(plan.endsOn)]).toStrictEqual(['2027-04-02', '2032-03-31']);
    expect(plan).not.toHaveProperty('yearsRunFrom');
  });

  test('years run from the date that the page names', () => {
    const { yearsRunFrom } = aPlanOf({ opening: ['Years run from 15 November.'] });
    expect(yearsRunFrom).toStrictEqual({ month: 11, day: 15 });
  });

  test('versions stand in their order, whatever the order in which they are given', () => {
    const later = { buys: 'in pounds sterling, from 1 April 2027 to 31 March 2034' };
    const second = aFurther(first, 2, later);
    const third = aFurther(second, 3, later);
    for (const given of [
      [third, first, second],
      [second, third, first],
    ]) {
      const plan = planOf(given);
      expect(plan.ok && plan.value.versions.map(({ version }) => version)).toStrictEqual([1, 2, 3]);
      expect(plan.ok && dayOf(plan.value.endsOn)).toBe('2034-03-31');
    }
  });

  test('each version counts from its day, the first from that on which the contract starts', () => {
    const plan = planOf([first, aFurther(first, 2)]);
    const versions = plan.ok ? plan.value.versions : [];
    expect(versions.map(({ countsFrom }) => dayOf(countsFrom))).toStrictEqual([
      '2027-04-01',
      '2028-04-01',
    ]);
    expect(versions.map(({ countsFor }) => countsFor)).toStrictEqual(['outcomes', 'outcomes']);
    expect(versions.map(({ hash }) => hash)).toContain(hashesOf(first).contract);
  });

  test('a version may count for attachments', () => {
    const replaces = hashesOf(first).contract;
    const opening = [
      `Version 2 counts for attachments from 1 April 2028 and replaces ${replaces}.`,
    ];
    const plan = planOf([first, aContract({ opening })]);
    expect(plan.ok && plan.value.versions[1]?.countsFor).toBe('attachments');
  });
});

describe('versions that make no plan', () => {
  const second = aFurther(first, 2);

  test('none at all', () => {
    expect(planOf([])).toStrictEqual({ ok: false, problems: [] });
  });

  test.each<[string, readonly Contract[], readonly string[]]>([
    ['one twice', [first, second, second], ['version.given_twice']],
    ['the first twice', [second, first, first], ['version.given_twice']],
    ['without the first', [second], ['version.missing']],
    ['without one between', [first, aFurther(second, 3)], ['version.missing']],
    ['one of another contract', [first, aFurther(second, 2)], ['version.replaces_another']],
    [
      'on the first day of the first',
      [first, aFurther(first, 2, {}, '1 April 2027')],
      ['version.not_later'],
    ],
    [
      'on the day of the one before it',
      [first, second, aFurther(second, 3, {}, '1 April 2028')],
      ['version.not_later'],
    ],
    ['a day after the one before it', [first, second, aFurther(second, 3, {}, '2 April 2028')], []],
    [
      'in another currency',
      [
        first,
        aFurther(first, 2, { ...inDollars, buys: 'in USD, from 1 April 2027 to 31 March 2032' }),
      ],
      ['version.changes_what_is_fixed'],
    ],
    [
      'from another first day',
      [
        first,
        aFurther(first, 2, { buys: 'in pounds sterling, from 2 April 2027 to 31 March 2032' }),
      ],
      ['version.changes_what_is_fixed'],
    ],
    [
      'to another last day, which may change',
      [
        first,
        aFurther(first, 2, { buys: 'in pounds sterling, from 1 April 2027 to 31 March 2033' }),
      ],
      [],
    ],
    [
      'without a group',
      [
        aContract({ groups: ['leaving', 'staying'] }),
        aFurther(aContract({ groups: ['leaving', 'staying'] }), 2),
      ],
      ['version.leaves_a_group_out'],
    ],
    ['with a further group', [first, aFurther(first, 2, { groups: ['staying', 'leaving'] })], []],
  ])('%s', (_, contracts, codes) => {
    expect(codesOf(contracts)).toStrictEqual(codes);
  });

  test('a problem names the page, the version, what was found and what was wanted', () => {
    const problemOf = (contracts: readonly Contract[]) => {
      const plan = planOf(contracts);
      const [problem] = plan.ok ? [] : plan.problems;
      return problem && [problem.severity, problem.at.source, problem.message, problem.help];
    };
    expect(problemOf([second])).toStrictEqual([
      'error',
      'Trial',
      'Version 1 is missing: the versions given go on with 2.',
      'Give every version of the contract, from the first on, each once.',
    ]);
    expect(problemOf([first, first])?.slice(2)).toStrictEqual([
      'Two of the pages given are both version 1.',
      'Give each version once.',
    ]);
    const hash = hashesOf(first).contract;
    expect(problemOf([first, aFurther(second, 2)])?.slice(2)).toStrictEqual([
      `Version 2 replaces ${hashesOf(second).contract}, and the version before it is ${hash}.`,
      'Write the hash of version 1 as "outturn check" gives it.',
    ]);
    expect(problemOf([first, aFurther(first, 2, {}, '1 April 2027')])?.slice(2)).toStrictEqual([
      'Version 2 counts from 2027-04-01, no later than the one that it replaces.',
      'Let each version count from a later day than the one before it.',
    ]);
    expect(problemOf([first, aFurther(first, 2, inDollars)])?.slice(2)).toStrictEqual([
      'Version 2 is in USD from 2027-04-02, and the version before it in GBP from 2027-04-01.',
      'Keep the currency and the first day, or begin a contract of its own.',
    ]);
    const two = aContract({ groups: ['leaving', 'staying'] });
    expect(problemOf([two, aFurther(two, 2)])?.slice(2)).toStrictEqual([
      'Version 2 has no group "staying", and those attached in it could earn nothing more.',
      'Keep the group under its name; a new one may stand beside it.',
    ]);
  });
});
