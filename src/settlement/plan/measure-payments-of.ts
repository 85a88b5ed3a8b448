import {
  type Contract,
  findTerm,
  forms,
  parseLevel,
  parseShare,
  type Schedule,
  type ScheduleRow,
  type Term,
  termsOf,
} from '../../contract/index.ts';
import { type Fraction, fraction, multiply, one, zero } from '../../money/index.ts';
import { decimalOf } from './decimal-of.ts';
import type { MeasurePayees, MeasurePayment, MeasurePays, MeasureRow } from './measure-plan.ts';
import { measuresBegin } from './measure-plans-of.ts';
import { minorUnits } from './minor-units.ts';

const { measures: said } = forms;

/** What measures pay, schedules first, as the tidy page has them. */
export function measurePaymentsOf(contract: Contract): readonly MeasurePayment[] {
  const { schedules = [], terms = [] } = contract.measures ?? {};
  const paid = [
    ...schedules.map((schedule) => ({
      measure: schedule.measure,
      pays: scheduled(contract, schedule),
    })),
    ...terms.flatMap((term) => paidBySentence(contract, term)),
  ];
  return paid.map(({ measure, pays }, at) => ({
    measure,
    clause: `Measures/${measure}`,
    order: measuresBegin + at,
    pays,
    to: payeesOf(contract, measure),
  }));
}

type Paid = Pick<MeasurePayment, 'measure' | 'pays'>;

function paidBySentence(contract: Contract, term: Term): readonly Paid[] {
  const amountOf = (decimal: string) => minorUnits(contract, decimal);
  const once = findTerm([term], said.paysOnce);
  if (once) return [{ measure: once.measure, pays: paidFrom(once.least, amountOf(once.amount)) }];
  const each = findTerm([term], said.paysEach);
  if (each) {
    const above = parseLevel(each.above);
    const unit = each.unit === 'one' ? one : point;
    const every = { amount: amountOf(each.amount), unit, above, whole: isWhole(each.parts) };
    return [{ measure: each.measure, pays: straight(every) }];
  }
  const avoided = findTerm([term], said.paysAvoidedCost);
  if (avoided) {
    const amount = multiply(parseShare(avoided.share), amountOf(avoided.cost));
    const every = { amount, unit: one, above: zero, whole: isWhole(avoided.parts) };
    return [{ measure: avoided.measure, pays: straight(every) }];
  }
  return paidByCount(contract, term);
}

function paidByCount(contract: Contract, term: Term): readonly Paid[] {
  const beyond = paidBeyond(contract, term);
  if (beyond) return [beyond];
  const unpaid = findTerm([term], said.paysUnpaid);
  if (!unpaid) return [];
  const { measure, of, least, amount } = unpaid;
  const sum = minorUnits(contract, amount);
  return [
    { measure, pays: { is: 'each cohort unpaid', of, least: parseLevel(least), amount: sum } },
  ];
}

function paidBeyond(contract: Contract, term: Term): Paid | undefined {
  const above = findTerm([term], said.paysEachAboveShare);
  const share = above ?? findTerm([term], said.paysEachBelowShare);
  if (share) {
    const mark = { is: 'share', value: parseShare(share.share) } as const;
    const side = above ? 'above' : 'below';
    return { measure: share.measure, pays: { ...eachOf(share), mark, side } };
  }
  const number = findTerm([term], said.paysEachBeyondNumber);
  if (!number) return undefined;
  const mark = { is: 'number', value: decimalOf(number.level) } as const;
  const side = number.side === 'more' ? 'above' : 'below';
  return { measure: number.measure, pays: { ...eachOf(number), mark, side } };

  function eachOf({ amount, parts }: Readonly<{ amount: string; parts: string }>) {
    const is = 'each one beyond' as const;
    return { is, amount: minorUnits(contract, amount), whole: isWhole(parts) };
  }
}

const point = fraction(1n, 100n);

function isWhole(parts: string): boolean {
  return parts === 'whole ones alone';
}

function paidFrom(least: string, amount: Fraction): MeasurePays {
  const from = parseLevel(least);
  return {
    is: 'rows',
    rows: [
      { under: from, amount: zero },
      { least: from, amount },
    ],
  };
}

/** One row without ends: nothing but so much for each. */
function straight(each: NonNullable<MeasureRow['each']>): MeasurePays {
  return { is: 'rows', rows: [{ amount: zero, each }] };
}

function scheduled(contract: Contract, { rows }: Schedule): MeasurePays {
  return { is: 'rows', rows: rows.map((row) => rowOf(contract, row)) };
}

function rowOf(contract: Contract, { value, pays }: ScheduleRow): MeasureRow {
  const between = findTerm([value], said.fromTo);
  const least = between?.least ?? findTerm([value], said.orMore)?.least;
  const under = between?.under ?? findTerm([value], said.under)?.under;
  return {
    ...(least === undefined ? {} : { least: parseLevel(least) }),
    ...(under === undefined ? {} : { under: parseLevel(under) }),
    ...paidInRow(contract, pays),
  };
}

function paidInRow(contract: Contract, pays: Term): Pick<MeasureRow, 'amount' | 'each'> {
  const sum = findTerm([pays], said.paid);
  if (sum) return { amount: minorUnits(contract, sum.amount) };
  const both = findTerm([pays], said.paidAndEach);
  const each = both ?? findTerm([pays], said.paidEach);
  const amount = both ? minorUnits(contract, both.amount) : zero;
  if (!each) return { amount };
  return {
    amount,
    each: {
      amount: minorUnits(contract, each.each),
      unit: each.unit === 'one' ? one : point,
      above: each.above === undefined ? zero : parseLevel(each.above),
      whole: each.whole !== undefined,
    },
  };
}

/** Those whom the page names: of a measure of each provider it names none, as it is its own. */
function payeesOf(contract: Contract, name: string): MeasurePayees {
  const terms = contract.measures?.terms ?? [];
  const among = termsOf(terms, said.sharedAmong).find((term) => term.measure === name);
  if (among) return { is: among.how.startsWith('equally') ? 'equally' : 'by attachments' };
  const shares = termsOf(terms, said.goesTo)
    .filter((term) => term.measure === name)
    .map(({ provider, share }) => ({ provider, share: parseShare(share) }));
  return shares.length > 0 ? { is: 'shares', shares } : { is: 'own' };
}
