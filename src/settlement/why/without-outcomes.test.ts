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

test('what was withdrawn is neither', () => {
  const gone = happened('withdrawn', '2027-06-01', { id: 'W1', replaces: 'S1' });
  expect(why([home, gone])).toEqual([
    'There are facts about Sam, who was never attached or referred.',
  ]);
  const left = happened('withdrawn', '2027-06-01', { id: 'W2', replaces: 'A1' });
  expect(why([home, attached('2027-05-01'), left])).toEqual([
    'Nobody was attached under Sam by 1 March 2028.',
  ]);
  expect(why([])).toEqual(['Nobody was attached under Sam by 1 March 2028.']);
});

test('on its first and its last day the contract is there', () => {
  const none = (day: string) =>
    `Attached to Bright Futures on ${day} (A1): no outcome of the page is for the group staying.`;
  const staying = { group: 'staying' };
  expect(why([attached('2027-04-01', staying)])).toEqual([none('1 April 2027')]);
  expect(why([attached('2032-03-31', staying)], asAt('2033-01-01'))).toEqual([
    none('31 March 2032'),
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

test('people are referred as long as any version lets them be, and attached thereafter', () => {
  const [first] = plan.versions;
  const longer = { referralsUntil: dayNumber('2031-03-31'), countsFrom: dayNumber('2028-04-01') };
  const versions = first ? [first, { ...first, ...longer, version: 2 }] : [];
  const referred = happened('referred', '2030-04-01', { id: 'R1' });
  const later = { plan: { ...plan, versions }, facts: [referred], asAt: asAt('2031-12-01') };
  expect(whyParticipant(later, 'Sam').sentences).toEqual([
    'Referred on 1 April 2030 (R1), and attached to nobody.',
  ]);
  expect(why([attached('2030-04-01', { group: 'staying' })], asAt('2031-01-01'))).toEqual([
    'Attached to Bright Futures on 1 April 2030 (A1): no outcome of the page is for the group ' +
      'staying.',
  ]);
  const { group: _, ...bare } = attached('2030-04-01');
  expect(why([bare], asAt('2031-01-01'))).toEqual([
    'Attached to Bright Futures on 1 April 2030 (A1): no group is recorded with it.',
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
  const other = { ...day, unread: [{ participant: 'Ada' }, {}] };
  expect(whyParticipant({ plan, facts: [home], asAt: other }, 'Sam').sentences).toHaveLength(1);
});
