import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fact, FactState } from '../../src/facts/index.ts';
import { type AsAt, daysOf, factsOn, type Stretch } from './standing-facts.ts';
import { type GroupTerms, type Outcome, terms } from './terms.ts';

/** An outcome that was achieved, the how-manieth, and its day. */
export type Achieved = Readonly<{ outcome: Outcome; number: number; day: DayNumber }>;

/** What of a participant is looked at, as it was known on a day and read in these states. */
export type Seen = Readonly<{ stretches: readonly Stretch[]; asAt: AsAt; day: DayNumber }>;

export const verified: readonly FactState[] = ['verified'];
export const verifiedOrWaiting: readonly FactState[] = ['verified', 'waiting'];

/**
 * Step 2, of the one attachment that a participant has here and never leaves; "attachments ... count
 * only verified", and none "outside the programme's days".
 */
export function attachmentOn({ stretches, asAt, day }: Seen): Fact | undefined {
  const wanted = { kind: 'attached', states: verified, trueBy: asAt.trueBy };
  return factsOn(day, stretches, wanted).find((fact) => {
    const attachedOn = fact.day as DayNumber;
    return attachedOn >= terms.startsOn && attachedOn <= terms.endsOn;
  });
}

/** All that was achieved as known on a day. */
export function achievedOn(seen: Seen, states: readonly FactState[]): readonly Achieved[] {
  const attachment = attachmentOn(seen);
  if (attachment === undefined) return [];
  const { stretches, asAt, day } = seen;
  const group = terms.groups.get(attachment.group ?? '') as GroupTerms;
  const attachedOn = attachment.day as DayNumber;
  const wanted = { kind: 'in work', states, trueBy: asAt.trueBy };
  const inWork = daysOf(factsOn(day, stretches, wanted), asAt.trueBy);
  const achieved: Achieved[] = [{ outcome: 'Attached', number: 1, day: attachedOn }];
  const jobOn = dayOfJob(inWork, attachedOn, group);
  if (jobOn === undefined) return achieved;
  achieved.push({ outcome: 'Job', number: 1, day: jobOn });
  daysOfStaying(inWork, jobOn, group).forEach((stayedOn, index) => {
    achieved.push({ outcome: 'Staying', number: index + 1, day: stayedOn });
  });
  return achieved;
}

/**
 * "lasts, in total: on the day that completes" the length. "The anchor's day is the first day of
 * 'within N'." Per attachment counts "from its day".
 */
function dayOfJob(
  inWork: ReadonlySet<DayNumber>,
  attachedOn: DayNumber,
  { timeInWork }: GroupTerms,
): DayNumber | undefined {
  let count = 0;
  for (let day = attachedOn; day < attachedOn + terms.windowDays; day += 1) {
    if (inWork.has(day)) count += 1;
    if (count === timeInWork) return day;
  }
  return undefined;
}

/**
 * "lasts, in one go: on the last day of the length. ... The next repeat begins on the next day that
 * counts." "'after' begins on the next" day after that of Job.
 */
function daysOfStaying(
  inWork: ReadonlySet<DayNumber>,
  jobOn: DayNumber,
  { stays }: GroupTerms,
): readonly DayNumber[] {
  const found: DayNumber[] = [];
  const last = lastOf(inWork);
  let run = 0;
  for (let day = jobOn + 1; day <= last && found.length < stays; day += 1) {
    run = inWork.has(day) ? run + 1 : 0;
    if (run < terms.stayDays) continue;
    found.push(day);
    run = 0;
  }
  return found;
}

function lastOf(days: ReadonlySet<DayNumber>): DayNumber {
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) if (day > last) last = day;
  return last;
}
