import { owed } from '../../src/settlement/index.ts';
import type { OracleLine } from '../oracle/line.ts';
import { isLate } from './random-facts.ts';
import { kinds } from './random-plan.ts';
import { linesOf } from './told.ts';
import type { World } from './world.ts';

/** How many worlds met each thing that settlement must take in its stride. */
export type Tally = Map<string, number>;

export function countWorld(tally: Tally, world: World, lines: readonly OracleLine[]): void {
  const met = new Set(thingsMet(world, lines));
  for (const each of met) tally.set(each, (tally.get(each) ?? 0) + 1);
}

function thingsMet(world: World, lines: readonly OracleLine[]): string[] {
  const { facts, asAt } = world;
  const known = facts.filter((fact) => fact.known <= asAt.knownBy);
  const met = (name: string, isMet: boolean) => (isMet ? [name] : []);
  const providersOf = (participant: string | null) =>
    new Set(lines.filter((each) => each.participant === participant).map((each) => each.provider));
  const isPause = (kind: string) => (kinds.pauses as readonly string[]).includes(kind);
  return [
    ...met('a line', lines.length > 0),
    ...met('a late fact', known.some(isLate)),
    ...met('a late fact that changed money', changes(world, isLate)),
    ...met(
      'a correction',
      known.some(({ replaces, kind }) => replaces !== undefined && kind !== 'withdrawn'),
    ),
    ...met(
      'a withdrawal',
      known.some(({ kind }) => kind === 'withdrawn'),
    ),
    ...met(
      'a pause that changed money',
      changes(world, ({ kind }) => isPause(kind)),
    ),
    ...met(
      'a change of provider',
      lines.some((each) => providersOf(each.participant).size > 1),
    ),
    ...met(
      'a change of version',
      lines.some(({ version }) => version > 1),
    ),
    ...lines.flatMap(({ notPaid }) => notPaid.map(({ reason }) => `not paid: ${reason}`)),
  ];
}

type FactTest = (fact: World['facts'][number]) => boolean;

/** Whether the lines would be others without these facts (and what replaces them). */
function changes({ plan, facts, asAt }: World, isOne: FactTest): boolean {
  const out = new Set(facts.filter(isOne).map(({ id }) => id));
  if (out.size === 0) return false;
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, replaces } of facts) {
      if (replaces === undefined || !out.has(replaces) || out.has(id)) continue;
      out.add(id);
      grown = true;
    }
  }
  const rest = facts.filter(({ id }) => !out.has(id));
  const money = (some: typeof facts) =>
    linesOf(owed(plan, some, asAt))
      .map(({ identity, amount }) => `${identity} ${amount}`)
      .join();
  return money(facts) !== money(rest);
}

export function tallyText(tally: Tally, worlds: number): string {
  const rows = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([name]) => name.length));
  return [`${worlds} worlds, of which so many met`]
    .concat(rows.map(([name, count]) => `  ${name.padEnd(width)} ${String(count).padStart(6)}`))
    .join('\n');
}
