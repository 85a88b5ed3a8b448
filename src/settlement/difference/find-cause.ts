import type { FactSource } from '../../facts/index.ts';
import { standAlone } from '../due/stand-apart.ts';
import type { Plan } from '../plan/plan.ts';
import type { ResultLine, SettlementResult } from '../result.ts';
import type { Cause } from './change.ts';
import {
  isSameMoney,
  isTurnedDown,
  linesByName,
  type MovedLine,
  type SeenLine,
} from './moved-lines.ts';
import { movers } from './movers.ts';
import { ownFactsFinder } from './own-facts.ts';

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
  source: FactSource;
  moved: readonly MovedLine[];
}>;

/** Says of any line that moved between two settlements what moved it. */
export function causeFinder(between: Between): (line: MovedLine) => Cause {
  const { now, previous, moved } = between;
  const anew = between.anew && linesByName(between.anew);
  const own = ownFactsFinder(between);
  const isClosing = closings(previous);
  const factsOf = (line: MovedLine) => own(line).facts;
  const others = movers(moved.filter(movesByItself), factsOf, standAlone(between.plan));
  const day: Cause = { is: 'day', asAt: now.asAt, knownAt: now.knownAt };
  return (line) => {
    if (anew && isOtherwise(line.was, anew.get(line.name))) return otherRules(previous, now);
    const { facts, isSure } = own(line);
    if (isSure || (facts.length > 0 && !isMovedByOthers(line))) return { is: 'facts', facts };
    const mover = isOwnDoing(line, isClosing) ? undefined : others(line);
    if (mover) return { is: 'line', line: mover.name, facts: own(mover).facts };
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

/**
 * A line that is new, or waited for its own verification or for a number: no other line made it.
 * What works off an advance, what rounding a total adds, and a sum that moves after its period
 * closed, others make.
 */
function isOwnDoing({ was, line }: MovedLine, isClosing: (line: ResultLine) => boolean): boolean {
  if (was) return was.notPaid.some(({ reason }) => reason === 'not_verified' || reason === 'gate');
  if (line.participant !== undefined) return true;
  const { number } = line;
  return !String(number).startsWith('worked off') && number !== 'rounding' && isClosing(line);
}

/** Whether the period of a line that is nobody's had not closed at the settlement before. */
function closings({ asAt, forecast = [] }: SettlementResult): (line: ResultLine) => boolean {
  const open = new Set(forecast.map(({ line }) => line));
  return ({ line, day }) => day > asAt || open.has(line);
}

/** Whether it may have moved others: by itself, and not while nothing of it counts for anyone. */
function movesByItself(line: MovedLine): boolean {
  const { was, now } = line;
  const isCounted = [was, now].some((seen) => seen && !isTurnedDown(seen));
  return isCounted && !isMovedByOthers(line);
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
