// Step 1, undecided: a claim that nobody decided in time counts as verified, and says so.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  settledFor,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { OutcomePlan, WholePlan } from '../plan/plan.ts';
import { whyLine } from './why-line.ts';

const a1 = attached('2027-05-01');
const deemed = { clause: 'Payment/undecided', length: length('15 days') };

/** What is said of the first line between the facts it rests on and whose it is. */
function said(
  facts: readonly Fact[],
  timeliness: WholePlan['timeliness'] = { deemed },
  outcome: OutcomePlan = anOutcome(),
): readonly string[] {
  const plan = aPlan([outcome], { whole: aWhole({ timeliness }) });
  const basis = { plan, facts: [a1, ...facts], asAt: asAt('2028-03-01') };
  const why = whyLine(basis, 'Outcomes/Settled|A1|Bright Futures|1');
  const sentences = why?.sentences ?? [];
  const from = sentences.findIndex((each) => each.startsWith('It rests on'));
  const to = sentences.findIndex((each) => each.startsWith('It belongs to'));
  return sentences.slice(from + 1, to);
}

describe('A claim that nobody decided', () => {
  test('says since when it was known, how long there was, and from when it counts', () => {
    // Known on 3 June; the 15 days after it end on 18 June.
    const words = { state: 'claimed', id: 'F1', known: '2027-06-03' } as const;
    expect(said([happened('level 2', '2027-06-01', words)])).toEqual([
      'F1 was claimed, known on 3 June 2027, and nobody decided on it within 15 days: it counts ' +
        'as verified from 19 June 2027 (Payment/undecided).',
    ]);
  });

  test('and is a spell, as well, by its last day', () => {
    const days = { from: '2027-06-01', to: '2027-08-30' } as const;
    const facts = [spell('settled', days, { state: 'waiting', id: 'S1' })];
    const outcome = anOutcome({ condition: settledFor('13 weeks') });
    expect(said(facts, { deemed }, outcome)).toEqual([
      'S1 was claimed, known on 30 August 2027, and nobody decided on it within 15 days: it ' +
        'counts as verified from 15 September 2027 (Payment/undecided).',
    ]);
  });

  test('goes by the version of its own day, whenever it became known', () => {
    const version = (clause: string) => ({
      whole: aWhole({ timeliness: { deemed: { ...deemed, clause } } }),
    });
    const weeks = anOutcome({ condition: settledFor('4 weeks') });
    const second = { version: 2, countsFrom: dayNumber('2027-06-10') };
    const plan = (outcome: OutcomePlan) =>
      planFrom([
        aVersion([outcome], version('Payment/first')),
        aVersion([outcome], { ...version('Payment/second'), ...second }),
      ]);
    const words = { state: 'claimed', id: 'F1', known: '2027-06-12' } as const;
    const of = (outcome: OutcomePlan, fact: Fact) => {
      const basis = { plan: plan(outcome), facts: [a1, fact], asAt: asAt('2028-03-01') };
      return whyLine(basis, 'Outcomes/Settled|A1|Bright Futures|1')?.sentences[2];
    };
    expect(of(anOutcome(), happened('level 2', '2027-06-01', words))).toContain('(Payment/first)');
    const home = spell('settled', { from: '2027-05-03', to: '2027-06-09' }, words);
    expect(of(weeks, home)).toContain('(Payment/first)');
  });

  test('is told only of a line that rests on it', () => {
    const claim = happened('level 3', '2027-06-01', { state: 'claimed', id: 'F1' });
    expect(said([claim, happened('level 2', '2027-07-01')])).toEqual([]);
  });
});

describe('A claim that was decided', () => {
  const claim = happened('level 2', '2027-06-01', { state: 'claimed', id: 'F1' });
  const decided = happened('level 2', '2027-06-01', {
    id: 'F2',
    replaces: 'F1',
    known: '2027-06-10',
  });

  test('says nothing of it, nor does a fact that was never one', () => {
    expect(said([claim, decided])).toEqual([]);
    expect(said([happened('level 2', '2027-06-01')])).toEqual([]);
  });

  test('says nothing either where the page lets no claim count undecided', () => {
    expect(said([claim, decided], {})).toEqual([]);
    const by = { clause: 'Payment/by', length: length('6 months') };
    expect(said([claim, decided], { within: by })).toEqual([]);
  });
});
