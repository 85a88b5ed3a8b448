import { one, zero } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { Line, NotPaid } from '../due/line.ts';
import { yearIn } from '../plan/year-in.ts';
import type { Comer, Crowd } from '../whose/crowd.ts';
import { onlyAttachment } from '../whose/only-attachment.ts';
import type { Work } from '../work.ts';
import { type Draft, lineName, type Reason } from './draft.ts';
import { worthOf } from './earned-line.ts';

/** A line that was settled, of a participant whose facts have been erased since. */
export type GivenLine = Readonly<{ line: Line; notPaid: readonly NotPaid[] }>;

/** What uses no place, band or room though it has a payable day, if nothing of it is paid. */
const refusals: ReadonlySet<Reason> = new Set(['other_provider', 'too_late', 'ended', 'route']);

/**
 * Lines of erased participants as they were settled. Nothing of them is worked out again: they keep
 * their amount, and their place, band and room among the lines of the others.
 */
export function givenDrafts(given: readonly GivenLine[], work: Work): readonly Draft[] {
  const known = new Map<string, Earned>();
  return given.map(({ line, notPaid }) => {
    const earned = earnedOnce(line, work, known);
    const { price, gross, payee, payableOn } = line;
    // Among bands, counts and pots it has its own day, whatever limit made it payable later.
    const enoughOn = line.earnedOn ?? payableOn;
    const year = yearIn(work.plan, line.day);
    const priced = { year, list: price, factors: [], additions: [], unit: price };
    const exact = worthOf(earned, priced);
    const refusal = findRefusal(line, notPaid);
    return {
      participant: line.participant ?? '',
      earned,
      ...(enoughOn === undefined ? {} : { enoughOn }),
      steps: enoughOn === undefined ? [] : [{ payableOn: enoughOn, upTo: exact }],
      payee,
      share: { part: one, before: zero },
      priced,
      exact,
      ...(refusal ? { refusal } : {}),
      rounded: { how: 'line' },
      gross,
      unpaid: notPaid.map((each) => {
        return { reason: each.reason, amount: each.amount, clause: each.clause };
      }),
      isGiven: true,
      ...(payableOn === undefined ? {} : { settledOn: payableOn }),
      ...(line.payers ? { paidBy: line.payers } : {}),
    };
  });
}

/** What had no payable day waited, also where limits had cut what it waited for. */
function findRefusal(
  { clause, gross, payableOn }: Line,
  notPaid: readonly NotPaid[],
): Draft['refusal'] {
  if (payableOn === undefined) return { reason: 'not_verified', clause };
  const whole = notPaid.find(({ reason, amount }) => refusals.has(reason) && amount === gross);
  return whole && { reason: whole.reason, clause: whole.clause };
}

/** The lines of contributors are parts of one achievement, which has one place. */
function earnedOnce(line: Line, work: Work, known: Map<string, Earned>): Earned {
  const earned = earnedOf(line, work);
  const name = lineName({ earned, payee: line.provider });
  const before = known.get(name);
  if (before) return before;
  known.set(name, earned);
  return earned;
}

/** As much of what was achieved as its line still tells. */
function earnedOf(line: Line, { plan, findOutcome }: Work): Earned {
  const version = plan.versions.find((each) => each.version === line.version);
  const group = version?.groups.get(line.group ?? '');
  const placed = group && findOutcome(group, line.outcome);
  assert(version && group && placed, 'a line that was settled is of a version of the contract');
  const { day, quantity, number, provider } = line;
  const [, id = ''] = line.line.split('|');
  const attachment = onlyAttachment({ id, provider, group: group.group }, day);
  return {
    achievement: { from: day, day, certainOn: day, quantity },
    instance: {
      scope: placed.outcome.scope,
      key: '',
      span: { first: day, last: day },
      attachments: [attachment],
      attachmentDay: day,
      referralDay: day,
    },
    placed,
    version,
    group,
    attachment,
    isOthers: false,
    number,
  };
}

/**
 * The crowd with those of whom only settled lines are left: each had come, with its provider, by
 * the first day of these.
 */
export function withGiven(crowd: Crowd, given: readonly Draft[]): Crowd {
  const comers = new Map<string, Comer>();
  for (const { earned } of given) {
    const { id, provider } = earned.attachment;
    const { day } = earned.achievement;
    const before = comers.get(id)?.day ?? day;
    const own = Math.min(day, before);
    comers.set(id, { id, day: own, knownOn: own, provider, with: [] });
  }
  const all = [...comers.values()];
  return { attached: [...crowd.attached, ...all], referred: [...crowd.referred, ...all] };
}
