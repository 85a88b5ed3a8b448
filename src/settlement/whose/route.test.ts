// Step 3.4 of docs/settlement.md: of several routes one is paid.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { type OutcomePlan, owed, type VersionPlan } from '../index.ts';

const end = asAt('2032-03-31');
const a1 = attached('2027-05-01');

const priced = (name: string, price: number, words: Partial<OutcomePlan> = {}) =>
  anOutcome({
    name,
    condition: { is: 'happens', kinds: [name] },
    times: 'any',
    ...words,
    price: { rows: [{ with: [], price: pounds(price) }] },
  });

/** Each line with what it pays. */
function paid(
  outcomes: readonly OutcomePlan[],
  facts: readonly Fact[],
  words: Partial<VersionPlan> = {},
): readonly string[] {
  const sets = words.routes ? {} : { routes: [either(['Course'], ['Job', 'Stay'])] };
  const { lines } = owed(aPlan(outcomes, { ...sets, ...words }), [a1, ...facts], end);
  return lines.map(({ outcome, number, amount }) => `${outcome} ${number}: ${amount / 100n}`);
}

const either = (...sets: readonly (readonly string[])[]) => ({ clause: 'Outcomes/Either', sets });
const on = (name: string, day: Day, words = {}) => happened(name, day, words);

