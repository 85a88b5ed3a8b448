import { describe, expect, test } from 'vitest';
import { factsInColumns } from '../../../test/support/facts-in-columns.ts';
import { withPeopleAlone } from '../../../test/worlds/with-people-alone.ts';
import { worldOf } from '../../../test/worlds/world.ts';
import type { DayNumber } from '../../calendar/index.ts';
import { chance } from '../../chance/index.ts';
import { type Fact, referenceAt } from '../../facts/index.ts';
import { owed } from '../owed.ts';
import type { OutcomePlan, Plan } from '../plan/plan.ts';
import { chosenPeople } from './chosen-people.ts';
import { factsDigest } from './facts-digest.ts';
import { mayStandStill, whoMayDiffer } from './who-may-differ.ts';

/** The page of a world with one version, of which nothing counts that has not happened. */
function standing(plan: Plan): Plan {
  const [version] = withPeopleAlone(plan).versions;
  if (version === undefined) throw new Error('A page has a version.');
  const { whole: _, ...first } = version;
  const groups = [...first.groups].map(([name, group]) => {
    return [name, { ...group, outcomes: group.outcomes.map(ofWhatWas) }] as const;
  });
  return { ...plan, versions: [{ ...first, groups: new Map(groups) }] };
}

const asItIs = ['happens', 'lasts', 'all of', 'any of'];

function ofWhatWas(outcome: OutcomePlan): OutcomePlan {
  const { partialFrom: _, knownWithin: __, window, ...rest } = outcome;
  const { condition, price } = rest;
  const isOfWhatWas =
    asItIs.includes(condition.is) &&
    (condition.is !== 'lasts' || condition.lessCompleteSource === undefined);
  const rows = price.rows.map(({ tier: ___, ...row }) => row);
  return {
    ...rest,
    ...(window?.working ? {} : windowed(outcome)),
    price: { ...price, rows },
    condition: isOfWhatWas ? condition : { is: 'happens', kinds: ['qualified'] },
  };
}

function windowed({ window, pausedBy }: OutcomePlan): Partial<OutcomePlan> {
  if (window === undefined) return {};
  const isOfComing = window.anchor.is !== 'kind' && window.anchor.is !== 'outcome';
  const { length: _, opensAfter: __, ...open } = window;
  return isOfComing ? { window, pausedBy: [] } : { window: open, pausedBy };
}

/** All that these facts come to as at a day. */
function toldOf(plan: Plan, facts: readonly Fact[], day: DayNumber) {
  const { lines, notPaid, statuses, total } = owed(plan, facts, { trueBy: day, knownBy: day });
  return { lines, notPaid, statuses, total };
}

type Spell = Readonly<{ from: DayNumber; to: DayNumber }>;

/**
 * What is known by a day, and beside it facts of a kind that no page reads. Between the days some
 * become known and some are taken back, one after the other; some become a fact that is read,
 * before or after them, and facts that are read become one of these.
 */
function withUnread(facts: readonly Fact[], { from, to }: Spell, seed: number): readonly Fact[] {
  const draws = chance(`unread/${seed}`);
  const old = facts.filter(({ known }) => known <= from);
  const replaced = new Set(old.map(({ replaces }) => replaces));
  const ofPeople = old.filter(({ participant, id }) => participant && !replaced.has(id));
  const gone = new Set<string>();
  const extra = ofPeople.flatMap((fact, at): readonly Fact[] => {
    if (draws.pick([0, 0, 1]) === 0) return [];
    const { participant = '', state } = fact;
    const between = from + draws.whole(1, to - from);
    const own = { participant, state, kind: 'gossip', day: from - 20 };
    const gossip = { ...own, id: `U${at}`, known: from - 20 };
    const taken = { ...own, kind: 'withdrawn', replaces: gossip.id };
    const back = { ...taken, id: `B${at}`, known: between };
    const again = { ...own, id: `A${at}`, replaces: back.id, known: between };
    const { participant: _, ...rest } = fact;
    const read = { ...rest, participant, id: `R${at}`, known: from - 10 };
    const drawn = draws.pick([
      [{ ...gossip, known: between }],
      [gossip, back],
      [gossip, back, again],
      // What it corrects is not known yet: until then it is a fact of its own.
      [gossip, back, { ...read, replaces: back.id }],
      [gossip, { ...back, known: from - 15 }, { ...again, known: between }],
      [gossip, back, { ...read, replaces: back.id, known: to }],
      [{ ...gossip, replaces: fact.id, known: between }],
    ]);
    // What is read comes in its place.
    if (drawn.some(({ id }) => id === read.id) && fact.replaces === undefined) gone.add(fact.id);
    return drawn;
  });
  return [...old.filter(({ id }) => !gone.has(id)), ...extra];
}

