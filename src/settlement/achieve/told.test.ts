// What why tells of achievements: the facts behind them, and what their windows wait for.
import { expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, length, within } from '../../../test/support/makers/plan.ts';
import { dayNumber } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { type WindowPlan, whyLine, whyParticipant } from '../index.ts';

const end = asAt('2030-01-01');
const a1 = attached('2027-05-01');
const line = 'Outcomes/Settled|A1|Bright Futures|1';

test('behind a sum stand all values that came to it, in whatever order they arrived', () => {
  const condition = {
    is: 'adds up',
    kinds: ['pay'],
    amount: fraction(100),
    perWeek: false,
  } as const;
  const facts = [
    a1,
    spell('pay', { from: '2027-05-01', to: '2027-05-31' }, { id: 'P1', value: '50' }),
    happened('pay', '2027-05-03', { id: 'P2', value: '50' }),
  ];
  const why = whyLine({ plan: aPlan([anOutcome({ condition })]), facts, asAt: end }, line);
  expect(why?.facts).toEqual(['A1', 'P1', 'P2']);
});

test('an absence that ended early is told as paid in part', () => {
  const outcome = anOutcome({
    condition: { is: 'absent', kinds: ['offence'], presumed: true },
    window: within('30 days'),
    partialFrom: length('1 week'),
  });
  const facts = [a1, happened('offence', '2027-05-16')];
  const why = whyLine({ plan: aPlan([outcome]), facts, asAt: end }, line);
  expect(why?.sentences).toContain(
    'Settled was achieved in part, as it ended early on 15 May 2027: level 2, once per attachment.',
  );
});

test('a window says what it is counted from, where that has not come or leaves it no days', () => {
  const none = { firstDay: dayNumber('2027-06-01'), lastDay: dayNumber('2027-05-10') };
  const said = (anchor: WindowPlan['anchor'], days: Partial<WindowPlan> = {}) => {
    const plan = aPlan([anOutcome({ window: { anchor, starts: 'on the day', ...days } })]);
    const why = whyParticipant({ plan, facts: [a1], asAt: end }, 'Sam');
    return why?.statuses.flatMap(({ sentences }) => sentences.slice(1));
  };
  expect(said({ is: 'kind', kind: 'release' })).toEqual([
    'Its window is counted from release, which is not recorded.',
  ]);
  expect(said({ is: 'outcome', outcome: 'Job' })).toEqual([
    'Its window is counted from Job, which is not recorded.',
  ]);
  expect(said({ is: 'attachment' }, none)).toEqual([
    'Its window, counted from attachment, has no days.',
  ]);
  expect(said({ is: 'contract' }, none)).toEqual([
    'Its window, counted from contract, has no days.',
  ]);
});
