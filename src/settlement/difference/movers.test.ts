// "Difference" of docs/settlement.md, cause `line`: which line it was that moved another.
import { describe, expect, test } from 'vitest';
import { aResultLine } from '../../../test/support/makers/results.ts';
import type { ResultLine, ResultNotPaid } from '../result.ts';
import type { MovedLine } from './moved-lines.ts';
import { movers } from './movers.ts';

/** A line of Ali that is new; named by the lines below. */
function isNew(name: string, words: Partial<ResultLine> = {}): MovedLine {
  const line = aResultLine({ line: name, participant: 'Ali', ...words });
  return { name, line, now: { line, notPaid: [] }, isChange: true };
}

/** A line of Sam that was there before, with other words now. */
function isOther(
  was: Partial<ResultLine> = {},
  now: Partial<ResultLine> = {},
  unpaid: readonly ResultNotPaid['reason'][] = [],
): MovedLine {
  const notPaid = unpaid.map((reason) => ({
    line: 'moved',
    reason,
    amount: '1.00',
    clause: 'Limits/Person',
  }));
  const before = aResultLine({ line: 'moved', ...was });
  const after = aResultLine({ line: 'moved', ...was, ...now });
  return {
    name: 'moved',
    line: after,
    was: { line: before, notPaid: [] },
    now: { line: after, notPaid },
    isChange: true,
  };
}

function moverOf(line: MovedLine, all: readonly MovedLine[]): string | undefined {
  return movers([...all, line], ({ name }) => (name.startsWith('no fact') ? [] : ['F']))(line)
    ?.name;
}

const elsewhere = { outcome: 'Work', clause: 'Outcomes/Work' } as const;
const own = isNew('of the participant', { ...elsewhere, participant: 'Sam', provider: 'Harbour' });
const both = isNew('of clause and provider');
const clause = isNew('of the clause', { provider: 'Harbour' });
const provider = isNew('of the provider', elsewhere);
const other = isNew('of neither', { ...elsewhere, provider: 'Harbour' });
const ladder = [other, provider, clause, both, own];

describe('As near to it as there is', () => {
  const cut = isOther({}, {}, ['limit']);
  test.each([
    ['of the participant, where what is not paid changed', 5, 'of the participant'],
    ['else of the clause and the provider', 4, 'of clause and provider'],
    ['else of the clause', 3, 'of the clause'],
    ['else of the provider, where it is a limit that took effect', 2, 'of the provider'],
    ['else any', 1, 'of neither'],
    ['else none', 0, undefined],
  ] as const)('%s', (_, count, expected) => {
    expect(moverOf(cut, ladder.slice(0, count))).toBe(expected);
    expect(moverOf(cut, ladder.slice(0, count).toReversed())).toBe(expected);
  });

  test('what is not paid has to have changed for the participant to be looked at', () => {
    expect(moverOf(isOther({}, { amount: '1.00' }), [own, both])).toBe('of clause and provider');
    expect(moverOf(isOther({}, { amount: '1.00' }), [own])).toBeUndefined();
  });

  const { participant: _, ...grant } = aResultLine({ line: 'moved' });
  const ofNobody = (words: Partial<ResultLine>): MovedLine => {
    const line = { ...grant, ...words };
    return { name: 'moved', line, now: { line, notPaid: [] }, isChange: true };
  };

  test('it reaches beyond the clause by a rate, by payers, by a limit, a route or what replaces', () => {
    expect(moverOf(isOther({}, { amount: '1.00' }), [provider, other])).toBeUndefined();
    expect(moverOf(isOther({}, { price: '1' }), [provider, other])).toBe('of the provider');
    const payers = [{ payer: 'Fund', amount: '220.00' }];
    expect(moverOf(isOther({}, { payers }), [provider, other])).toBe('of the provider');
    for (const reason of ['limit', 'replaced', 'route'] as const) {
      expect(moverOf(isOther({}, {}, [reason]), [provider, other])).toBe('of the provider');
    }
    for (const reason of ['count', 'gate', 'too_late'] as const) {
      expect(moverOf(isOther({}, {}, [reason]), [provider, other])).toBeUndefined();
    }
  });

  test('sums that count lines reach as far, and grants, fees and deductions do not', () => {
    for (const outcome of ['pot', 'guarantee', 'Settling', 'advance']) {
      expect(moverOf(ofNobody({ outcome }), [other])).toBe('of neither');
    }
    for (const outcome of ['grant', 'fee', 'deduction', 'adjustment']) {
      expect(moverOf(ofNobody({ outcome }), [other])).toBeUndefined();
      expect(moverOf(ofNobody({ outcome }), [clause])).toBe('of the clause');
    }
  });

  test('a line that is gone, or new, has no other price than it had', () => {
    const { now: _now, ...gone } = isOther();
    expect(moverOf(gone, [provider])).toBeUndefined();
    expect(moverOf(isNew('moved', { participant: 'Sam' }), [provider])).toBeUndefined();
  });

  test('nobody is no participant: a grant that a limit cuts names one of its own clause first', () => {
    const { participant: __, ...line } = aResultLine({
      ...elsewhere,
      line: 'of nobody',
      provider: 'Harbour',
    });
    const one = { name: 'of nobody', line, now: { line, notPaid: [] }, isChange: true };
    const { now } = isOther({}, {}, ['limit']);
    const cutGrant = {
      name: 'moved',
      line: grant,
      was: { line: grant, notPaid: [] },
      now: { line: grant, notPaid: now?.notPaid ?? [] },
      isChange: true,
    };
    expect(moverOf(cutGrant, [one, both])).toBe('of clause and provider');
  });
});

