import { round } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { outcomesOf } from '../achieve/order-of-work.ts';
import { type LeastOver, leastOver } from '../due/least-over.ts';
import { areRepeats, type EarnedLine, worthOf } from '../pay/earned-line.ts';
import { always, never } from '../plan/open-days.ts';
import type { OutcomePlan, Plan, VersionPlan } from '../plan/plan.ts';
import type { SettledParticipant } from '../settle-participant.ts';
import { addEarned, type LineColumns } from './line-columns.ts';

/** Lines of one participant; says whether they were taken. */
export type TakeAsEarned = (
  settled: Pick<SettledParticipant, 'participant' | 'lines' | 'late'>,
) => boolean;

/**
 * Takes the lines of participants of which nothing is out of the ordinary: each is paid whole on
 * the day by which there was enough for it, or waits whole; one stands after the other, and all are
 * within every limit. Steps 6 to 10 leave them as they were earned, so that nothing has to be made
 * of them but their rows.
 */
export function rowsAsEarned(plan: Plan, columns: LineColumns): TakeAsEarned {
  if (columns.keepsAll || !mayBeAsEarned(plan)) return noneAsEarned;
  const least = leastOver();
  return ({ participant, lines, late }) => {
    if (late !== undefined || !areAsEarned(lines) || !fitWithin(lines, least)) return false;
    assert(areApart(lines), 'no two lines have one identity');
    addEarned(columns, participant, lines);
    return true;
  };
}

/** Takes none, where all lines are to be looked at together. */
export const noneAsEarned: TakeAsEarned = () => false;

/** Whether no line leaves room to another, or is refused for what the page says of all. */
export function mayBeAsEarned(plan: Plan): boolean {
  return plan.versions.every(isPlain) && outcomesOf(plan).every(isForItself);
}

function isPlain({ routes, roundingOf, whole }: VersionPlan): boolean {
  if (routes.length > 0 || roundingOf !== 'line') return false;
  return Object.keys(whole?.ending ?? {}).length === 0;
}

function isForItself({ takesThePlaceOf, knownWithin, condition, price }: OutcomePlan): boolean {
  const isWhole = knownWithin === undefined && condition.is !== 'each day';
  return isWhole && takesThePlaceOf.length === 0 && price.shares.length === 0;
}

/** Whether none is another's, and each stands in line after the one before it; what waits last. */
function areAsEarned(lines: readonly EarnedLine[]): boolean {
  let [before, dayBefore] = [always, always];
  for (const { earned, enoughOn } of lines) {
    const payableOn = enoughOn ?? never;
    const { day } = earned.achievement;
    const isAfter = payableOn > before || (payableOn === before && day > dayBefore);
    if (earned.isOthers || !isAfter) return false;
    before = payableOn;
    dayBefore = day;
  }
  return true;
}

/** Whether all that they come to is within each limit over them, and nothing is taken. */
function fitWithin(lines: readonly EarnedLine[], least: LeastOver): boolean {
  let all = 0n;
  let gross = 0n;
  let tightest: bigint | undefined;
  let before: EarnedLine | undefined;
  for (const line of lines) {
    if (before === undefined || !areRepeats(line, before)) {
      const { group, placed, version } = line.earned;
      gross = round(worthOf(line.earned, line.priced), version.rounding);
      if (gross < 0n) return false;
      const most = least(group, placed.outcome.name);
      if (most !== undefined && (tightest === undefined || most < tightest)) tightest = most;
    }
    all += gross;
    before = line;
  }
  return tightest === undefined || all <= tightest;
}

/** Repeats with rising numbers are apart: each is held only against what came before them. */
function areApart(lines: readonly EarnedLine[]): boolean {
  let repeatsFrom = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const { earned: own } = lines[at] as EarnedLine;
    const { earned: last } = lines[at - 1] as EarnedLine;
    if (own.placed !== last.placed || own.number <= last.number) repeatsFrom = at;
    for (let before = 0; before < repeatsFrom; before += 1) {
      const { earned: other } = lines[before] as EarnedLine;
      const isAlike =
        own.number === other.number && own.placed.outcome.clause === other.placed.outcome.clause;
      if (isAlike && own.attachment.id === other.attachment.id) return false;
    }
  }
  return true;
}
