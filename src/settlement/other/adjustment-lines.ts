import { type Fraction, fraction, getCurrency, multiply, zero } from '../../money/index.ts';
import { admitOthers } from '../admit/admit-others.ts';
import { chainsIn } from '../admit/admitted.ts';
import type { OtherLine } from '../due/due.ts';
import type { Plan } from '../plan/plan.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import { dayWords, moneyWords } from '../why/words.ts';
import { adjustmentsAmong, type DeductibleFact } from './deductible.ts';
import { isOwed, type OtherGround } from './ground.ts';
import { isOfPage } from './providers.ts';

/** The clause of what no sentence of the page pays or takes, but a recorded fact. */
const clauseOfAdjustments = 'Facts/adjustment';

/** No page has a place for it: it stands after all that do. */
const orderAfterThePage = Number.MAX_SAFE_INTEGER;

/** Step 11. Sums that were agreed or ordered for a provider, as recorded. */
export function adjustmentLines({ work, others, deductible }: OtherGround): readonly OtherLine[] {
  const chains = chainsIn(admitOthers(others, work));
  const about = deductible.filter(({ kind }) => kind === 'adjustment');
  const isHere = isOfPage(work.plan);
  return [...adjustmentsAmong(chains), ...about]
    .filter(({ provider }) => isHere(provider))
    .filter(({ day, knownOn }) => {
      return isOwed(work, { fallsOn: day, payableOn: Math.max(day, knownOn) });
    })
    .map((fact) => lineOf(fact, work.plan));
}

function lineOf(fact: DeductibleFact, plan: Plan): OtherLine {
  const { id, provider, day, knownOn, about, value = zero } = fact;
  const amount = inSmallestUnits(value, plan.currency);
  const concerns = about === undefined ? '' : ` that concerns "${about}"`;
  return {
    clause: clauseOfAdjustments,
    outcome: about ?? 'adjustment',
    period: id,
    provider,
    number: 1,
    day,
    payableOn: Math.max(day, knownOn),
    order: orderAfterThePage,
    version: versionInForce(plan, { attachment: day, outcome: day }),
    list: amount,
    factors: [],
    rounded: { how: 'line' },
    explain: () => [
      `An adjustment of ${moneyWords(amount, plan.currency)}${concerns} is recorded for ` +
        `${provider} on ${dayWords(day)} (${id}).`,
    ],
    facts: [id],
  };
}

function inSmallestUnits(value: Fraction, currency: string): Fraction {
  return multiply(value, fraction(10n ** BigInt(getCurrency(currency).exponent)));
}
