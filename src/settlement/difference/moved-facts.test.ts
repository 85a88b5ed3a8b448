// "Difference" of docs/settlement.md: facts became known, came true, went on or were taken back.
import { describe, expect, test } from 'vitest';
import { asAt, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
import { movedFacts } from './moved-facts.ts';

const january = asAt('2028-01-31');
const february = asAt('2028-02-29');

function moved(facts: readonly Fact[], from = january, to = february): readonly string[] {
  return movedFacts(byParticipant(facts), { from, to }).map(({ chain, id }) => `${chain} by ${id}`);
}

const known = (day: Day) => ({ known: day, id: 'F' });

describe('A single fact', () => {
  const cases: readonly (readonly [string, Fact, readonly string[]])[] = [
    ['known and true before', happened('offence', '2028-01-31', known('2028-01-31')), []],
    ['that became known since', happened('offence', '2028-01-05', known('2028-02-01')), ['F by F']],
    ['known by the last day', happened('offence', '2028-01-05', known('2028-02-29')), ['F by F']],
    ['that is not known yet', happened('offence', '2028-01-05', known('2028-03-01')), []],
    ['that came true since', happened('offence', '2028-02-01', known('2028-01-01')), ['F by F']],
    ['that is not true yet', happened('offence', '2028-03-01', known('2028-01-01')), []],
  ];
  test.each(cases)('%s', (_, fact, expected) => {
    expect(moved([fact])).toEqual(expected);
  });
});

describe('A spell', () => {
  const from = '2028-01-10';
  const early = { known: '2028-01-10' } as const;
  const cases: readonly (readonly [string, Fact, readonly string[]])[] = [
    ['that ended by then has not gone on', spell('jail', { from, to: '2028-01-31', ...early }), []],
    ['that ended a day later has', spell('jail', { from, to: '2028-02-01', ...early }), ['S by S']],
    ['without an end has', spell('jail', { from, ...early }), ['S by S']],
  ];
  test.each(cases)('%s', (_, fact, expected) => {
    expect(moved([{ ...fact, id: 'S' }])).toEqual(expected);
  });

  test('goes on with the day that things are true by, and not with what is known alone', () => {
    const open = spell('jail', { from, ...early }, { id: 'S' });
    expect(moved([open], asAt('2028-01-31'), asAt('2028-01-31', '2028-02-29'))).toEqual([]);
    expect(moved([open], asAt('2028-01-30', '2028-02-29'), february)).toEqual(['S by S']);
  });

  test('a day does not go on, whatever passes', () => {
    expect(moved([happened('jail', from)])).toEqual([]);
  });
});

describe('A chain', () => {
  const first = happened('offence', '2028-01-05', { id: 'F' });
  const withdrawn = (day: Day) =>
    happened('withdrawn', '2028-01-05', { id: 'W', replaces: 'F', known: day });
  const corrected = (day: Day, of: Day = '2028-01-06') =>
    happened('offence', of, { id: 'G', replaces: 'F', known: day });

  test('that was taken back since is told by the fact that took it back', () => {
    expect(moved([first, withdrawn('2028-02-10')])).toEqual(['F by W']);
    expect(moved([first, withdrawn('2028-01-20')])).toEqual([]);
    expect(moved([first, withdrawn('2028-03-01')])).toEqual([]);
  });

  test('that came and went in between stands as it stood: it did not', () => {
    expect(moved([{ ...first, known: dayNumber('2028-02-02') }, withdrawn('2028-02-10')])).toEqual(
      [],
    );
  });

  test('that was corrected since is told by its correction', () => {
    expect(moved([first, corrected('2028-02-10')])).toEqual(['F by G']);
    expect(moved([first, corrected('2028-01-20')])).toEqual([]);
    expect(moved([first, corrected('2028-03-01')])).toEqual([]);
  });

  test('whose parts are joined since is told in each part by the link that joined them', () => {
    const joining = corrected('2028-02-10');
    const last = happened('offence', '2028-01-07', { id: 'H', replaces: 'G', known: '2028-01-20' });
    expect(moved([first, joining, last])).toEqual(['F by G', 'H by G']);
  });

  test('of which only what was replaced became known since has not moved', () => {
    expect(moved([{ ...first, known: dayNumber('2028-02-10') }, corrected('2028-01-20')])).toEqual(
      [],
    );
  });

  test('of which a link between is not known yet is two facts until it is', () => {
    const between = happened('offence', '2028-01-06', {
      id: 'G',
      replaces: 'F',
      known: '2028-03-05',
    });
    const last = happened('offence', '2028-01-07', { id: 'H', replaces: 'G', known: '2028-02-10' });
    const facts = [first, between, last];
    expect(moved(facts)).toEqual(['H by H']);
    expect(moved(facts, february, asAt('2028-03-31'))).toEqual(['F by G', 'H by G']);
    expect(moved(facts, january, asAt('2028-03-31'))).toEqual(['F by H']);
  });

  test('that was known on the day of the settlement before had been known then', () => {
    const late = happened('offence', '2028-02-05', { id: 'F', known: '2028-01-31' });
    const again = happened('offence', '2028-02-06', {
      id: 'G',
      replaces: 'F',
      known: '2028-02-20',
    });
    expect(moved([late])).toEqual(['F by F']);
    expect(moved([late, { ...again, known: dayNumber('2028-01-31') }])).toEqual(['F by G']);
    expect(moved([late, again])).toEqual(['F by G']);
    expect(moved([late, { ...again, known: dayNumber('2028-01-20') }])).toEqual(['F by G']);
  });

  test('all of which was known before is told by what stands of it, which came true', () => {
    const days = ['2028-01-05', '2028-01-06', '2028-02-07'] as const;
    const facts = days.map((day, at) =>
      happened('offence', day, {
        id: `F${at}`,
        known: '2028-01-20',
        ...(at > 0 ? { replaces: `F${at - 1}` } : {}),
      }),
    );
    expect(moved(facts)).toEqual(['F0 by F2']);
  });

  test('corrected to a day that has not come yet is taken back for now', () => {
    const [to] = movedFacts(byParticipant([first, corrected('2028-02-10', '2028-03-09')]), {
      from: january,
      to: february,
    });
    expect(to).toMatchObject({ chain: 'F', id: 'G', day: dayNumber('2028-01-05') });
  });
});

test('it keeps the kind of what was taken back, whose it is and what it is about', () => {
  const record = ofProvider('complete', '2028-01-05', { id: 'C', about: 'offence' });
  const gone = ofProvider('withdrawn', '2028-01-05', {
    id: 'W',
    replaces: 'C',
    known: dayNumber('2028-02-10'),
  });
  const reached = happened('level 2', '2028-01-07', { id: 'R', known: '2028-02-11' });
  const all = movedFacts(byParticipant([record, gone, reached]), { from: january, to: february });
  expect(all).toEqual([
    {
      chain: 'C',
      id: 'W',
      kind: 'complete',
      provider: 'Harbour',
      about: 'offence',
      day: dayNumber('2028-01-05'),
      seenOn: dayNumber('2028-02-10'),
    },
    {
      chain: 'R',
      id: 'R',
      kind: 'level 2',
      participant: 'Sam',
      day: dayNumber('2028-01-07'),
      seenOn: dayNumber('2028-02-11'),
    },
  ]);
});

test('it is seen when it has both happened and become known', () => {
  const facts = [
    happened('offence', '2028-02-20', { id: 'early', known: '2028-02-01' }),
    happened('offence', '2028-02-20', { id: 'late', known: '2028-02-25' }),
  ];
  const seen = movedFacts(byParticipant(facts), { from: january, to: february });
  expect(seen.map(({ seenOn }) => dayOf(seenOn))).toEqual(['2028-02-20', '2028-02-25']);
});