describe('routes', () => {
  const outcomes = [priced('Course', 500), priced('Job', 300), priced('Stay', 250)];
  const both = [on('Course', '2027-06-01'), on('Job', '2027-07-01')];

  test('the set of outcomes whose lines are worth most together is paid, the others show route', () => {
    expect(paid(outcomes, both)).toEqual(['Course 1: 500', 'Job 1: 0']);
    expect(paid(outcomes, [...both, on('Stay', '2027-08-01')])).toEqual([
      'Course 1: 0',
      'Job 1: 300',
      'Stay 1: 250',
    ]);
    expect(paid(outcomes, [...both, on('Job', '2027-08-01')])).toEqual([
      'Course 1: 0',
      'Job 1: 300',
      'Job 2: 300',
    ]);
    const { notPaid } = owed(
      aPlan(outcomes, { routes: [either(['Course'], ['Job'])] }),
      [a1, ...both],
      end,
    );
    expect(notPaid.map(({ line, reason, clause }) => `${line} ${reason} ${clause}`)).toEqual([
      'Outcomes/Job|A1|Bright Futures|1 route Outcomes/Either',
    ]);
  });

  test('of one set alone all is paid, and of none nothing is said', () => {
    expect(paid(outcomes, both.slice(0, 1))).toEqual(['Course 1: 500']);
    expect(paid(outcomes, [on('Stay', '2027-08-01')])).toEqual(['Stay 1: 250']);
    expect(paid([...outcomes, priced('Other', 50)], [...both, on('Other', '2027-05-05')])).toEqual([
      'Other 1: 50',
      'Course 1: 500',
      'Job 1: 0',
    ]);
  });

  test('between equals the one achieved earlier, then the one named first', () => {
    const equal = [priced('Course', 300), priced('Job', 300)];
    const days = (course: Day, job: Day) => [on('Course', course), on('Job', job)];
    expect(paid(equal, days('2027-06-02', '2027-06-01'))).toEqual(['Job 1: 300', 'Course 1: 0']);
    expect(paid(equal, days('2027-06-01', '2027-06-02'))).toEqual(['Course 1: 300', 'Job 1: 0']);
    const same = days('2027-06-01', '2027-06-01');
    expect(paid(equal, same)).toEqual(['Course 1: 300', 'Job 1: 0']);
    const turned = { routes: [either(['Job'], ['Course'])] };
    expect(paid(equal, same, turned)).toEqual(['Course 1: 0', 'Job 1: 300']);
  });

  test('of a set the day of the first line counts between equals', () => {
    const equal = [priced('Course', 500), priced('Job', 250), priced('Stay', 250)];
    const parts = [on('Job', '2027-06-01'), on('Stay', '2027-09-01')];
    expect(paid(equal, [...parts, on('Course', '2027-07-01')])).toEqual([
      'Job 1: 250',
      'Course 1: 0',
      'Stay 1: 250',
    ]);
  });

  test('what is refused for another reason is worth nothing', () => {
    const late = on('Course', '2027-06-01', { known: '2028-06-01' });
    const within = [
      priced('Course', 500, { knownWithin: { count: 4, unit: 'week' } }),
      outcomes[1],
    ];
    const found = paid(within as readonly OutcomePlan[], [late, on('Job', '2027-07-01')]);
    expect(found).toEqual(['Job 1: 300', 'Course 1: 0']);
    const claim = on('Course', '2027-06-01', { state: 'claimed' });
    expect(paid(outcomes, [claim, on('Job', '2027-07-01')])).toEqual(['Job 1: 300', 'Course 1: 0']);
  });

  test('the choice is made in each attachment where all outcomes of the route are per attachment', () => {
    const facts = [
      on('Course', '2027-05-10'),
      on('Job', '2027-05-11'),
      happened('left', '2027-05-20'),
      attached('2027-06-01', { id: 'A2', provider: 'Harbour' }),
      on('Job', '2027-06-11'),
    ];
    expect(paid(outcomes, facts)).toEqual(['Course 1: 500', 'Job 1: 0', 'Job 1: 300']);
    const mixed = [priced('Course', 500, { scope: 'participant' }), priced('Job', 300)];
    // For the whole participant two jobs are worth £600, more than the course.
    expect(paid(mixed, facts)).toEqual(['Course 1: 0', 'Job 1: 300', 'Job 1: 300']);
  });

  test('only the scopes of the route’s own outcomes matter', () => {
    const facts = [
      on('Course', '2027-05-10'),
      on('Job', '2027-05-11'),
      happened('left', '2027-05-20'),
      attached('2027-06-01', { id: 'A2', provider: 'Harbour' }),
      on('Job', '2027-06-11'),
    ];
    const others = [priced('Flat', 100, { scope: 'participant' }), priced('Room', 90)];
    const mixed = { clause: 'Outcomes/Either 0', sets: [['Flat'], ['Room']] };
    const found = ['Course 1: 500', 'Job 1: 0', 'Job 1: 300'];
    expect(paid([...outcomes, ...others], facts)).toEqual(found);
    const routes = [mixed, either(['Course'], ['Job'])];
    expect(paid([...outcomes, ...others], facts, { routes })).toEqual(found);
  });

  test('a line that keeps the terms of a version without the route is on none', () => {
    const routes = [either(['Course'], ['Job'])];
    const words = { version: 2, hash: 'second', countsFrom: dayNumber('2027-07-01') };
    const plan = planFrom([aVersion(outcomes, { routes }), aVersion(outcomes, words)]);
    const { lines } = owed(plan, [a1, ...both], end);
    expect(lines.map(({ outcome, amount }) => `${outcome} ${amount / 100n}`)).toEqual([
      'Course 500',
      'Job 300',
    ]);
  });

  test('two routes of a page are chosen each for itself', () => {
    const more = [...outcomes, priced('Flat', 100), priced('Room', 90)];
    const flats = { clause: 'Outcomes/Either 2', sets: [['Flat'], ['Room']] };
    const facts = [...both, on('Flat', '2027-08-01'), on('Room', '2027-08-02')];
    expect(paid(more, facts, { routes: [either(['Course'], ['Job', 'Stay']), flats] })).toEqual([
      'Course 1: 500',
      'Job 1: 0',
      'Flat 1: 100',
      'Room 1: 0',
    ]);
  });

  test('an outcome below nothing is a route like any other', () => {
    const taken = [priced('Course', -100), priced('Job', -50)];
    expect(paid(taken, both)).toEqual(['Course 1: 0', 'Job 1: -50']);
    expect(paid(taken, both.slice(0, 1))).toEqual(['Course 1: -100']);
  });

  test('a route is worth what it is before limits', () => {
    const limits = [
      {
        clause: 'Limits/limit',
        most: pounds(100),
        per: { is: 'contract' },
        outcomes: ['Course'],
        eachYear: false,
      },
    ] as const;
    expect(
      paid(outcomes, both, { whole: aWhole({ limits }), routes: [either(['Course'], ['Job'])] }),
    ).toEqual(['Course 1: 100', 'Job 1: 0']);
  });
});
