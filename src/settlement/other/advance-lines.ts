import { dayOf } from '../../calendar/index.ts';
import type { OtherLine } from '../due/due.ts';
import type { AdvancePlan } from '../plan/money-plan.ts';
import { dayWords, moneyWords } from '../why/words.ts';
import { isOwed, type OtherGround } from './ground.ts';
import { isThere } from './membership.ts';
import { numbered } from './numbered.ts';
import type { ProviderSeen } from './providers.ts';
import { termsOf } from './terms.ts';

/** The line of an advance, and the words by which it is worked off. */
export type Advanced = OtherLine & Readonly<{ advance: AdvancePlan; payableOn: number }>;

/** Step 9. What is paid to each provider before it is earned: on joining, or on a day. */
export function advanceLines({ work, providers }: OtherGround): readonly Advanced[] {
  const { plan } = work;
  const lines = termsOf(plan).flatMap(({ version, whole, areInForceOn }) =>
    whole.advances.flatMap((advance) =>
      providers.flatMap((seen) => {
        const line = lineOf(advance, seen, plan.currency);
        return line && areInForceOn(line.day) ? [{ ...line, version }] : [];
      }),
    ),
  );
  return numbered(lines).filter(({ day, payableOn }) => {
    return isOwed(work, { fallsOn: day, payableOn });
  });
}

function lineOf(
  advance: AdvancePlan,
  seen: ProviderSeen,
  currency: string,
): Omit<Advanced, 'version' | 'number'> | undefined {
  const { clause, order, amount, on } = advance;
  const { provider, joinedOn, knownOn, facts } = seen;
  if (on.is === 'day' && !isThere(seen, on.day)) return undefined;
  const day = on.is === 'joining' ? joinedOn : on.day;
  return {
    clause,
    outcome: 'advance',
    period: on.is === 'joining' ? 'joining' : dayOf(on.day),
    provider,
    day,
    payableOn: Math.max(day, knownOn),
    order,
    list: amount,
    factors: [],
    rounded: { how: 'line' },
    explain: () => [
      `${moneyWords(amount, currency)} is advanced to ${provider} on ` +
        `${on.is === 'joining' ? 'joining, ' : ''}${dayWords(day)}.`,
    ],
    facts,
    advance,
  };
}
