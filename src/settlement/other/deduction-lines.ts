import { negate } from '../../money/index.ts';
import type { OtherLine } from '../due/due.ts';
import type { DeductionPlan } from '../plan/money-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';
import { dayWords, moneyWords } from '../why/words.ts';
import type { DeductibleFact } from './deductible.ts';
import { isOwed, type OtherGround } from './ground.ts';
import { termsOf } from './terms.ts';

/** Step 11. So much off for each recorded fact, by the version in force on its day. */
export function deductionLines({ work, deductible }: OtherGround): readonly OtherLine[] {
  const { currency } = work.plan;
  return termsOf(work.plan).flatMap(({ version, whole, areInForceOn }) =>
    whole.deductions.flatMap((deduction) => {
      const facts = deductible.filter(
        ({ kind, day }) => deduction.kinds.includes(kind) && areInForceOn(day),
      );
      return facts
        .filter((fact) => isOwed(work, { fallsOn: fact.day, payableOn: payableOnOf(fact) }))
        .map((fact) => lineOf(deduction, fact, { version, currency }));
    }),
  );
}

function payableOnOf({ day, knownOn }: DeductibleFact): number {
  return Math.max(day, knownOn);
}

function lineOf(
  { clause, order, amount }: DeductionPlan,
  fact: DeductibleFact,
  { version, currency }: Readonly<{ version: VersionPlan; currency: string }>,
): OtherLine {
  const { id, kind, provider, day } = fact;
  return {
    clause,
    outcome: 'deduction',
    period: id,
    provider,
    number: 1,
    day,
    payableOn: payableOnOf(fact),
    order,
    version,
    list: negate(amount),
    factors: [],
    rounded: { how: 'line' },
    explain: () => [
      `${moneyWords(amount, currency)} is deducted for each "${kind}": one is recorded on ` +
        `${dayWords(day)} (${id}), for which ${provider} answers.`,
    ],
    facts: [id],
  };
}
