import { expect, test } from 'vitest';
import { type DayNumber, dayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { unitsOfMajor } from '../../src/money/index.ts';
import {
  difference,
  keysOf,
  owed,
  type PaidResult,
  type PaymentPlan,
  type Plan,
  payable,
  rekeyFacts,
  rekeyResult,
  type SettlementResult,
  settlementResult,
  sumOfPortions,
} from '../../src/settlement/index.ts';
import { type World, worldOf } from './world.ts';

const worlds = Array.from({ length: 60 }, (_, at) => worldOf(`settled again ${at}`));

function settle(
  plan: Plan,
  facts: readonly Fact[],
  asAt: Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>,
): SettlementResult {
  return settlementResult(owed(plan, facts, asAt), { contract: 'first', language: 1 });
}

/** Six settlements, the last on the days of the world, each with all that was known by then. */
function settledInParts({ plan, facts, asAt }: World): readonly SettlementResult[] {
  const first = plan.startsOn + 30;
  return [1, 2, 3, 4, 5, 6].map((part) => {
    const day = (last: DayNumber) =>
      Math.max(first, first + Math.floor(((last - first) * part) / 6));
    return settle(plan, facts, { trueBy: day(asAt.trueBy), knownBy: day(asAt.knownBy) });
  });
}

test('under new keys the same facts come to the same lines', () => {
  for (const { seed, plan, facts, asAt } of worlds) {
    const result = settle(plan, facts, asAt);
    const keys = keysOf(facts, [result]);
    const again = settle(plan, rekeyFacts(facts, keys), asAt);
    expect([seed, again]).toEqual([seed, rekeyResult(result, keys)]);
  }
});

test('changes of six settlements add up to what is owed at once', () => {
  for (const world of worlds) {
    const { seed, plan, facts } = world;
    const results = settledInParts(world);
    const changed = results.map((now, at) => {
      const previous = results[at - 1];
      const changes = difference({ now, ...(previous && { previous }), plan, facts });
      return changes.reduce(
        (sum, { paid, takenBack }) => sum + sumOfPortions(paid) - sumOfPortions(takenBack),
        0n,
      );
    });
    const last = results.at(-1);
    const total = unitsOfMajor(last?.total ?? '0');
    expect([seed, changed.reduce((sum, each) => sum + each, 0n)]).toEqual([seed, total]);
    const again = last && difference({ now: last, previous: last, plan, facts });
    expect([seed, again]).toEqual([seed, []]);
  }
});

const payment: PaymentPlan = {
  onAccount: { clause: 'Payment/on account', share: { numerator: 1n, denominator: 3n } },
  held: { clause: 'Payment/held', most: { count: 90, unit: 'day' } },
  recovery: {
    clause: 'Payment/recovery',
    after: { count: 6, unit: 'month' },
    most: { numerator: 1n, denominator: 10n },
    except: ['fraud'],
  },
};

test('what is paid, held, carried and kept is always what is owed', () => {
  for (const world of worlds) {
    const { seed, plan } = world;
    const facts = [...world.facts, ...disputesIn(world)];
    let previous: PaidResult | undefined;
    let paid = 0n;
    for (const now of settledInParts(world)) {
      const rest = { now, ...(previous && { previous }), plan, facts };
      const { statements, outstanding } = payable({ ...rest, payment, changes: difference(rest) });
      for (const statement of statements) {
        expect([seed, statement.paid >= 0n]).toEqual([seed, true]);
        paid += statement.paid;
      }
      const sum = (items: readonly Readonly<{ amount: string }>[]) =>
        items.reduce((units, { amount }) => units + unitsOfMajor(amount), 0n);
      const { held, debts, writtenOff, onAccount } = outstanding;
      const owedNow = paid + sum(held) - sum(debts) - sum(writtenOff) - sum(onAccount);
      expect([seed, owedNow]).toEqual([seed, unitsOfMajor(now.total)]);
      previous = { ...now, outstanding };
    }
  }
});

/** Every third participant is in dispute for a while. */
function disputesIn({ plan, facts }: World): readonly Fact[] {
  const participants = [...new Set(facts.flatMap(({ participant }) => participant ?? []))];
  return participants
    .filter((_, at) => at % 3 === 0)
    .flatMap((participant, at): Fact[] => {
      const day = Math.max(plan.startsOn + 40 * at, dayNumber('1900-01-01'));
      const fact = (kind: string, on: DayNumber): Fact => {
        return {
          id: `${kind} ${participant}`,
          kind,
          participant,
          day: on,
          known: on,
          state: 'verified',
        };
      };
      return [fact('disputed', day), fact('released', day + 60 * (1 + (at % 3)))];
    });
}
