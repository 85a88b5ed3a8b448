// Where nobody depends on anybody else, changes are found some participants at a time.
import { expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { withPeopleAlone } from '../../../test/worlds/with-people-alone.ts';
import { worldOf } from '../../../test/worlds/world.ts';
import type { Day } from '../../calendar/index.ts';
import { chance } from '../../chance/index.ts';
import { byParticipant, compareTexts, type Fact } from '../../facts/index.ts';
import { owed, owedByColumn } from '../owed.ts';
import type { Plan } from '../plan/plan.ts';
import { settlementResult } from '../result.ts';
import { difference } from './difference.ts';
import { differingBatches } from './differing-batches.ts';
import { joinSince, sinceBatch } from './since-batch.ts';
import { type DifferingLines, sinceLines } from './since-lines.ts';

const names = ['Ann', 'Ben', 'Cai', 'Dee', 'Eve', 'Fay', 'Gus'];

const settlement = { contract: 'first', language: 1 };

/** Each came and reached it on a day of its own; of every second one that is taken back later. */
const facts = names.flatMap((participant, at): readonly Fact[] => {
  const [came, reached] = [`2027-05-0${at + 1}`, `2027-1${at % 3}-2${7 - at}`] as [Day, Day];
  const whose = { participant, provider: 'Harbour', group: 'leaving' };
  const late = { known: '2028-02-10' } as const;
  return [
    happened('attached', came, { id: `${participant} came`, ...whose }),
    happened('level 2', reached, {
      id: `${participant} reached`,
      participant,
      ...(at === 3 ? late : {}),
    }),
    ...(at % 2 === 0
      ? [
          happened('withdrawn', '2028-02-10', {
            id: `${participant} not`,
            participant,
            replaces: `${participant} reached`,
          }),
        ]
      : []),
  ];
});

function differing(plan: Plan): DifferingLines {
  const now = owedByColumn(plan, facts, asAt('2028-02-29'));
  const previous = settlementResult(owed(plan, facts, asAt('2028-01-31')), settlement);
  const source = byParticipant(facts);
  return { owed: now, settlement, rows: now.inLine(), previous, source, unread: [] };
}

function whole(plan: Plan) {
  const [previous, now, anew] = (['2028-01-31', '2028-02-29', '2028-01-31'] as const).map((day) =>
    settlementResult(owed(plan, facts, asAt(day)), settlement),
  );
  if (!previous || !now || !anew) throw new Error('Three settlements were made.');
  return difference({ now, previous, anew, plan, facts });
}

const alone = aPlan([anOutcome()]);

test.each([1, 2, 3, 1000])('the same in batches of %i as of all at once, in order', (size) => {
  const lines = differing(alone);
  const batches = differingBatches(lines, size);
  expect(batches?.count).toBe(Math.ceil(names.length / size));
  const parts = Array.from({ length: batches?.count ?? 0 }, (_, at) => {
    const batch = batches?.batchAt(at);
    return batch ? [sinceBatch(alone, structuredClone(batch), lines.source)] : [];
  });
  const joined = joinSince(parts.flat());
  expect(joined.changes.length).toBe(5);
  expect(joined.changes).toEqual(whole(alone));
  expect(joined).toEqual(sinceLines(lines));
  expect(joined.otherwise).toEqual([]);
});

test('in random worlds the same where it is known what is owed as at the days before', () => {
  const seen = { changes: 0, otherwise: 0 };
  for (let seed = 1; seed <= 60; seed += 1) {
    const world = worldOf(`known before/${seed}`);
    const plan = withPeopleAlone(world.plan);
    const days = chance(`known before days/${seed}`);
    const from = days.whole(plan.startsOn, plan.endsOn - 1);
    const first = { trueBy: from, knownBy: from };
    const to = Math.min(from + days.pick([7, 90]), plan.endsOn);
    const now = owedByColumn(plan, world.facts, { trueBy: to, knownBy: to });
    const settled = settlementResult(owed(plan, world.facts, first), settlement);
    // Some were not settled as they would be today.
    const lines = settled.lines.map((line) =>
      days.pick([0, 0, 1]) === 1 ? { ...line, amount: '1.00' } : line,
    );
    const source = byParticipant(world.facts);
    const previous = { ...settled, lines };
    const differs = { owed: now, settlement, rows: now.inLine(), previous, source, unread: [] };
    if (differingBatches(differs) === undefined) continue;
    const known = { ...differs, before: owedByColumn(plan, world.facts, first) };
    const batches = differingBatches(known, 2);
    const parts = Array.from({ length: batches?.count ?? 0 }, (_, at) => {
      const batch = batches?.batchAt(at);
      expect([seed, batch?.anew?.lines]).toEqual([seed, expect.any(Array)]);
      return batch ? [sinceBatch(plan, structuredClone(batch), source)] : [];
    });
    const expected = sinceLines(differs);
    const found = joinSince(parts.flat());
    expect([seed, found.changes]).toEqual([seed, expected.changes]);
    const named = (those: typeof found.otherwise) =>
      [...those].sort((one, other) => compareTexts(one.line, other.line));
    expect([seed, named(found.otherwise)]).toEqual([seed, named(expected.otherwise)]);
    seen.changes += found.changes.length;
    seen.otherwise += found.otherwise.length;
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
});

test('of all at once where one may have moved another', () => {
  const per = { is: 'contract' } as const;
  const limit = { clause: 'Limits/all', most: pounds(9_000), per, eachYear: false };
  const limited = aPlan([anOutcome()], { whole: aWhole({ limits: [limit] }) });
  const lines = differing(limited);
  expect(differingBatches(lines)).toBeUndefined();
  expect(sinceLines(lines).changes).toEqual(whole(limited));
});