describe('What works off an advance', () => {
  const { participant: _, ...line } = aResultLine({
    line: 'moved',
    clause: 'Payment/advance',
    outcome: 'advance',
    period: '2028-02',
  });
  const working = (number: string): MovedLine => {
    const now = { ...line, number };
    return { name: 'moved', line: now, now: { line: now, notPaid: [] }, isChange: true };
  };
  const inMonth = isNew('in its month', { ...elsewhere, payableOn: '2028-02-29' });
  const before = isNew('in the month before', { ...elsewhere, payableOn: '2028-01-31' });
  const others = isNew('of another provider', {
    ...elsewhere,
    provider: 'Harbour',
    payableOn: '2028-02-01',
  });

  test('names a line of its provider that is payable in its month before any other', () => {
    for (const number of ['worked off', 'worked off 2']) {
      expect(moverOf(working(number), [before, inMonth, others])).toBe('in its month');
      expect(moverOf(working(number), [before, others])).toBe('in the month before');
      expect(moverOf(working(number), [others])).toBe('of another provider');
    }
  });

  test('and what is paid of an advance the first of its provider', () => {
    expect(moverOf(working('1'), [before, inMonth, others])).toBe('in the month before');
  });

  test('a line that waits is payable in no month', () => {
    const waits = isNew('waits', { ...elsewhere, payableOn: null });
    expect(moverOf(working('worked off'), [waits, inMonth])).toBe('in its month');
  });
});

describe('Of several', () => {
  const early = isNew('early', { payableOn: '2028-02-01', day: '2028-01-05' });
  const earlier = isNew('earlier', { payableOn: '2028-02-01', day: '2028-01-04' });
  const late = isNew('late', { payableOn: '2028-02-02', day: '2028-01-01' });
  const waits = isNew('waits', { payableOn: null, day: '2027-01-01' });

  test('the first in line: by its payable day, then by its day; what waits comes last', () => {
    expect(moverOf(isOther(), [waits, late, early, earlier])).toBe('earlier');
    expect(moverOf(isOther(), [waits, late, early])).toBe('early');
    expect(moverOf(isOther(), [waits, late])).toBe('late');
    expect(moverOf(isOther(), [waits])).toBe('waits');
  });

  test('by the earlier of the places that a line had and has', () => {
    const place = (payableOn: ResultLine['payableOn']) =>
      ({
        line: aResultLine({ line: 'left', participant: 'Ali', payableOn }),
        notPaid: [],
      }) as const;
    const [first, last] = [place('2028-01-31'), place('2028-03-01')];
    for (const [was, now] of [
      [first, last],
      [last, first],
    ] as const) {
      const left = { name: 'left', line: now.line, was, now, isChange: true };
      expect(moverOf(isOther(), [early, left])).toBe('left');
    }
  });

  test('only one that moved by facts of its own, and never the line itself', () => {
    const none = isNew('no fact moved it', { payableOn: '2028-01-01' });
    const line = isOther({ payableOn: '2027-01-01' });
    expect(moverOf(line, [none, late])).toBe('late');
    expect(moverOf(line, [none])).toBeUndefined();
  });
});
