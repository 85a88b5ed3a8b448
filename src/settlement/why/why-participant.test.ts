// Everything about one participant: docs/settlement.md, Statuses and Why.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  planFrom,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Plan } from '../plan/plan.ts';
import { whyParticipant } from './why-participant.ts';

const a1 = attached('2027-05-01');
const twice = anOutcome({ times: 2, window: within('6 months') });
const home = anOutcome({ name: 'Home', condition: { is: 'happens', kinds: ['home'] } });

function why(plan: Plan, facts: readonly Fact[]) {
  return whyParticipant({ plan, facts, asAt: asAt('2027-12-31') }, 'Sam');
}

const said = (plan: Plan, facts: readonly Fact[]) =>
  why(plan, facts).statuses.flatMap(({ sentences }) => sentences);

describe('Each outcome', () => {
  test('is told with its attachment, how it stands, and how often it was achieved', () => {
    const plan = aPlan([twice, home]);
    const facts = [a1, happened('level 2', '2027-06-01'), happened('level 2', '2027-06-02')];
    const { statuses } = why(plan, facts);
    expect(statuses).toEqual([
      {
        attachment: 'A1',
        provider: 'Bright Futures',
        outcome: 'Settled',
        status: 'achieved',
        times: 2,
        sentences: ['Settled with Bright Futures (A1) is achieved 2 times.'],
      },
      {
        attachment: 'A1',
        provider: 'Bright Futures',
        outcome: 'Home',
        status: 'notYetDue',
        times: 0,
        sentences: [
          'Home with Bright Futures (A1) is not yet due.',
          'No verified "home" counts from 1 May 2027 on.',
          'The programme ends on 31 March 2032.',
        ],
      },
    ]);
    expect(said(plan, facts.slice(0, 2))[0]).toBe('Settled with Bright Futures (A1) is achieved.');
  });

  test('that is not achieved ends what is said, in one paragraph; one that is has its lines', () => {
    const facts = [a1, happened('level 2', '2027-06-01')];
    const { sentences, lines } = why(aPlan([twice, home]), facts);
    expect(lines.map(({ line }) => line)).toEqual(['Outcomes/Settled|A1|Bright Futures|1']);
    expect(sentences).toEqual([
      ...(lines[0]?.sentences ?? []),
      'Home with Bright Futures (A1) is not yet due. No verified "home" counts from 1 May 2027 ' +
        'on. The programme ends on 31 March 2032.',
    ]);
  });

  test('not achieved by the end of its window is not', () => {
    expect(said(aPlan([twice]), [a1])).toEqual([
      'Settled with Bright Futures (A1) is not achieved.',
      'No verified "level 2" counts from 1 May 2027 to 31 October 2027.',
      'Its window closed on 31 October 2027.',
    ]);
  });
});

test('what is not known says so, and what an open spell would not decide says nothing of it', () => {
  const claimed = happened('level 2', '2027-06-01', { id: 'F1', state: 'claimed' });
  expect(said(aPlan([anOutcome()]), [a1, claimed])[0]).toBe(
    'Settled with Bright Futures (A1) is not known.',
  );
  const weeks = anOutcome({ condition: settledFor('13 weeks') });
  const open = spell('settled', { from: '2027-12-01', known: '2027-12-20' }, { id: 'S1' });
  expect(said(aPlan([weeks]), [a1, open])).toEqual([
    'Settled with Bright Futures (A1) is not yet due.',
    '20 of 91 days in a row recorded by 31 December 2027, and the run broke; 91 days in a row ' +
      'from a new start would achieve it.',
    'The programme ends on 31 March 2032.',
  ]);
});

describe('Set aside', () => {
  test('from which day, without fault; what was achieved before stays', () => {
    const plan = aPlan([twice, home], { setAsideBy: ['dying', 'moving'] });
    const facts = [
      a1,
      happened('level 2', '2027-06-01'),
      happened('dying', '2027-08-01'),
      happened('moving', '2027-07-01'),
    ];
    expect(said(plan, facts)).toEqual([
      'Settled with Bright Futures (A1) is achieved.',
      'Home with Bright Futures (A1) is set aside.',
      'The participant is set aside, without fault, from 1 July 2027.',
    ]);
  });

  test('by whichever version has set aside first', () => {
    const version = (number: number, day: Day, setAsideBy: readonly string[]) =>
      aVersion([home], { version: number, countsFrom: dayNumber(day), setAsideBy });
    const plan = planFrom([
      version(1, '2027-04-01', []),
      version(2, '2027-05-15', ['dying']),
      version(3, '2027-05-16', ['dying', 'moving']),
    ]);
    const facts = [a1, happened('dying', '2027-08-01'), happened('moving', '2027-07-01')];
    expect(said(plan, facts)[1]).toBe(
      'The participant is set aside, without fault, from 1 July 2027.',
    );
  });
});

describe('An outcome of the person', () => {
  const once = anOutcome({ scope: 'participant', wording: 'level 2, once per person' });
  const a2 = attached('2027-07-01', { id: 'A2', provider: 'Harbour' });
  const left = happened('left', '2027-06-15', { provider: 'Bright Futures' });
  const done = happened('level 2', '2027-06-01', { id: 'F1' });

  test('that another attachment has had says which, when, and that no more can come', () => {
    expect(said(aPlan([once]), [a1, left, a2, done])).toEqual([
      'Settled with Bright Futures (A1) is achieved.',
      'Settled with Harbour (A2) is not achieved.',
      'It was achieved with Bright Futures (A1) on 1 June 2027, and no more can come: level 2, ' +
        'once per person.',
    ]);
  });

  test('that can come again says how far it has come', () => {
    const again = { ...once, times: 2 };
    expect(said(aPlan([again]), [a1, left, a2, done]).slice(1, 3)).toEqual([
      'Settled with Harbour (A2) is not yet due.',
      'No verified "level 2" counts from 1 May 2027 on.',
    ]);
  });

  test('names the last time of that outcome and of no other', () => {
    const facts = [
      a1,
      left,
      a2,
      done,
      happened('level 2', '2027-06-02', { id: 'F2' }),
      happened('home', '2027-07-10'),
    ];
    const plan = aPlan([{ ...once, times: 2 }, home]);
    expect(said(plan, facts)).toContain(
      'It was achieved with Bright Futures (A1) on 2 June 2027, and no more can come: level 2, ' +
        'once per person.',
    );
  });
});
