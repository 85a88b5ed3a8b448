import type { DayNumber } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { compareFractions, type Fraction, zero } from '../../money/index.ts';
import type { Stage } from '../achieve/stage.ts';
import { type Admitted, chainsIn } from '../admit/admitted.ts';
import { knownSince } from '../admit/known-since.ts';
import type { StandingChain } from '../admit/standing-rows.ts';
import { factsSeen } from '../admit/view.ts';
import type { SettledParticipant } from '../settle-participant.ts';
import { findOwner, ownershipOf } from '../whose/ownership.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import type { Work } from '../work.ts';

/** A verified fact for which something may be taken off what a provider is paid, or added to it. */
export type DeductibleFact = Readonly<{
  /** The id of its chain. */
  id: string;
  kind: string;
  participant?: string;
  provider: string;
  day: DayNumber;
  knownOn: DayNumber;
  value?: Fraction;
  about?: string;
}>;

/** Whose facts are looked through, and how they stand. */
export type Deducting = Pick<SettledParticipant, 'participant' | 'today'> &
  Readonly<{ admitted: Admitted }>;

/** One participant's facts of the kinds for which something is deducted, and its adjustments. */
export function deductibleOf(work: Work, settled: Deducting): readonly DeductibleFact[] {
  const { participant, today, admitted } = settled;
  const isAnyAdjusted = admitted.kinds.has('adjustment');
  if (work.deductedKinds.length === 0 && !isAnyAdjusted) return nothing;
  const deducted = today.stages.flatMap((stage) =>
    work.deductedKinds.flatMap((kind) => deductedIn(stage, kind, { work, admitted })),
  );
  const adjusted = adjustmentsAmong(chainsIn(admitted, 'adjustment'));
  return [...deducted, ...adjusted].map((each) => ({ ...each, participant }));
}

const nothing: readonly DeductibleFact[] = [];

/** The verified adjustments among facts as they stand. */
export function adjustmentsAmong(chains: readonly StandingChain[]): readonly DeductibleFact[] {
  return chains.flatMap((standing): readonly DeductibleFact[] => {
    const { id, head } = standing;
    const { kind, provider, value = zero, about } = head;
    if (kind !== 'adjustment' || head.state !== 'verified' || provider === undefined) return [];
    const days = { day: firstDay(head), knownOn: knownSince(standing, wasAsMuch) };
    return [{ id, kind, provider, ...days, value, ...(about === undefined ? {} : { about }) }];
  });
}

function wasAsMuch(then: Fact, today: Fact): boolean {
  return compareFractions(then.value ?? zero, today.value ?? zero) >= 0;
}

/** Those of the days on which a version is in force, with the provider that answers for them. */
function deductedIn(
  { view, roster, version }: Stage,
  kind: string,
  { work, admitted }: Readonly<{ work: Work; admitted: Admitted }>,
): readonly DeductibleFact[] {
  const owners = ownershipOf(roster.attachments, 'attached');
  return factsSeen(view, kind).flatMap(({ id, fact, states }): readonly DeductibleFact[] => {
    const day = firstDay(fact);
    const standing = chainsIn(admitted, kind).find((each) => each.id === id);
    const owner = findOwner(owners, day);
    const plan = work.bound.planFor(owner?.provider);
    const inForce = versionInForce(plan, { attachment: day, outcome: day });
    const isVerified = states.every((state) => state === 'verified');
    if (!standing || !owner || !isVerified || inForce !== version) return [];
    return [{ id, kind, provider: owner.provider, day, knownOn: knownSince(standing) }];
  });
}
