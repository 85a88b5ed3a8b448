import { expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan } from '../../../test/support/makers/plan.ts';
import { dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { whyParticipant } from './why-participant.ts';

const plan = aPlan([anOutcome()], { referralsUntil: dayNumber('2030-03-31') });
const home = spell('settled', { from: '2027-05-10', to: '2028-02-29' }, { id: 'S1' });

function why(facts: readonly Fact[], day = asAt('2028-03-01')) {
  return whyParticipant({ plan, facts, asAt: day }, 'Sam').sentences;
}

test('a participant with facts who never came is told from one who had not come by then', () => {
  expect(why([home])).toEqual(['There are facts about Sam, who was never attached or referred.']);
  expect(why([home, attached('2029-01-01')])).toEqual([
    'Nobody was attached under Sam by 1 March 2028.',
  ]);
  expect(why([attached('2027-05-01', { known: '2029-01-01' })], asAt('2028-03-01'))).toEqual([
    'Nobody was attached under Sam by 1 March 2028.',
  ]);
  expect(why([home, attached('2029-01-01')], asAt('2028-03-01', '2028-04-01'))).toEqual([
    'Nobody was attached under Sam by 1 March 2028, as far as known by 1 April 2028.',
  ]);
});

test('an attachment before the contract begins or after it ends is named with its day', () => {
  expect(why([home, attached('2027-03-31')])).toEqual([
    'Attached to Bright Futures on 31 March 2027 (A1) does not count: the contract begins on ' +
      '1 April 2027.',
  ]);
  expect(why([home, attached('2032-04-01')], asAt('2033-01-01'))).toEqual([
    'Attached to Bright Futures on 1 April 2032 (A1) does not count: the contract ends on ' +
      '31 March 2032.',
  ]);
});

test('a referral too late, or of which nothing came, is named', () => {
  const referred = (day: '2030-03-31' | '2030-04-01') => happened('referred', day, { id: 'R1' });
  expect(why([referred('2030-04-01')], asAt('2031-01-01'))).toEqual([
    'Referred on 1 April 2030 (R1) does not count: people are referred until 31 March 2030.',
  ]);
  expect(why([referred('2030-03-31')], asAt('2031-01-01'))).toEqual([
    'Referred on 31 March 2030 (R1), and attached to nobody.',
  ]);
});

test('an attachment that is not verified, or in a group without outcomes, is named', () => {
  expect(why([attached('2027-05-01', { state: 'claimed' })])).toEqual([
    'Attached to Bright Futures on 1 May 2027 (A1) does not count: it is claimed.',
  ]);
  expect(why([attached('2027-05-01', { group: 'staying' })])).toEqual([
    'Attached to Bright Futures on 1 May 2027 (A1): no outcome of the page is for the group ' +
      'staying.',
  ]);
});

test('a row about the participant that could not be read is named', () => {
  const day = { ...asAt('2028-03-01'), unread: [{ participant: 'Sam' }] };
  expect(whyParticipant({ plan, facts: [home], asAt: day }, 'Sam').sentences).toEqual([
    'There are facts about Sam, who was never attached or referred.',
    'A row of facts about Sam could not be read.',
  ]);
});
