import { type DayNumber, lastDayOf } from '../../calendar/index.ts';
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
  const released = lastReleases(verified);
  const open = new Map<string | undefined, Fact[]>();
  for (const fact of verified) {
    if (fact.kind !== 'disputed') continue;
    const since = firstDay(fact);
    if (held.most && day > lastDayOf(since + 1, held.most, working)) continue;
    if ((released.get(reachOf(fact)) ?? Number.NEGATIVE_INFINITY) >= since) continue;
    const own = open.get(fact.participant);
    if (own) own.push(fact);
    else open.set(fact.participant, [fact]);
  }
  return (line) => {
    const whose = line.participant === undefined ? [undefined] : [line.participant, undefined];
    const near = whose.flatMap((each) => open.get(each) ?? []);
    return near.filter((dispute) => reaches(dispute, line, kindsOf));
  };
}

/** The kinds of fact on which an outcome rests. */
export type KindsOf = (outcome: string) => ReadonlySet<string>;

/** Withdrawals belong to the chains of disputes as of all others. */
function isLater(kind: string): boolean {
  return kind === 'withdrawn';
}

/** A release ends the disputes before it that reach as far as it: the last day of each reach. */
function lastReleases(verified: readonly Fact[]): ReadonlyMap<string, DayNumber> {
  const last = new Map<string, DayNumber>();
  for (const fact of verified) {
    if (fact.kind !== 'released') continue;
    const reach = reachOf(fact);
    last.set(reach, Math.max(firstDay(fact), last.get(reach) ?? Number.NEGATIVE_INFINITY));
  }
  return last;
}

function reachOf({ participant, provider, about }: Fact): string {
  return JSON.stringify([participant ?? null, provider ?? null, about ?? null]);
}

function reaches({ participant, provider, about }: Fact, line: Disputable, kindsOf: KindsOf) {
  return (
    (participant === undefined || participant === line.participant) &&
    (provider === undefined || provider === line.provider) &&
    (about === undefined || about === line.outcome || kindsOf(line.outcome).has(about))
  );
}
