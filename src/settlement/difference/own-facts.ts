import { dayNumber } from '../../calendar/index.ts';
import { compareTexts, type FactSource } from '../../facts/index.ts';
import { kindsBehind, orderOfWork } from '../achieve/order-of-work.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettlementResult } from '../result.ts';
import { countedFactsFinder } from './facts-counted.ts';
import { factsInTurn } from './facts-in-turn.ts';
import { factsOfOthersFinder } from './facts-of-others.ts';
import { chainFinder } from './line-chains.ts';
import { type MovedFact, movedFacts } from './moved-facts.ts';
import { isUnpaidOtherwise, type MovedLine } from './moved-lines.ts';

type Between = Readonly<{
  now: SettlementResult;
  previous: SettlementResult;
  plan: Plan;
  source: FactSource;
  moved: readonly MovedLine[];
}>;

/** The ids of the facts that moved a line, and whether they did for sure. */
export type OwnFacts = Readonly<{ facts: readonly string[]; isSure: boolean }>;

/**
 * The facts of a line's own that moved: those on which it rests or rested, and those of others that
 * it goes by; where none of these did, its participant's, of kinds on which its outcome can rest.
 */
export function ownFactsFinder(between: Between): (line: MovedLine) => OwnFacts {
  const { now, previous, plan, source } = between;
  const moved = movedFacts(source, { from: daysOf(previous), to: daysOf(now) });
  const ofOthers = factsOfOthersFinder(plan, moved);
  const counted = countedFactsFinder(plan, source, moved);
  const ofEach = groupedByParticipant(moved);
  const resting = restingFinder(between, moved);
  const acting = actingFinder(plan, ofEach);
  const bound = moved.filter(({ kind }) => kind === 'bound');
  // Under another version a line may be there that was not, or the other way about.
  const signed = ({ line, was, now: is }: MovedLine) =>
    was && is ? [] : bound.filter(({ provider }) => provider === line.provider);
  const find = (line: MovedLine): OwnFacts => {
    const others = [...ofOthers(line), ...counted(line)];
    const able = acting(line);
    if (others.length === 0 && able.length > 0 && isOnlyOne(ofEach, line)) {
      return { facts: idsOf(able), isSure: false };
    }
    const own = [...resting(line), ...others];
    const first = [own, able, signed(line)].find(({ length }) => length > 0);
    return { facts: idsOf(first ?? []), isSure: others.length > 0 };
  };
  const found = new Map<MovedLine, OwnFacts>();
  for (const line of byTheirParticipants(between.moved)) found.set(line, find(line));
  return (line) => found.get(line) ?? find(line);
}

type ByParticipant = ReadonlyMap<string | undefined, readonly MovedFact[]>;

/**
 * Whether one fact alone has moved of those on which a line can rest: then it need not be worked
 * out on which of them the line does.
 */
function isOnlyOne(ofEach: ByParticipant, { line: { participant } }: MovedLine): boolean {
  if (participant === undefined || ofEach.has(undefined)) return false;
  const [first, ...rest] = ofEach.get(participant) ?? [];
  return first !== undefined && rest.every(({ id }) => id === first.id);
}

/** What one participant achieved is worked out once for all its lines, and then forgotten. */
function byTheirParticipants(moved: readonly MovedLine[]): readonly MovedLine[] {
  const whose = ({ line }: MovedLine) => line.participant ?? '';
  return [...moved].sort((one, other) => compareTexts(whose(one), whose(other)));
}

type FactFinder = (line: MovedLine) => readonly MovedFact[];

/** Those on which a line rests or rested; of one that is nobody's, what its identity names. */
function restingFinder(
  { now, previous, plan, source }: Between,
  moved: readonly MovedFact[],
): FactFinder {
  const byChain = new Map(moved.map((each) => [each.chain, each] as const));
  const whose = { factsOf: factsInTurn(source), others: source.others };
  const before = chainFinder(plan, whose, daysOf(previous));
  const after = chainFinder(plan, whose, daysOf(now));
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
function actingFinder(plan: Plan, ofEach: ByParticipant): FactFinder {
  const behind = kindsBehind(plan, orderOfWork(plan));
  return (each) => {
    if (isUnpaidOtherwise(each, ['gate', 'count'])) return [];
    const { participant, outcome } = each.line;
    const own = participant === undefined ? [] : (ofEach.get(participant) ?? []);
    const canAct = (kind: string | undefined) =>
      kind !== undefined && behind.get(outcome)?.has(kind) === true;
    return own.filter(({ kind, kindBefore }) => canAct(kind) || canAct(kindBefore));
  };
}

function daysOf({ asAt, knownAt }: SettlementResult) {
  return { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
}

function idsOf(facts: readonly MovedFact[]): readonly string[] {
  return [...new Set(facts.map(({ id }) => id))];
}

function groupedByParticipant(moved: readonly MovedFact[]): ByParticipant {
  const groups = new Map<string | undefined, MovedFact[]>();
  for (const each of moved) {
    const known = groups.get(each.participant);
    if (known) known.push(each);
    else groups.set(each.participant, [each]);
  }
  return groups;
}
