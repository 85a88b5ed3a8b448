import { lastDayOf } from '../../calendar/index.ts';
import { type AsAt, type Fact, firstDay, standingAt } from '../../facts/index.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';

/** A line as far as a dispute may reach it. */
export type Disputable = Readonly<{ participant?: string; provider: string; outcome: string }>;

type Terms = Readonly<{ plan: PaymentPlan; kindsOf: KindsOf }>;

/** Whether a line is held now: a dispute that is not over, nor has lasted too long, reaches it. */
export function heldNow(
  facts: readonly Fact[],
  asAt: AsAt,
  terms: Terms,
): (line: Disputable) => boolean {
  const over = disputesOver(facts, asAt, terms);
  return (line) => over(line).length > 0;
}

/** The disputes by which a line is held now. */
export function disputesOver(
  facts: readonly Fact[],
  asAt: AsAt,
  { plan, kindsOf }: Terms,
): (line: Disputable) => readonly Fact[] {
  const { held, working } = plan;
  if (held === undefined) return () => [];
  const own = facts.filter(
    ({ kind }) => kind === 'disputed' || kind === 'released' || isLater(kind),
  );
  const standing = standingAt(own, asAt).map(({ fact }) => fact);
  const verified = standing.filter(({ state }) => state === 'verified');
  const day = Math.max(asAt.trueBy, asAt.knownBy);
  const open = verified.filter((fact) => {
    if (fact.kind !== 'disputed') return false;
    const since = firstDay(fact);
    if (held.most && day > lastDayOf(since + 1, held.most, working)) return false;
    return !verified.some((other) => other.kind === 'released' && ends(other, fact));
  });
  return (line) => open.filter((dispute) => reaches(dispute, line, kindsOf));
}

/** The kinds of fact on which an outcome rests. */
export type KindsOf = (outcome: string) => ReadonlySet<string>;

/** Withdrawals belong to the chains of disputes as of all others. */
function isLater(kind: string): boolean {
  return kind === 'withdrawn';
}

/** A release is of the dispute that reaches as far as it. */
function ends(released: Fact, dispute: Fact): boolean {
  return (
    released.participant === dispute.participant &&
    released.provider === dispute.provider &&
    released.about === dispute.about &&
    firstDay(released) >= firstDay(dispute)
  );
}

function reaches({ participant, provider, about }: Fact, line: Disputable, kindsOf: KindsOf) {
  return (
    (participant === undefined || participant === line.participant) &&
    (provider === undefined || provider === line.provider) &&
    (about === undefined || about === line.outcome || kindsOf(line.outcome).has(about))
  );
}
