import { describe, expect, test } from 'vitest';
import { readProjectFile } from '../../../test/support/project-files.ts';
import { dayNumber } from '../../calendar/index.ts';
import { printContract, readContract } from '../../contract/index.ts';
import { fraction } from '../../money/index.ts';
import { assert, formatProblems } from '../../problem/index.ts';
import type { OutcomePlan, VersionPlan } from './plan.ts';
import { planOf } from './plan-of.ts';

// Good pages of test/cases, as plans: what each sentence that reaches over many comes to.

function planOfPage(name: string): VersionPlan {
  const read = readContract(readProjectFile(`test/cases/good/${name}/page.md`), 'page.md');
  expect(formatProblems(read.problems)).toBe('');
  const tidy = printContract(read.contract);
  expect(readContract(tidy).contract).toStrictEqual(read.contract);
  const plan = planOf([read.contract]);
  assert(plan.ok && plan.value.versions[0], 'the page has a plan');
  return plan.value.versions[0];
}

function outcomeOf(version: VersionPlan, group: string, name: string): OutcomePlan {
  const found = version.groups.get(group)?.outcomes.find((outcome) => outcome.name === name);
  assert(found, 'the group can earn the outcome');
  return found;
}

const money = (units: number | bigint) => fraction(BigInt(units) * 100n);

describe('prices by volume, as Istanbul Kodluyor publishes them', () => {
  const version = () => planOfPage('volume-bands');

  test('the first 370 at $1,100, the next 40 at $1,000, all further at $1,350', () => {
    const { bands, rows } = outcomeOf(version(), 'women', 'Six months in work').price;
    expect(bands).toStrictEqual({
      clause: 'Prices/bands',
      sizes: [370, 40, undefined],
      per: 'contract',
      over: 'contract',
      how: 'own',
    });
    expect(rows).toStrictEqual([
      { with: [], band: 0, price: money(1100) },
      { with: [], band: 1, price: money(1000) },
      { with: [], band: 2, price: money(1350) },
    ]);
  });

  test('$500 for each woman above 92, and no man can earn it', () => {
    const { bands, rows } = outcomeOf(version(), 'women', 'Woman in work').price;
    expect(bands?.sizes).toStrictEqual([92, undefined]);
    expect(rows.map(({ band, price }) => [band, price])).toStrictEqual([
      [0, money(0)],
      [1, money(500)],
    ]);
    const men = version()
      .groups.get('men')
      ?.outcomes.map(({ name }) => name);
    expect(men).toStrictEqual(['Course', 'Job', 'Six months in work']);
  });

  test('an outcome without bands has none in its plan', () => {
    expect(outcomeOf(version(), 'men', 'Job').price).not.toHaveProperty('bands');
    expect(version().whole?.limits).toMatchObject([
      { clause: 'Limits/limit in all', most: money(144_000), outcomes: ['Course'] },
      { clause: 'Limits/limit in all 2', most: money(450_000), outcomes: ['Job'] },
    ]);
  });
});

test('three councils have maxima of 5/6 of their families at £4,000, and pay for 5 of 6', () => {
  const whole = planOfPage('council-maxima').whole;
  const each = { eachYear: false };
  expect(whole?.limits).toStrictEqual([
    {
      ...each,
      clause: 'Limits/limit of one provider',
      most: money(13_933_333),
      per: { is: 'provider', provider: 'Birmingham City Council' },
    },
    {
      ...each,
      clause: 'Limits/limit of one provider 2',
      most: money(8_766_667),
      per: { is: 'provider', provider: 'Lancashire County Council' },
    },
    {
      ...each,
      clause: 'Limits/limit of one provider 3',
      most: money(5_600_000),
      per: { is: 'provider', provider: 'Sheffield City Council' },
    },
  ]);
  expect(whole?.counts).toStrictEqual([
    {
      clause: 'Limits/limit of a count',
      outcomes: ['Result'],
      share: fraction(5n, 6n),
      of: 'attached',
      per: 'provider',
    },
  ]);
});

test('what is shared in proportion is shared when its years, or the whole contract, close', () => {
  const { limits = [] } = planOfPage('limit-in-proportion').whole ?? {};
  const day = dayNumber;
  const [first, last, closesOn] = [day('2027-04-01'), day('2029-03-31'), day('2029-04-28')];
  const yearly = { clause: 'Limits/limit shared in proportion', most: money(200), eachYear: true };
  const inAll = { clause: 'Limits/limit shared in proportion 2', most: money(450) };
  expect(limits).toStrictEqual([
    {
      ...yearly,
      per: { is: 'contract' },
      outcomes: ['Home', 'Work'],
      shared: [
        { name: '2027-04-01', first, last: day('2028-03-31'), closesOn: day('2028-04-28') },
        { name: '2028-04-01', first: day('2028-04-01'), last, closesOn },
      ],
    },
    {
      ...inAll,
      eachYear: false,
      per: { is: 'contract' },
      outcomes: ['Home', 'Work', 'In work'],
      shared: [{ name: '2027-04-01', first, last, closesOn }],
    },
  ]);
});

test('where nothing is reserved, the sum that may be spent is a limit of the whole contract', () => {
  expect(planOfPage('contract-limit').whole?.limits).toStrictEqual([
    {
      clause: 'Payment/no reserve',
      most: money(1_654_340),
      per: { is: 'contract' },
      eachYear: false,
    },
  ]);
});

