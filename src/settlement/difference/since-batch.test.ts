// Where nobody depends on anybody else, changes are found some participants at a time.
import { expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import type { Day } from '../../calendar/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
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
  return { owed: now, settlement, rows: now.inLine, previous, source, unread: [] };
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

test('of all at once where one may have moved another', () => {
  const per = { is: 'contract' } as const;
  const limit = { clause: 'Limits/all', most: pounds(9_000), per, eachYear: false };
  const limited = aPlan([anOutcome()], { whole: aWhole({ limits: [limit] }) });
  const lines = differing(limited);
  expect(differingBatches(lines)).toBeUndefined();
  expect(sinceLines(lines).changes).toEqual(whole(limited));
});