describe('in random worlds', () => {
  test('whoever has new facts alone that are never read comes to the same', () => {
    const seen = { told: 0, spared: 0, moving: 0 };
    for (let seed = 1; seed <= 150; seed += 1) {
      const world = worldOf(`unread/${seed}`);
      const plan = standing(world.plan);
      const days = chance(`unread days/${seed}`);
      const from = days.whole(plan.startsOn, plan.endsOn - 40);
      const to = from + days.pick([1, 7, 30]);
      const facts = withUnread(world.facts, { from, to }, seed);
      const [first, second] = [from, to].map((day) => ({ trueBy: day, knownBy: day }));
      if (first === undefined || second === undefined) throw new Error('There are two days.');
      const source = factsInColumns(facts);
      const places = whoMayDiffer(plan, source, { from: first, to: second });
      if (places === undefined) continue;
      const { participants } = source.columns;
      const moving = new Set(Array.from(places, (place) => referenceAt(participants, place)));
      const still = facts.filter(({ participant = '' }) => !moving.has(participant));
      expect([seed, toldOf(plan, still, to)]).toEqual([seed, toldOf(plan, still, from)]);
      const news = facts.filter(({ known }) => known > from);
      const told = new Set(news.map(({ participant = '' }) => participant));
      seen.told += told.size;
      seen.spared += [...told].filter((each) => !moving.has(each)).length;
      seen.moving += moving.size;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  test('whoever is not named comes to the same as at the later day', () => {
    const seen = { still: 0, moving: 0, lines: 0, achieved: 0, open: 0 };
    for (let seed = 1; seed <= 200; seed += 1) {
      const world = worldOf(`still/${seed}`);
      const plan = standing(world.plan);
      expect(mayStandStill(plan)).toBe(true);
      const days = chance(`still days/${seed}`);
      const from = days.whole(plan.startsOn, plan.endsOn - 1);
      const to = Math.min(from + days.pick([0, 1, 7, 30, 90]), plan.endsOn - 1);
      const [first, second] = [from, to].map((day) => ({ trueBy: day, knownBy: day }));
      if (first === undefined || second === undefined) throw new Error('There are two days.');
      const source = factsInColumns(world.facts);
      const places = whoMayDiffer(plan, source, { from: first, to: second });
      if (places === undefined) continue;
      const { participants } = source.columns;
      const moving = new Set(Array.from(places, (place) => referenceAt(participants, place)));
      const still = world.facts.filter(({ participant = '' }) => !moving.has(participant));
      const before = toldOf(plan, still, from);
      expect([seed, toldOf(plan, still, to)]).toEqual([seed, before]);
      seen.moving += moving.size;
      seen.still += participants.rows - moving.size;
      seen.lines += before.lines.length;
      seen.achieved += before.statuses.achieved;
      seen.open += before.statuses.notYetDue;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  test('of those who are chosen the same is known as of all', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { facts } = worldOf(`chosen/${seed}`);
      const source = factsInColumns(facts);
      const all = Array.from({ length: source.participantCount }, (_, place) => place);
      const places = Int32Array.from(all.filter((place) => (place + seed) % 3 > 0));
      const chosen = chosenPeople(source, places);
      const told = Array.from(places, (_, at) => chosen.participantAt(at));
      expect(told).toEqual(Array.from(places, (place) => source.participantAt(place)));
      expect(chosen.others).toEqual(source.others);
    }
  });
});

describe('what tells facts from others', () => {
  const kinds = new Set(worldOf('digest/1').facts.map(({ kind }) => kind));
  const { facts } = worldOf('digest/1');
  const knownBy = 30_000;
  const told = (those: readonly Fact[], by = knownBy) =>
    factsDigest(factsInColumns(those), { kinds, knownBy: by });

  test('is the same in whatever order they come, and not of what is known later', () => {
    expect(told(facts.toReversed())).toBe(told(facts));
    const day = facts[Math.floor(facts.length / 2)]?.known ?? 0;
    expect(told(facts.filter(({ known }) => known <= day))).toBe(told(facts, day));
  });

  test('is another where one fact says anything else', () => {
    const others = facts.flatMap((fact, at) => {
      const changed: readonly Fact[] = [
        { ...fact, id: `${fact.id}0` },
        { ...fact, known: fact.known + 1 },
        { ...fact, state: fact.state === 'verified' ? 'rejected' : 'verified' },
        { ...fact, participant: 'nobody' },
        { ...fact, source: 'elsewhere' },
        { ...fact, ...(fact.day === undefined ? { to: 20_001 } : { day: fact.day + 1 }) },
      ];
      return at % 7 === 0 ? changed.map((each) => facts.with(at, each)) : [];
    });
    const digests = others.map((those) => told(those));
    expect(digests).not.toContain(told(facts));
    expect(new Set(digests).size).toBe(digests.length);
    expect(told(facts.slice(1))).not.toBe(told(facts));
  });
});
