import type { DayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { findStanding } from './find-standing.ts';
import type { StandingChain } from './standing-rows.ts';

/**
 * The first day by which a fact that stands today was already known and verified, with the same
 * provider: a correction keeps the place that the fact before it had. Where a correction may earn
 * more than what it corrects, `earnsAsMuch` says whether the one before was enough.
 */
export function knownSince(
  { chain, head }: Pick<StandingChain, 'chain' | 'head'>,
  earnsAsMuch: (then: Fact, today: Fact) => boolean = () => true,
): DayNumber {
  if (chain.length === 1) return head.known;
  const days = chain.map(({ known }) => known).sort((a, b) => a - b);
  const wasEnough = (day: DayNumber) => {
    const then = findStanding(chain, day);
    return then !== undefined && saysTheSame(then, head) && earnsAsMuch(then, head);
  };
  return days.find(wasEnough) ?? head.known;
}

function saysTheSame(then: Fact, today: Fact): boolean {
  const isVerified = then.state === 'verified';
  return isVerified && then.kind === today.kind && then.provider === today.provider;
}
