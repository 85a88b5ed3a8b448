import { type Day, dayNumber, dayOf } from '../../../src/calendar/index.ts';
import { byParticipant, type Fact, factsAsOwn } from '../../../src/facts/index.ts';
import { fraction, parsePercent } from '../../../src/money/index.ts';
import { assert } from '../../../src/problem/index.ts';
import type { AsAt } from '../../../src/settlement/as-at.ts';
import { payableOfDue } from '../../../src/settlement/due/due.ts';
import { type Measured, measurer } from '../../../src/settlement/measure/index.ts';
import { providersOf } from '../../../src/settlement/other/providers.ts';
import { pricer } from '../../../src/settlement/pay/price.ts';
import type {
  Against,
  CohortPlan,
  MeasurePayment,
  MeasurePays,
  MeasurePlan,
} from '../../../src/settlement/plan/measure-plan.ts';
import type { Plan } from '../../../src/settlement/plan/plan.ts';
import { settleParticipant } from '../../../src/settlement/settle-participant.ts';
import type { Comer } from '../../../src/settlement/whose/crowd.ts';
import { workOn } from '../../../src/settlement/work.ts';
import { happened } from './facts.ts';

/** "9%", for a plan. */
export function percent(text: string) {
  const share = parsePercent(text);
  assert(share, 'a percentage is written as 9%');
  return share;
}

/** Those of the first year, known by its first day, taken on its last unless another is given. */
export function aCohort(first: Day, last: Day, takenOn: Day = last): CohortPlan {
  return {
    name: first,
    first: dayNumber(first),
    last: dayNumber(last),
    takenOn: dayNumber(takenOn),
  };
}

/** The first year of Northshire's contract. */
export const firstYear: CohortPlan = aCohort('2027-04-01', '2028-03-31');

/** The share of those attached in the first year who achieve Settled, for the programme. */
export function aMeasure(words: Partial<MeasurePlan> = {}): MeasurePlan {
  const { name = 'Settling' } = words;
  return {
    name,
    clause: `Measures/${name}`,
    order: 1000,
    wording: 'as the page says',
    core: { is: 'share', outcomes: ['Settled'] },
    of: 'attached',
    cohorts: [firstYear],
    per: 'programme',
    unknown: 'not',
    ...words,
  };
}

/** What a measure pays, to the only provider. */
export function itPays(pays: MeasurePays, words: Partial<MeasurePayment> = {}): MeasurePayment {
  const { measure = 'Settling' } = words;
  const clause = `Measures/${measure}`;
  return { measure, clause, order: 1100, pays, to: { is: 'own' }, ...words };
}

/** How far below a number, as a share of it. */
export function below(number: number, relative = true): Against {
  return { how: 'fall below', value: { is: 'number', number: fraction(number) }, relative };
}

/** So many people attached on a day, called by their number, and what happened to each. */
export function people(
  count: number,
  day: Day,
  words: Readonly<{ prefix?: string; provider?: string; with?: readonly string[] }> = {},
): readonly Fact[] {
  const { prefix = 'P', provider = 'Bright Futures', with: has = [] } = words;
  return Array.from({ length: count }, (_, at) => {
    const participant = `${prefix}${String(at + 1).padStart(3, '0')}`;
    const own = { id: `A ${participant}`, participant, provider, group: 'leaving', with: has };
    return happened('attached', day, own);
  });
}

/** The same thing happened to the first so many people. */
export function toTheFirst(
  count: number,
  [kind, day]: readonly [string, Day],
  { prefix = 'P', ...rest }: Partial<Fact> & Readonly<{ prefix?: string }> = {},
): readonly Fact[] {
  return Array.from({ length: count }, (_, at) => {
    const participant = `${prefix}${String(at + 1).padStart(3, '0')}`;
    const fact = happened(kind, day, { id: `${kind} ${participant} ${day}`, participant });
    return { ...fact, ...rest };
  });
}

/** Every participant counted, and the numbers closed. */
export function measuredBy(plan: Plan, facts: readonly Fact[], asAt: AsAt): Measured {
  const { participants, others } = byParticipant(facts);
  const work = workOn(plan, asAt, { others, unread: [] });
  const price = pricer(work);
  const counting = measurer(work, others);
  const attached: Comer[] = [];
  const referred: Comer[] = [];
  for (const { participant, facts: own } of participants) {
    const settled = settleParticipant({ work, price }, factsAsOwn(participant, own));
    counting.add(settled);
    const came = settled.crowd();
    attached.push(...came.attached);
    referred.push(...came.referred);
  }
  const crowd = { attached, referred };
  return counting.close(providersOf(others, crowd, work), crowd);
}

/** Each line in few words: what, of which cohort, for whom, when it is payable and how much. */
export function duesShown({ dues }: Measured): readonly string[] {
  return dues.map((due) => {
    const [, cohort = ''] = due.line.split('|');
    const when = due.payableOn === undefined ? 'waits' : dayOf(due.payableOn);
    const amount = Number(payableOfDue(due)) / 100;
    return `${due.outcome} ${cohort} to ${due.provider}, ${when}: ${amount}`;
  });
}
