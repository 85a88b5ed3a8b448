import { dayNumber } from '../../calendar/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
import { kindsBehind, orderOfWork } from '../achieve/order-of-work.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettlementResult } from '../result.ts';
import { chainFinder } from './line-chains.ts';
import { type MovedFact, movedFacts } from './moved-facts.ts';
import type { MovedLine } from './moved-lines.ts';

type Between = Readonly<{
  now: SettlementResult;
  previous: SettlementResult;
  plan: Plan;
  facts: readonly Fact[];
}>;

/**
 * The ids of the facts of a line's own that moved: of those on which it rests or rested; where none
 * of these did, of its participant (of kinds on which its outcome can rest), or of its provider.
 */
export function ownFactsFinder(between: Between): (line: MovedLine) => readonly string[] {
  const { now, previous, plan, facts } = between;
  const moved = movedFacts(facts, { from: daysOf(previous), to: daysOf(now) });
  const byChain = new Map(moved.map((each) => [each.chain, each] as const));
  const byWhom = groupedBy(moved, whose);
  const behind = kindsBehind(plan, orderOfWork(plan));
  const parts = byParticipant(facts);
  const before = chainFinder(plan, parts, daysOf(previous));
  const after = chainFinder(plan, parts, daysOf(now));
  return (line) => {
    const seen = (line.now ?? line.was)?.line;
    if (seen === undefined) return [];
    const { participant, provider, outcome } = seen;
    if (participant === undefined) {
      const about = [...(byWhom.get(`provider ${provider}`) ?? []), ...(byWhom.get('all') ?? [])];
      const acting = about.filter(({ kind }) => kind === outcome || membership.has(kind));
      return idsOf([...line.name.split('|').flatMap((part) => byChain.get(part) ?? []), ...acting]);
    }
    const about = byWhom.get(`participant ${participant}`) ?? [];
    if (about.length === 0) return [];
    const chains = [
      ...(line.was ? before(line.was.line) : []),
      ...(line.now ? after(line.now.line) : []),
    ];
    const resting = chains.flatMap((chain) => byChain.get(chain) ?? []);
    if (resting.length > 0) return idsOf(resting);
    return idsOf(about.filter(({ kind }) => behind.get(outcome)?.has(kind) ?? true));
  };
}

function daysOf({ asAt, knownAt }: SettlementResult) {
  return { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
}

function idsOf(facts: readonly MovedFact[]): readonly string[] {
  return [...new Set(facts.map(({ id }) => id))];
}

function groupedBy<Each>(all: readonly Each[], keyOf: (each: Each) => string) {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const known = groups.get(keyOf(each));
    if (known) known.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

function whose({ participant, provider }: MovedFact): string {
  if (participant !== undefined) return `participant ${participant}`;
  return provider === undefined ? 'all' : `provider ${provider}`;
}

/** Kinds that say which providers there are. */
const membership: ReadonlySet<string> = new Set(['joined', 'left']);