describe('every sentence about prices, limits and payers', () => {
  const version = () => planOfPage('prices-limits-payers');
  const whole = () => version().whole;

  test('limits stand in the order of the page, each with its pool', () => {
    const shown = whole()?.limits.map(({ most, per, eachYear, outcomes }) => [
      Number(most.numerator / 100n),
      Object.values(per).join(' '),
      eachYear ? 'each year' : 'in all',
      outcomes?.join(', ') ?? 'every line',
    ]);
    expect(shown).toStrictEqual([
      [2_000_000, 'contract', 'in all', 'every line'],
      [500_000, 'contract', 'each year', 'Settled, Qualified'],
      [300_000, 'each provider', 'each year', 'every line'],
      [100_000, 'each provider', 'in all', 'In work'],
      [250_000, 'provider Bright Futures', 'in all', 'every line'],
      [200_000, 'provider Wide Horizons', 'each year', 'Settled'],
      [900_000, 'group leaving', 'in all', 'every line'],
      [90_000, 'group staying', 'each year', 'Qualified'],
    ]);
    expect(
      whole()?.counts.map(({ outcomes, of, per }) => [outcomes.join(', '), of, per]),
    ).toStrictEqual([
      ['In work', 'attached', 'provider'],
      ['In work, Evicted', 'referred', 'contract'],
    ]);
  });

  test('a price may be added to, change once so much is earned, and go the other way', () => {
    const { additions } = outcomeOf(version(), 'leaving', 'Settled').price;
    expect(additions).toStrictEqual([
      { clause: 'Prices/addition', with: ['care=yes', 'area=Easton'], amount: money(50) },
      { clause: 'Prices/addition 2', with: ['area=Leeds'], amount: fraction(2550n) },
    ]);
    expect(outcomeOf(version(), 'leaving', 'Qualified').price.additions).toHaveLength(1);
    expect(outcomeOf(version(), 'leaving', 'In work').price).not.toHaveProperty('additions');
    expect(outcomeOf(version(), 'leaving', 'Evicted').price.reverse).toStrictEqual({
      clause: 'Prices/reverse',
    });
    expect(whole()?.laterRates).toStrictEqual([
      {
        clause: 'Prices/later rate',
        sum: money(500_000),
        per: 'provider',
        outcomes: ['Settled', 'In work'],
        share: fraction(1n, 2n),
      },
      {
        clause: 'Prices/later rate 2',
        sum: money(1_000_000),
        per: 'contract',
        outcomes: ['Qualified'],
        share: fraction(2n, 3n),
      },
    ]);
  });

  test('bands say for whom, over which time and at which price', () => {
    const bands = (name: string) => outcomeOf(version(), 'leaving', name).price.bands;
    expect(bands('Settled')).toMatchObject({ per: 'provider', over: 'year', how: 'own' });
    expect(bands('In work')).toMatchObject({
      clause: 'Prices/bands 2',
      sizes: [10, 20, undefined],
      per: 'contract',
      over: 'quarter',
      how: 'reached',
    });
  });

  test('shares of the same lines are one rule, and the commissioner goes by its name', () => {
    const third = fraction(1n, 3n);
    expect(whole()?.payers).toStrictEqual([
      {
        clause: 'Payment/payer of a fixed amount',
        outcomes: ['Evicted'],
        pays: {
          is: 'fixed',
          payer: 'Northshire Police',
          amount: money(100),
          rest: 'Northshire Health',
        },
      },
      {
        clause: 'Payment/payer share',
        outcomes: ['Settled', 'Qualified'],
        pays: {
          is: 'shares',
          shares: [
            { payer: 'Northshire Health', share: third },
            { payer: 'Northshire Police', share: third },
          ],
        },
      },
      {
        clause: 'Payment/payer of the first',
        pays: {
          is: 'first',
          payer: 'The National Fund',
          sum: money(400_000),
          eachYear: true,
          rest: 'Northshire Council',
        },
      },
    ]);
  });

  test('a payer has its own limit, beyond which another pays or nobody', () => {
    expect(whole()?.payerLimits).toStrictEqual([
      {
        clause: 'Payment/payer limit',
        payer: 'The National Fund',
        most: money(1_500_000),
        eachYear: false,
        beyond: 'Northshire Council',
      },
      {
        clause: 'Payment/payer limit 2',
        payer: 'Northshire Police',
        most: money(60_000),
        eachYear: true,
      },
    ]);
  });
});

describe('a subcontract', () => {
  test('takes those of the page above by their characteristics, to any depth', () => {
    expect(planOfPage('subcontract').whole?.attachedHere).toStrictEqual([
      { provider: 'Prime Works', with: ['area=Leeds'], to: 'Leeds Skills' },
    ]);
    expect(planOfPage('subcontract-below').whole?.attachedHere).toStrictEqual([
      {
        provider: 'Prime Works',
        with: ['area=Leeds', 'district=Headingley'],
        to: 'Headingley Works',
      },
      { provider: 'Prime Works', with: ['district=Kirkstall'], to: 'Kirkstall Works' },
    ]);
  });

  test('a page that is none takes attachments as they are recorded', () => {
    expect(planOfPage('prime').whole).toBeUndefined();
  });
});
