import { dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { kindsBehind, orderOfWork } from '../achieve/order-of-work.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettlementResult } from '../result.ts';
import type { Cause } from './change.ts';
import { type MovedFact, movedFacts } from './moved-facts.ts';
import { isSameMoney, linesByName, type MovedLine, type SeenLine } from './moved-lines.ts';
import { movers } from './movers.ts';

/** What two settlements and all between them are known by. */
export type Between = Readonly<{
  now: SettlementResult;
  previous: SettlementResult;
  /**
   * What this engine gives today for the days of the previous settlement, from the terms and facts
   * given now: where that is not what was settled, no day and no new fact is the reason.
   */
  anew?: SettlementResult;
  plan: Plan;
  facts: readonly Fact[];
  moved: readonly MovedLine[];
}>;

/** Says of any line that moved between two settlements what moved it. */
export function causeFinder(between: Between): (line: MovedLine) => Cause {
  const { now, previous, moved } = between;
  const anew = between.anew && linesByName(between.anew);
  const own = ownFactsFinder(between);
  const others = movers(moved, own);
  const day: Cause = { is: 'day', asAt: now.asAt, knownAt: now.knownAt };
  return (line) => {
    if (anew && isOtherwise(line.was, anew.get(line.name))) return otherRules(previous, now);
    const facts = own(line);
    if (facts.length > 0 && !isMovedByOthers(line)) return { is: 'facts', facts };
    const mover = isOwnDoing(line) ? undefined : others(line);
    if (mover) return { is: 'line', line: mover.name, facts: own(mover) };
    return facts.length > 0 ? { is: 'facts', facts } : day;
  };
}

function isOtherwise(was: SeenLine | undefined, anew: SeenLine | undefined): boolean {
  if (was && anew) return !isSameMoney(was.line, anew.line);
  const alone = was ?? anew;
  return alone !== undefined && /[1-9]/.test(alone.line.amount);
}

function otherRules(previous: SettlementResult, now: SettlementResult): Cause {
  const engine = { from: previous.engine, to: now.engine };
  const isEngine = engine.from !== engine.to;
  if (previous.contract !== now.contract) {
    const terms = { from: previous.contract, to: now.contract };
    return { is: 'version', ...terms, ...(isEngine ? { engine } : {}) };
  }
  return isEngine ? { is: 'engine', ...engine } : { is: 'facts given' };
}

/** A line that is new, or waited for its own verification: no other line made it. */
function isOwnDoing({ was }: MovedLine): boolean {
  return was === undefined || was.notPaid.some(({ reason }) => reason === 'not_verified');
}

/** What was achieved stands as it stood: then others have moved the money of the line. */
function isMovedByOthers({ was, now }: MovedLine): boolean {
  const [one, other] = [was?.line, now?.line];
  return (
    one !== undefined &&
    other !== undefined &&
    one.day === other.day &&
    one.payableOn === other.payableOn &&
    one.quantity === other.quantity &&
    one.group === other.group
  );
}

/** The ids of the facts of a line's own that moved: of its participant, or of its provider. */
function ownFactsFinder({ now, previous, plan, facts }: Between) {
  const days = ({ asAt, knownAt }: SettlementResult) => {
    return { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
  };
  const moved = movedFacts(facts, { from: days(previous), to: days(now) });
  const byChain = new Map(moved.map((each) => [each.chain, each] as const));
  const byWhom = groupedBy(moved, whose);
  const behind = kindsBehind(plan, orderOfWork(plan));
  return (line: MovedLine): readonly string[] => {
    const seen = (line.now ?? line.was)?.line;
    if (seen === undefined) return [];
    const named = line.name.split('|').flatMap((part) => byChain.get(part) ?? []);
    const { participant, provider, outcome } = seen;
    const about =
      participant === undefined
        ? [...(byWhom.get(`provider ${provider}`) ?? []), ...(byWhom.get('all') ?? [])]
        : (byWhom.get(`participant ${participant}`) ?? []);
    const kinds = behind.get(outcome);
    const acting = about.filter(({ kind }) => {
      if (participant !== undefined) return kinds === undefined || kinds.has(kind);
      return kind === outcome || membership.has(kind);
    });
    const found = participant !== undefined && kinds === undefined ? named : [...named, ...acting];
    return [...new Set(found.map(({ id }) => id))];
  };
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
