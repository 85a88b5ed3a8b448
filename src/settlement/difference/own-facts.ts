import { dayNumber } from '../../calendar/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
import { kindsBehind, orderOfWork } from '../achieve/order-of-work.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettlementResult } from '../result.ts';
import { countedFactsFinder } from './facts-counted.ts';
import { factsOfOthersFinder } from './facts-of-others.ts';
import { chainFinder } from './line-chains.ts';
import { type MovedFact, movedFacts } from './moved-facts.ts';
import { isUnpaidOtherwise, type MovedLine } from './moved-lines.ts';

type Between = Readonly<{
  now: SettlementResult;
  previous: SettlementResult;
  plan: Plan;
  facts: readonly Fact[];
}>;

/** The ids of the facts that moved a line, and whether they did for sure. */
export type OwnFacts = Readonly<{ facts: readonly string[]; isSure: boolean }>;

/**
 * The facts of a line's own that moved: those on which it rests or rested, and those of others that
 * it goes by; where none of these did, its participant's, of kinds on which its outcome can rest.
 */
export function ownFactsFinder(between: Between): (line: MovedLine) => OwnFacts {
  const { now, previous, plan, facts } = between;
  const moved = movedFacts(facts, { from: daysOf(previous), to: daysOf(now) });
  const ofOthers = factsOfOthersFinder(plan, moved);
  const counted = countedFactsFinder(plan, facts, moved);
  const resting = restingFinder(between, moved);
  const acting = actingFinder(plan, moved);
  const known = new Map<string, OwnFacts>();
  return (line) => {
    const before = known.get(line.name);
    if (before) return before;
    const others = [...ofOthers(line), ...counted(line)];
    const own = [...resting(line), ...others];
    const found = idsOf(own.length > 0 ? own : acting(line));
    const answer = { facts: found, isSure: others.length > 0 };
    known.set(line.name, answer);
    return answer;
  };
}

type FactFinder = (line: MovedLine) => readonly MovedFact[];

/** Those on which a line rests or rested; of one that is nobody's, what its identity names. */
function restingFinder(
  { now, previous, plan, facts }: Between,
  moved: readonly MovedFact[],
): FactFinder {
  const byChain = new Map(moved.map((each) => [each.chain, each] as const));
  const parts = byParticipant(facts);
  const before = chainFinder(plan, parts, daysOf(previous));
  const after = chainFinder(plan, parts, daysOf(now));
  const seen = new Set(moved.map(({ participant }) => participant));
  const hasRecords = moved.some(({ kind, participant }) => {
    return kind === 'complete' && participant === undefined;
  });
  return ({ name, line: { participant }, was, now: is }) => {
    const found = (chains: readonly string[]) => chains.flatMap((id) => byChain.get(id) ?? []);
    if (participant === undefined) return found(name.split('|'));
    if (!hasRecords && !seen.has(participant)) return [];
    return found([
      ...(was ? before(participant, name) : []),
      ...(is ? after(participant, name) : []),
    ]);
  };
}

/** Any that may have: not where a gate or a share of a count alone has moved it. */
function actingFinder(plan: Plan, moved: readonly MovedFact[]): FactFinder {
  const ofEach = groupedByParticipant(moved);
  const behind = kindsBehind(plan, orderOfWork(plan));
  return (each) => {
    if (isUnpaidOtherwise(each, ['gate', 'count'])) return [];
    const { participant, outcome } = each.line;
    const own = participant === undefined ? [] : (ofEach.get(participant) ?? []);
    return own.filter(({ kind }) => behind.get(outcome)?.has(kind) === true);
  };
}

function daysOf({ asAt, knownAt }: SettlementResult) {
  return { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
}

function idsOf(facts: readonly MovedFact[]): readonly string[] {
  return [...new Set(facts.map(({ id }) => id))];
}

function groupedByParticipant(
  moved: readonly MovedFact[],
): ReadonlyMap<string | undefined, readonly MovedFact[]> {
  const groups = new Map<string | undefined, MovedFact[]>();
  for (const each of moved) {
    const known = groups.get(each.participant);
    if (known) known.push(each);
    else groups.set(each.participant, [each]);
  }
  return groups;
}
