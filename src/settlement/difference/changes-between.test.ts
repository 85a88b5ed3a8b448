// What changed between two days is the same of all at once as of some participants after the
// others, joined.
import { expect, test } from 'vitest';
import { withPeopleAlone } from '../../../test/worlds/with-people-alone.ts';
import { worldOf } from '../../../test/worlds/world.ts';
import { chance } from '../../chance/index.ts';
import { byParticipant, type FactSource } from '../../facts/index.ts';
import { owed, owedByColumn } from '../owed.ts';
import { settlementResult } from '../result.ts';
import { changesBetween, joinChanges } from './changes-between.ts';
import { difference } from './difference.ts';
import { changeTeller } from './result-change.ts';

const settlement = { contract: 'first', language: 1 };

/** So many participants at a time, in their order; facts about nobody are in each part. */
function partsOf(source: FactSource, size: number): readonly FactSource[] {
  const { participantCount, participantAt, others } = source;
  return Array.from({ length: Math.ceil(participantCount / size) }, (_, part) => ({
    participantCount: Math.min(size, participantCount - part * size),
    participantAt: (at: number) => participantAt(part * size + at),
    others,
  }));
}

test('in random worlds the changes of parts are those of the whole, in their order', () => {
  const seen = { worlds: 0, changes: 0, gone: 0, several: 0 };
  for (let seed = 1; seed <= 200; seed += 1) {
    const world = worldOf(`changes between/${seed}`);
    const plan = withPeopleAlone(world.plan);
    const days = chance(`changes between days/${seed}`);
    const from = days.whole(plan.startsOn, plan.endsOn - 1);
    const to = Math.min(from + days.pick([7, 90]), plan.endsOn);
    const [was, is] = [
      { trueBy: from, knownBy: from },
      { trueBy: to, knownBy: to },
    ];
    const parts = partsOf(byParticipant(world.facts), days.pick([1, 2, 3])).map((source) => {
      const [before, today] = [owedByColumn(plan, source, was), owedByColumn(plan, source, is)];
      return changesBetween({ before, owed: today, source, settlement });
    });
    const known = parts.filter((part) => part !== undefined);
    if (known.length < parts.length) continue;
    const previous = settlementResult(owed(plan, world.facts, was), settlement);
    const now = settlementResult(owed(plan, world.facts, is), settlement);
    const whole = difference({ now, previous, anew: previous, plan, facts: world.facts });
    const told = whole.map(changeTeller(plan.currency));
    expect([seed, joinChanges(known)]).toEqual([seed, told]);
    seen.worlds += 1;
    seen.changes += whole.length;
    seen.gone += known.reduce((sum, { isGone }) => sum + isGone.filter(Boolean).length, 0);
    seen.several += known.filter(({ changes }) => changes.length > 0).length > 1 ? 1 : 0;
  }
  expect(seen.worlds).toBeGreaterThan(20);
  expect(seen.changes).toBeGreaterThan(30);
  expect(seen.several).toBeGreaterThan(5);
  expect(seen.gone).toBeGreaterThan(0);
});
