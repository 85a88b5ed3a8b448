// What tells facts from others: the same of the same facts in any order, and of no others.
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { factsInColumns } from '../../../test/support/facts-in-columns.ts';
import { worldOf } from '../../../test/worlds/world.ts';
import { chance } from '../../chance/index.ts';
import { cutShard, type Fact, shardPools, shardSource } from '../../facts/index.ts';
import { digestOfSums, digestSums, factsDigest } from './facts-digest.ts';

function digestOf(facts: readonly Fact[], knownBy = 100_000): string {
  const kinds = new Set(facts.map(({ kind }) => kind));
  return factsDigest(factsInColumns(facts), { kinds, knownBy });
}

/** One fact is otherwise in one respect. */
const otherwise: readonly ((fact: Fact) => Fact)[] = [
  (fact) => ({ ...fact, known: fact.known + 1 }),
  (fact) => ({ ...fact, id: `${fact.id}1` }),
  (fact) => ({ ...fact, id: fact.id.replace(/\d$/, (digit) => `${(Number(digit) + 1) % 10}`) }),
  (fact) => ({ ...fact, state: fact.state === 'verified' ? 'claimed' : 'verified' }),
  (fact) => (fact.from === undefined ? { ...fact, provider: 'Other' } : { ...fact, to: 90_000 }),
  (fact) => ({ ...fact, participant: `${fact.participant ?? ''}9` }),
];

test('in random worlds it is of the facts, and not of their order', () => {
  const seen = { same: 0, other: 0 };
  for (let seed = 1; seed <= 40; seed += 1) {
    const { facts } = worldOf(`digest/${seed}`);
    if (facts.length < 3) continue;
    const random = chance(`digest order/${seed}`);
    const digest = digestOf(facts);
    const turned = [...facts.slice(facts.length / 2), ...facts.slice(0, facts.length / 2)];
    expect([seed, digestOf(turned)]).toEqual([seed, digest]);
    seen.same += 1;
    const place = random.whole(0, facts.length - 1);
    const own = facts[place] as Fact;
    for (const change of otherwise) {
      const changed = change(own);
      if (isDeepStrictEqual(changed, own)) continue;
      // What others replace keeps its name, or they would replace nothing.
      if (changed.id !== own.id && facts.some(({ replaces }) => replaces === own.id)) continue;
      expect([seed, digestOf(facts.with(place, changed)) === digest]).toEqual([seed, false]);
      seen.other += 1;
    }
    expect(digestOf(facts.toSpliced(place, 1)) === digest).toBe(false);
  }
  expect(seen.same).toBeGreaterThan(20);
  expect(seen.other).toBeGreaterThan(100);
});

test('what became known later, and kinds that nobody reads, are none of it', () => {
  const { facts } = worldOf('digest later/3');
  const [known] = facts.map((fact) => fact.known).sort((one, other) => one - other);
  const day = (known ?? 0) + 30;
  const then = facts.filter((fact) => fact.known <= day);
  expect(then.length).toBeLessThan(facts.length);
  const [all, early] = [factsInColumns(facts), factsInColumns(then)];
  const kinds = new Set(facts.map(({ kind }) => kind));
  const of = { kinds, knownBy: day };
  expect(factsDigest(all, of)).toBe(factsDigest(early, of));
  const read = new Set([...kinds].slice(1));
  const ofRead = factsInColumns(then.filter(({ kind }) => read.has(kind)));
  const some = { kinds: read, knownBy: day };
  expect(factsDigest(early, some)).toBe(factsDigest(ofRead, some));
});

test('facts that are added up in shards come to what all come to', () => {
  const seen = { shards: 0, ofNobody: 0 };
  for (let seed = 1; seed <= 40; seed += 1) {
    const { facts } = worldOf(`digest shards/${seed}`);
    const source = factsInColumns(facts);
    const { participantCount: count, others } = source;
    const of = { kinds: new Set(facts.map(({ kind }) => kind)), knownBy: 100_000 };
    const ends = [0, Math.ceil(count / 3), Math.ceil(count / 2), count];
    const parts = ends.slice(1).map((to, at) => {
      const shard = cutShard(source, { from: ends[at] as number, to });
      return digestSums(shardSource(shard, shardPools(source)), of);
    });
    const whole = digestOfSums([...parts, digestSums(source, of, true)]);
    expect([seed, whole]).toEqual([seed, factsDigest(source, of)]);
    seen.shards += parts.filter((part) => part.count > 0).length;
    seen.ofNobody += others.length;
  }
  expect(seen.shards).toBeGreaterThan(60);
  expect(seen.ofNobody).toBeGreaterThan(20);
});
