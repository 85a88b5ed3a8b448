import type { DayNumber } from '../../src/calendar/index.ts';
import { fraction, multiply, round } from '../../src/money/index.ts';
import type { GatePlan } from '../../src/settlement/plan/measure-plan.ts';
import type { CountLimitPlan } from '../../src/settlement/plan/money-plan.ts';
import type { Ground } from './crowd.ts';
import { isFirstOf, type Work, wholePennies } from './line.ts';
import { passedOn } from './measure-lines.ts';
import { type Taken, takenOf } from './measures.ts';
import type { Step } from './payable.ts';
import { asSignedBy, namesIn, said } from './versions.ts';
import { compareWorks } from './working.ts';

/** Step 4: a line waits for the measures that it is paid only with. */
export function holdByGates(ground: Ground): void {
  const found = ground.works.flatMap((work) => {
    const waits = work.refused === undefined || work.refused === 'not_verified';
    if (!waits || !isFirstOf(work)) return [];
    const { outcome, version } = work.achievement;
    const gates = said(version, 'gates').filter((each) => each.outcomes.includes(outcome.name));
    return gates.map((gate) => ({ work, day: passesOn(ground, gate, work) }));
  });
  // Only then, so that what a gate holds still counts in the number that another asks for.
  for (const { work, day } of found) {
    if (day === undefined) refuseAll(work, 'gate');
    else holdUntil(work, day);
  }
}

function passesOn(all: Ground, gate: GatePlan, work: Work): DayNumber | undefined {
  const { attachment } = work.achievement;
  const plan = asSignedBy(all.plan, attachment.provider);
  const ground = { ...all, plan };
  const somebody = ground.people.find(({ participant }) => participant === work.participant);
  const referral = somebody?.referred.find(({ id }) => id === attachment.referral);
  const taken = takenOf(ground).find(({ measure, cohort }: Taken) => {
    const day = measure.of === 'attached' ? attachment.day : (referral?.day ?? attachment.day);
    return measure.name === gate.measure && cohort.first <= day && day <= cohort.last;
  });
  return taken && passedOn(ground, gate, { taken, provider: attachment.provider });
}

function refuseAll({ mates }: Work, reason: 'gate' | 'count'): void {
  for (const mate of mates) mate.refused = reason;
}

function holdUntil({ mates }: Work, day: DayNumber): void {
  for (const mate of mates) mate.heldUntil = Math.max(mate.heldUntil, day);
}

/**
 * Step 5: of some outcomes no more are paid than a share, rounded down, of the people so far. The
 * lines wait in line by the day on which the first of each was earned, none before the one before
 * it, until there are people enough for each.
 */
export function holdByCounts(ground: Ground): void {
  const queues = new Map<string, { count: number; last: DayNumber }>();
  const waiting = ground.works.filter((work) => work.refused === undefined && isFirstOf(work));
  // In the place that the first of each had when it was earned.
  waiting.sort((a, b) => earnedFrom(a) - earnedFrom(b) || compareWorks(a, b));
  for (const work of waiting) {
    const { outcome, version, attachment } = work.achievement;
    const counts = said(version, 'counts').filter((each) => each.outcomes.includes(outcome.name));
    if (counts.length === 0) continue;
    const waits = counts.map((limit) => {
      const provider = limit.per === 'provider' ? attachment.provider : undefined;
      const key = [limit.clause, limit.of, limit.per, provider, namesIn(limit.outcomes)].join('|');
      const { count, last } = queues.get(key) ?? { count: 0, last: 0 };
      return {
        key,
        count: count + 1,
        last,
        opens: opensOn({ ground, limit, provider }, count + 1),
      };
    });
    const days = waits.map(({ opens, last }) =>
      opens === undefined ? opens : Math.max(opens, last),
    );
    if (days.includes(undefined)) {
      refuseAll(work, 'count');
      continue;
    }
    const last = Math.max(...(days as DayNumber[]));
    holdUntil(work, last);
    for (const { key, count } of waits) queues.set(key, { count, last });
  }
}

/** The day on which the first of it was earned, and its gates had passed. */
function earnedFrom({ steps, heldUntil }: Work): DayNumber {
  return Math.max((steps[0] as Step).payableOn, heldUntil);
}

type Counted = Readonly<{ ground: Ground; limit: CountLimitPlan; provider: string | undefined }>;

/** The first day by which there were people enough for so many lines. */
function opensOn({ ground, limit, provider }: Counted, wanted: number): DayNumber | undefined {
  const days = ground.people
    .flatMap((each) => each[limit.of])
    .filter((comer) => provider === undefined || comer.provider === provider)
    .map(({ day, knownOn }) => Math.max(day, knownOn))
    .sort((a, b) => a - b);
  for (const [index, day] of days.entries()) {
    if (day > ground.today.knownBy) return undefined;
    const allowed = round(multiply(limit.share, fraction(index + 1)), wholePennies);
    if (allowed >= BigInt(wanted)) return day;
  }
  return undefined;
}
