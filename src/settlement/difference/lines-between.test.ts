// Lines that were settled again and are those that a file has are held against today's by column.
import { expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan } from '../../../test/support/makers/plan.ts';
import { withPeopleAlone } from '../../../test/worlds/with-people-alone.ts';
import { worldOf } from '../../../test/worlds/world.ts';
import type { Day } from '../../calendar/index.ts';
import { chance } from '../../chance/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
import { owed, owedByColumn } from '../owed.ts';
import { settlementResult } from '../result.ts';
import { difference } from './difference.ts';
import { linesBetween } from './lines-between.ts';
import { sinceLines } from './since-lines.ts';
import { weightOfEach } from './weight-of-each.ts';

const settlement = { contract: 'first', language: 1 };

test('in random worlds what changed is the same as between the whole results', () => {
  const seen = { worlds: 0, changes: 0, leftOut: 0, kept: 0 };
  for (let seed = 1; seed <= 60; seed += 1) {
    const world = worldOf(`lines between/${seed}`);
    const plan = withPeopleAlone(world.plan);
    const days = chance(`lines between days/${seed}`);
    const from = days.whole(plan.startsOn, plan.endsOn - 1);
    const to = Math.min(from + days.pick([7, 90]), plan.endsOn);
    const [was, is] = [from, to].map((day) => ({ trueBy: day, knownBy: day }));
    if (!was || !is) throw new Error('Two days were made.');
    const [before, today] = [was, is].map((day) => owedByColumn(plan, world.facts, day));
    if (!before || !today) throw new Error('Two settlements were made.');
    const previous = settlementResult(owed(plan, world.facts, was), settlement);
    const between = linesBetween(previous, before, today);
    if (between === undefined) {
      seen.kept += 1;
      continue;
    }
    const source = byParticipant(world.facts);
    const differs = { owed: today, settlement, ...between, source, unread: [], isAsSettled: true };
    const now = settlementResult(owed(plan, world.facts, is), settlement);
    const whole = difference({ now, previous, anew: previous, plan, facts: world.facts });
    expect([seed, sinceLines(differs).changes]).toEqual([seed, whole]);
    seen.worlds += 1;
    seen.changes += whole.length;
    seen.leftOut += previous.lines.length - between.previous.lines.length;
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
  expect(seen.changes).toBeGreaterThan(30);
});

const plan = aPlan([anOutcome()]);
const names = ['Ann', 'Ben', 'Cai', 'Dee'];

/** Each came, and reached it on a day of its own. */
function factsOf(reachedOn: (participant: string) => Day): readonly Fact[] {
  return names.flatMap((participant) => {
    const whose = { participant, provider: 'Harbour', group: 'leaving' };
    return [
      happened('attached', '2027-05-01', { id: `${participant} came`, ...whose }),
      happened('level 2', reachedOn(participant), { id: `${participant} reached`, participant }),
    ];
  });
}

const end = asAt('2028-02-29');
const before = owedByColumn(
  plan,
  factsOf(() => '2027-10-20'),
  end,
);

test('of whom another day moves no money no line is left', () => {
  const later = owedByColumn(
    plan,
    factsOf((participant) => (participant === 'Ben' ? '2027-10-21' : '2027-10-20')),
    end,
  );
  const { rows, previous } = found(later);
  expect([rows.length, previous.lines.length]).toEqual([0, 0]);
});

test('of who has no line any more, or has one now, it is left', () => {
  const later = owedByColumn(
    plan,
    factsOf((participant) => (participant === 'Ben' ? '2028-10-21' : '2027-10-20')),
    end,
  );
  const gone = found(later);
  expect(gone.rows.length).toBe(0);
  expect(gone.previous.lines.map(({ participant }) => participant)).toEqual(['Ben']);
  const come = linesBetween(summary, later, before);
  expect([come?.rows.length, come?.previous.lines]).toEqual([1, []]);
});

const summary = settlementResult({ ...before, lines: [], notPaid: [] }, settlement);

function found(later: typeof before) {
  const between = linesBetween(summary, before, later);
  if (between === undefined) throw new Error('No line is kept as an object.');
  return between;
}

test('the lines of a participant weigh otherwise where a day is another, and no one else’s do', () => {
  const other = owedByColumn(
    plan,
    factsOf((participant) => (participant === 'Ben' ? '2027-10-21' : '2027-10-20')),
    end,
  );
  const [was, is] = [weightOfEach(before, codeOf), weightOfEach(other, codeOf)];
  const differing = names.filter((name) => was?.get(name) !== is?.get(name));
  expect(was?.size).toBe(names.length);
  expect(differing).toEqual(['Ben']);
});

test('the lines of a participant weigh otherwise where somebody else is paid for them', () => {
  const others = factsOf(() => '2027-10-20').map((fact) => ({
    ...fact,
    ...(fact.participant === 'Ben' && fact.provider && { provider: 'Somebody else' }),
  }));
  const [was, is] = [before, owedByColumn(plan, others, end)].map((owed) =>
    weightOfEach(owed, codeOf),
  );
  expect(names.filter((name) => was?.get(name) !== is?.get(name))).toEqual(['Ben']);
});

const codeOf = (text: string) => text.charCodeAt(0);
