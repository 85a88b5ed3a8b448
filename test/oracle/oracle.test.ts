import { expect, test } from 'vitest';
import { type Day, dayNumber, dayOf } from '../../src/calendar/index.ts';
import { aFact, anOutcome, aPlan, asAt, attached, lasts } from './by-hand.ts';
import { owedByOracle } from './oracle.ts';

test('the example of the illustrated page pays £5,390', () => {
  const plan = aPlan(
    ['2027-04-01', '2032-03-31'],
    [
      anOutcome({
        name: 'Settled',
        condition: lasts('in settled housing', 13, 'in one go'),
        times: 5,
        pounds: 220,
      }),
      anOutcome({
        name: 'Qualified',
        condition: { is: 'happens', kinds: ['level 2'] },
        pounds: 4730,
      }),
    ],
  );
  const facts = [
    attached('2027-05-04'),
    aFact('in settled housing', { from: '2027-05-10', to: '2028-03-01' }),
    aFact('level 2', { day: '2027-09-01' }),
  ];
  const owed = owedByOracle(plan, facts, asAt('2028-06-30'));
  expect(owed.total).toBe(539_000n);
  const days = owed.lines.map(({ outcome, day }) => `${outcome} ${dayOf(day)}`).sort();
  expect(days).toEqual([
    'Qualified 2027-09-01',
    'Settled 2027-08-08',
    'Settled 2027-11-07',
    'Settled 2028-02-06',
  ]);
});

test('a job kept from week 10 pays £13,720, and the 27th sustainment is refused', () => {
  const sustained = lasts('in work', 4, 'in one go');
  const plan = aPlan(
    ['2011-06-01', '2016-03-31'],
    [
      anOutcome({
        name: 'Attachment',
        condition: { is: 'happens', kinds: ['attached'] },
        pounds: 600,
      }),
      anOutcome({ name: 'Job', condition: lasts('in work', 13, 'in total'), pounds: 3500 }),
      anOutcome({
        name: 'Sustained',
        condition: sustained,
        window: { anchor: { is: 'outcome', outcome: 'Job' }, starts: 'the next day' },
        times: 26,
        pounds: 370,
      }),
    ],
  );
  const facts = [
    attached('2011-06-01'),
    aFact('in work', { from: '2011-08-10', to: '2014-12-31' }),
  ];
  const owed = owedByOracle(plan, facts, asAt('2015-06-30'));
  expect(owed.total).toBe(1_372_000n);
  expect(owed.lines.filter(({ outcome }) => outcome === 'Sustained')).toHaveLength(26);
  expect(owed.statuses.achieved).toBe(28);
});

test('a correction of what is not known yet stands beside what that corrects, until it is', () => {
  const condition = { is: 'happens', kinds: ['job'] } as const;
  const job = anOutcome({ name: 'Job', condition, times: 'any', pounds: 100 });
  const plan = aPlan(['2027-01-01', '2027-12-31'], [job]);
  const known = (day: Day) => ({ known: dayNumber(day) });
  const first = aFact('job', { day: '2027-02-01' });
  const second = { ...aFact('job', { day: '2027-02-10' }), replaces: first.id };
  const third = { ...aFact('job', { day: '2027-02-20' }), replaces: second.id };
  const facts = [attached('2027-01-01'), first, { ...second, ...known('2027-05-01') }, third];
  const daysAsAt = (day: Day) =>
    owedByOracle(plan, facts, asAt(day)).lines.map((line) => dayOf(line.day));
  expect(daysAsAt('2027-04-30')).toEqual(['2027-02-01', '2027-02-20']);
  expect(daysAsAt('2027-05-01')).toEqual(['2027-02-20']);
});
