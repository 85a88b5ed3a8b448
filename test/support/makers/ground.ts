import { type Day, type DayNumber, dayNumber, dayOf } from '../../../src/calendar/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { formatMoney, fraction, one, usualRounding } from '../../../src/money/index.ts';
import { type Due, payableOfDue } from '../../../src/settlement/due/due.ts';
import type { OtherGround } from '../../../src/settlement/other/ground.ts';
import type { Forecast } from '../../../src/settlement/other/index.ts';
import { providersOf } from '../../../src/settlement/other/providers.ts';
import type { Draft } from '../../../src/settlement/pay/draft.ts';
import type { Plan, VersionPlan, WholePlan } from '../../../src/settlement/plan/plan.ts';
import type { Comer, Crowd } from '../../../src/settlement/whose/crowd.ts';
import { workOn } from '../../../src/settlement/work.ts';
import { happened } from './facts.ts';
import { anOutcome, aVersion, planFrom, pounds } from './plan.ts';
import { aWhole } from './whole.ts';

/** Northshire's contract without outcomes, and what it says of all together. */
export function aWholePlan(words: Partial<WholePlan>, rest: Partial<VersionPlan> = {}): Plan {
  return planFrom([aVersion([], { whole: aWhole(words), ...rest })]);
}

/** A fact about a provider: that it joined, left, or is paid an adjustment. */
export function ofProvider(kind: string, day: Day, words: Partial<Fact> = {}): Fact {
  const { participant: _, ...fact } = happened(kind, day, { provider: 'Harbour' });
  const { provider = 'Harbour' } = words;
  return { ...fact, id: `${kind} ${provider} ${day}`, ...words };
}

/** Somebody came to a provider, known on the day. */
export function aComer(provider: string, day: Day, words: Partial<Comer> = {}): Comer {
  const n = dayNumber(day);
  const id = `A ${provider} ${day}`;
  return { id, day: n, knownOn: n, provider, with: [], ...words };
}

/** A line of an outcome called Settled that pays Harbour so many pounds. */
export function anOutcomeDue(
  day: Day,
  amount: number,
  words: Partial<Due> & Readonly<{ isRefused?: boolean }> = {},
): Due {
  const { isRefused = false, ...rest } = words;
  const n = dayNumber(day);
  const exact = pounds(amount);
  const gross = exact.numerator;
  const payableOn = rest.payableOn ?? n;
  const provider = rest.provider ?? 'Harbour';
  const draft = {
    earned: {
      placed: { outcome: anOutcome(), order: 0 },
      achievement: { from: n, day: n, certainOn: n, quantity: one },
    },
    enoughOn: payableOn,
    steps: [{ payableOn, upTo: exact }],
    exact,
  } as unknown as Draft;
  const refusal = { reason: 'too_late', clause: 'Outcomes/Settled' } as const;
  return {
    line: `Outcomes/Settled|A1|${provider}|${day} ${amount}`,
    clause: 'Outcomes/Settled',
    outcome: 'Settled',
    provider,
    payee: provider,
    number: 1,
    day: n,
    payableOn: n,
    order: 0,
    quantity: one,
    price: fraction(gross),
    gross,
    unpaid: isRefused ? [{ ...refusal, amount: gross }] : [],
    steps: [{ payableOn: n, upTo: gross }],
    version: aVersion([], { rounding: usualRounding }),
    basis: { is: 'outcome', draft: { ...draft, ...(isRefused ? { refusal } : {}) } },
    ...rest,
  };
}

const nobody: Crowd = { attached: [], referred: [] };

/** What lines that are no participant's are worked out from, by facts about providers. */
export function aGround(
  plan: Plan,
  day: Day,
  words: Partial<Pick<OtherGround, 'crowd' | 'others' | 'dues' | 'deductible'>> = {},
): OtherGround {
  const { others = [], crowd = nobody, dues = [], deductible = [] } = words;
  const asAt = { trueBy: dayNumber(day), knownBy: dayNumber(day) };
  const work = workOn(plan, asAt, { others, unread: [] });
  const providers = providersOf(others, crowd, work);
  return { work, providers, crowd, others, dues, deductible };
}

/** Each line in few words: what it is, to whom, for which period, when payable and how much. */
export function duesShown(dues: readonly Due[]): readonly string[] {
  return dues.map((due) => {
    const [, period = ''] = due.line.split('|');
    return shown({ ...due, period, on: due.payableOn, amount: payableOfDue(due) });
  });
}

/** The same of what is forecast, with the day on which it closes. */
export function forecastsShown(forecasts: readonly Forecast[]): readonly string[] {
  return forecasts.map((each) => shown({ ...each, on: each.closesOn }));
}

function shown(
  line: Readonly<{
    outcome: string;
    provider: string;
    period: string;
    on: DayNumber | undefined;
    amount: bigint;
  }>,
): string {
  const money = formatMoney({ units: line.amount, currency: 'GBP' });
  const on = line.on === undefined ? 'never' : dayOf(line.on);
  return `${line.outcome} ${line.period} to ${line.provider} on ${on}: ${money}`;
}
