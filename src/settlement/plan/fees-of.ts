import { addMonths, dayNumber, dayOf } from '../../calendar/index.ts';
import { type Contract, findTerm, forms, type Term, type TermOf } from '../../contract/index.ts';
import { type Fraction, fraction, multiply } from '../../money/index.ts';
import { minorUnits } from './minor-units.ts';
import type { FeePart, FeePlan } from './money-plan.ts';
import { paymentTerms } from './payment-terms.ts';
import { type ContractDays, instalmentsOf } from './periods-of.ts';
import { sentencesIn } from './sentences-in.ts';

const { fees: said, payment } = forms;

/** Grants and fees: what is paid for periods and on days, whatever is achieved. */
export function feesOf(contract: Contract, days: ContractDays): readonly FeePlan[] {
  return [...grantsOf(contract, days), ...partedFeesOf(contract), ...feesOnDaysOf(contract)].sort(
    (one, other) => one.order - other.order,
  );
}

function grantsOf(contract: Contract, days: ContractDays): FeePlan[] {
  const grants = [payment.grant, payment.sharedGrant, payment.namedGrant].flatMap((form) =>
    paymentTerms(contract, form).map(({ term, ...place }): FeePlan => {
      const parts = grantParts(contract, days, term);
      return { ...place, name: 'grant', to: payeeOf(term), on: { is: 'periods', parts } };
    }),
  );
  const starting = paymentTerms(contract, payment.startingGrant).map(
    ({ term, ...place }): FeePlan => {
      const amount = minorUnits(contract, term.amount);
      return { ...place, name: 'grant', to: payeeOf(term), on: { is: 'joining', amount } };
    },
  );
  return [...grants, ...starting];
}

/** Whom a grant or fee is for is in the name of its form; only a named one has a provider. */
function payeeOf(term: Term): FeePlan['to'] {
  if (typeof term.provider === 'string') return { is: 'provider', provider: term.provider };
  return { is: term.form.startsWith('shared') ? 'all providers' : 'each provider' };
}

const instalments = {
  months: { every: 'month', aYear: 12 },
  quarters: { every: 'quarter', aYear: 4 },
  'half-years': { every: 'half-year', aYear: 2 },
  'one sum': { every: 'year', aYear: 1 },
} as const;

type Grant = Pick<TermOf<typeof payment.grant>, 'amount' | 'years' | 'instalments' | 'timing'>;

/** The first and the last instalment may be cut short, and are then paid by the day. */
function grantParts(contract: Contract, days: ContractDays, grant: Grant): FeePart[] {
  const { every, aYear } = instalments[grant.instalments];
  const whole = multiply(minorUnits(contract, grant.amount), fraction(1n, BigInt(aYear)));
  const goesOn = findTerm(sentencesIn(contract, 'payment'), payment.grantGoesOn);
  const grantDays = goesOn ? { ...days, endsOn: dayNumber(goesOn.last) } : days;
  return instalmentsOf(grantDays, every)
    .filter(({ year }) => isIn(year, grant.years))
    .map(({ name, first, last, whole: span }) => {
      const share = fraction(BigInt(last - first + 1), BigInt(span.last - span.first + 1));
      const amount = multiply(whole, share);
      return { name, first, last, amount, dueOn: grant.timing === 'advance' ? first : last };
    });
}

function isIn(year: number, years: Grant['years']): boolean {
  return years === undefined || (year >= years.first && year <= (years.last ?? year));
}

function partedFeesOf(contract: Contract): FeePlan[] {
  return [said.fee, said.sharedFee, said.namedFee].flatMap((form) =>
    paymentTerms(contract, form).map(({ term, ...place }): FeePlan => {
      const parts = equalParts(minorUnits(contract, term.amount), term);
      return { ...place, name: 'fee', to: payeeOf(term), on: { is: 'periods', parts } };
    }),
  );
}

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

type Parted = Pick<TermOf<typeof said.fee>, 'count' | 'every' | 'first' | 'timing'>;

/** Periods are reckoned from the first day of all, so that those from a 31st stay at month ends. */
function equalParts(sum: Fraction, { count, every, first, timing }: Parted): FeePart[] {
  const amount = multiply(sum, fraction(1n, BigInt(count)));
  const starts = (at: number) => addMonths(dayNumber(first), at * monthsIn[every]);
  return Array.from({ length: count }, (_, at) => {
    const [begins, ends] = [starts(at), starts(at + 1) - 1];
    const dueOn = timing === 'advance' ? begins : ends;
    return { name: dayOf(begins), first: begins, last: ends, amount, dueOn };
  });
}

function feesOnDaysOf(contract: Contract): FeePlan[] {
  return [said.feeOnDay, said.sharedFeeOnDay, said.namedFeeOnDay].flatMap((form) =>
    paymentTerms(contract, form).map(({ term, ...place }): FeePlan => {
      const day = dayNumber(term.day);
      const amount = minorUnits(contract, term.amount);
      const part = { name: term.day, first: day, last: day, amount, dueOn: day };
      return { ...place, name: 'fee', to: payeeOf(term), on: { is: 'periods', parts: [part] } };
    }),
  );
}
