import { expect, test } from 'vitest';
import { aContract } from '../../test/support/makers/page.ts';
import type { Day } from '../calendar/index.ts';
import { assert } from '../problem/index.ts';
import {
  mayBeReferred,
  mayServe,
  nextProviderState,
  type ProviderState,
  type ProviderStep,
} from './index.ts';

const contract = aContract({
  said: {
    Market: [
      'A provider that no longer meets a condition of joining is sent nobody new, and leaves after 3 months.',
      'A provider may join on the first day of any month.',
      "A provider may leave on 90 days' notice.",
    ],
  },
});

type Taken = readonly [step: ProviderStep['step'], on: Day];

function after(steps: readonly Taken[], of = contract): ProviderState | undefined {
  return steps.reduce<ProviderState | undefined>((state, [step, on]) => {
    const next = nextProviderState(of, state, { step, on });
    assert(next.ok, `the step ${step} can be taken`);
    return next.value;
  }, undefined);
}

function codes(steps: readonly Taken[], [step, on]: Taken): readonly string[] {
  const next = nextProviderState(contract, after(steps), { step, on });
  return next.ok ? [] : next.problems.map(({ code }) => code);
}

const admitted: readonly Taken[] = [
  ['apply', '2027-05-03'],
  ['admit', '2027-05-10'],
];

test('nobody is referred before admission, nor before the first day on which it may join', () => {
  const applied = after([['apply', '2027-05-03']]);
  const joined = after(admitted);
  assert(applied && joined, 'both stand somewhere');
  expect(mayBeReferred(applied, '2028-01-01')).toBe(false);
  expect(joined).toEqual({ is: 'admitted', since: '2027-05-10', joins: '2027-06-01' });
  expect(mayBeReferred(joined, '2027-05-31')).toBe(false);
  expect(mayBeReferred(joined, '2027-06-01')).toBe(true);
});

test('who is admitted joins on the day itself, at the earliest when the contract begins', () => {
  expect(
    after(
      [
        ['apply', '2027-05-03'],
        ['admit', '2027-05-10'],
      ],
      aContract(),
    ),
  ).toMatchObject({
    joins: '2027-05-10',
  });
  expect(
    after(
      [
        ['apply', '2027-01-03'],
        ['admit', '2027-01-10'],
      ],
      aContract(),
    ),
  ).toMatchObject({
    joins: '2027-04-01',
  });
  const said = { Market: ['A provider may join on the first day of any year.'] };
  const yearly = aContract({ said });
  const joins = (on: Day) =>
    after(
      [
        ['apply', '2027-01-03'],
        ['admit', on],
      ],
      yearly,
    );
  expect(joins('2027-04-01')).toMatchObject({ joins: '2027-04-01' });
  expect(joins('2027-04-02')).toMatchObject({ joins: '2028-04-01' });
});

test('a paused provider serves those it has and is sent nobody, until it resumes', () => {
  const paused = after([...admitted, ['pause', '2027-07-01']]);
  const resumed = after([...admitted, ['pause', '2027-07-01'], ['resume', '2027-07-02']]);
  assert(paused && resumed, 'both stand somewhere');
  expect([mayBeReferred(paused, '2027-07-01'), mayServe(paused)]).toEqual([false, true]);
  expect(mayBeReferred(resumed, '2027-07-02')).toBe(true);
});

test('a lost condition pauses at once, and the provider leaves once the time to mend it is over', () => {
  const lost: readonly Taken[] = [...admitted, ['lose a condition', '2027-07-15']];
  expect(after(lost)).toMatchObject({ is: 'paused', leaves: '2027-10-14' });
  expect(after([...lost, ['lose a condition', '2027-09-01']])).toMatchObject({
    leaves: '2027-10-14',
  });
  expect(codes(lost, ['leave', '2027-10-13'])).toEqual(['provider.step_too_early']);
  expect(codes(lost, ['leave', '2027-10-14'])).toEqual([]);
  expect(after([...lost, ['resume', '2027-08-01']])).toMatchObject({ is: 'admitted' });
});

test('from the day of its notice nobody is referred, and it serves to the last day of it', () => {
  const leaving: readonly Taken[] = [...admitted, ['give notice', '2027-08-01']];
  const state = after(leaving);
  assert(state, 'it stands somewhere');
  expect(state).toMatchObject({ is: 'leaving', leaves: '2027-10-29' });
  expect([mayBeReferred(state, '2027-08-01'), mayServe(state)]).toEqual([false, true]);
  expect(codes(leaving, ['leave', '2027-10-28'])).toEqual(['provider.step_too_early']);
  expect(after([...leaving, ['leave', '2027-10-29']])).toEqual({ is: 'left', since: '2027-10-29' });
  expect(codes(leaving, ['resume', '2027-08-02'])).toEqual(['provider.step_out_of_turn']);
});

test('who was refused, has withdrawn or has left may apply again', () => {
  const applied: readonly Taken[] = [['apply', '2027-05-03']];
  for (const step of ['refuse', 'withdraw'] as const) {
    const state = after([...applied, [step, '2027-05-10'], ['apply', '2027-05-11']]);
    expect(state).toEqual({ is: 'applied', since: '2027-05-11' });
  }
});

test('no step is taken out of turn, nor on a day before the state that it leaves', () => {
  const early = ['apply', 'withdraw', 'refuse', 'admit', 'pause', 'resume'] as const;
  const steps = [...early, 'lose a condition', 'give notice', 'leave'] as const;
  const open = (taken: readonly Taken[]) =>
    steps.filter((step) => codes(taken, [step, '2029-01-01']).length === 0);
  expect(open([])).toEqual(['apply']);
  expect(open([['apply', '2027-05-03']])).toEqual(['withdraw', 'refuse', 'admit']);
  expect(open(admitted)).toEqual(['pause', 'lose a condition', 'give notice']);
  expect(codes(admitted, ['pause', '2027-05-09'])).toEqual(['provider.step_too_early']);
});
