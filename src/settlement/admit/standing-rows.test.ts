// Step 1 of docs/settlement.md: what stands is the same, whether its facts are made or not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asAt, happened, spell } from '../../../test/support/makers/facts.ts';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import {
  addFactRow,
  addReference,
  compareFacts,
  type Fact,
  type FactRows,
  factColumns,
  factSource,
  factsAsOwn,
  ownFacts,
} from '../../facts/index.ts';
import { admit, admitOwn } from './admit.ts';
import { type Admitted, chainsIn } from './admitted.ts';
import { standingRows } from './standing-rows.ts';
import { factsSeen, viewOf } from './view.ts';

const start = dayNumber('2027-05-01');
const days = { trueBy: start + 30, knownBy: start + 40 };
const kinds = ['settled', 'custody', 'withdrawn'];

const fact = fc
  .record({
    kind: fc.constantFrom(...kinds),
    from: fc.nat(40),
    length: fc.option(fc.nat(20), { nil: undefined }),
    late: fc.integer({ min: -3, max: 20 }),
    state: fc.constantFrom('verified' as const, 'waiting' as const),
    corrects: fc.option(fc.nat(7), { nil: undefined }),
  })
  .map(({ kind, from, length, late, state, corrects }) => (at: number): MayCorrect => {
    const [first, known] = [dayOf(start + from), dayOf(start + from + (length ?? 0) + late)];
    const words = { id: `F${at}`, state };
    if (kind === 'custody') return { corrects, fact: happened(kind, first, { ...words, known }) };
    const to = length === undefined ? {} : { to: dayOf(start + from + length) };
    return { corrects, fact: spell(kind, { from: first, ...to, known }, words) };
  });

/** A fact, and the place of the one before it that it replaces, if none has yet. */
type MayCorrect = Readonly<{ fact: Fact; corrects: number | undefined }>;

function corrected(all: readonly MayCorrect[]): Fact[] {
  const replaced = new Set<number>();
  return all.map(({ fact: own, corrects }, at) => {
    if (corrects === undefined || corrects >= at || replaced.has(corrects)) return own;
    replaced.add(corrects);
    return { ...own, replaces: `F${corrects}` };
  });
}

const facts = fc
  .array(fact, { minLength: 1, maxLength: 8 })
  .map((all) => corrected(all.map((make, at) => make(at))).sort(compareFacts));

function inColumns(all: readonly Fact[]) {
  const columns = factColumns();
  addReference(columns.participants, 'Sam');
  for (const each of all) {
    const replacesRow = all.findIndex(({ id }) => id === each.replaces);
    addFactRow(columns, each, { participantNumber: 0, replacesRow });
  }
  return ownFacts(factSource(columns), 0);
}

/** All that can be asked of what was admitted. */
function toldOf(admitted: Admitted) {
  const views = [10, 25, 40].flatMap((after) => {
    const sight = { knownBy: start + after, horizon: start + after - 5, reading: 'firm' } as const;
    const view = viewOf(admitted, sight);
    return kinds.map((kind) => factsSeen(view, kind));
  });
  return { chains: chainsIn(admitted), settled: chainsIn(admitted, 'settled'), views };
}

/** The kinds that are read; all where it is undefined. */
const read = fc.constantFrom(undefined, new Set(['settled']), new Set(['custody']));

test('facts in columns stand as they do when all of them are made', () => {
  const rows = standingRows(1);
  fc.assert(
    fc.property(facts, read, (all, kindsRead) => {
      const by = { asAt: days, rows, ...(kindsRead && { kindsRead }) };
      const inRows = toldOf(admitOwn(inColumns(all), by));
      expect(inRows).toStrictEqual(toldOf(admit(all, days, by)));
      expect(inRows).toStrictEqual(toldOf(admitOwn(factsAsOwn('Sam', all), by)));
    }),
  );
});

test('of kinds that are not read nothing is made that was corrected, and nothing stands', () => {
  const first = happened('custody', '2027-05-01');
  const own = inColumns([first, { ...first, id: 'F2', replaces: first.id }]);
  let made = 0;
  const { inRows } = own;
  const factOf = (row: number) => {
    made += 1;
    return (inRows as FactRows).factOf(row);
  };
  const counted = { ...own, inRows: { ...(inRows as FactRows), factOf } };
  const standing = (kindsRead: ReadonlySet<string>) =>
    chainsIn(admitOwn(counted, { asAt: days, rows: standingRows(), kindsRead })).length;
  expect([standing(new Set(['settled'])), made]).toEqual([0, 0]);
  expect([standing(new Set(['custody'])), made]).toEqual([1, 2]);
});

test('what was corrected is seen until the day on which its correction was known', () => {
  const first = spell('settled', { from: '2027-05-01', to: '2027-05-10', known: '2027-05-12' });
  const second = { ...first, id: 'F2', to: start + 4, known: start + 19, replaces: first.id };
  const admitted = admit([first, second], asAt('2027-06-30'));
  const seenBy = (knownBy: number) =>
    factsSeen(viewOf(admitted, { knownBy, horizon: knownBy, reading: 'firm' }), 'settled').map(
      (seen) => [seen.id, seen.fact.id, seen.last - start],
    );
  expect(seenBy(start + 10)).toEqual([]);
  expect(seenBy(start + 18)).toEqual([[first.id, first.id, 9]]);
  expect(seenBy(start + 19)).toEqual([[first.id, 'F2', 4]]);
});
