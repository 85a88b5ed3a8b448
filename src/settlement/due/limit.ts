import type { Unpaid } from '../pay/draft.ts';
import type { Due } from './due.ts';
import type { OverLine } from './limits-over.ts';

/** What was left of a limit, before a line used its part. */
export type LeftOf = Readonly<{ clause: string; left: bigint }>;

/** One limit as a line met it. */
export type MetLimit = LeftOf & Pick<OverLine, 'limit' | 'share'>;

/** So much of a line, where it stood in line, and the limits that it met there. */
export type MetPart = Readonly<{ amount: bigint; met: readonly MetLimit[] }>;

/** What is watched: each limit as a line meets it. */
export type OnMet = (due: Due, part: MetPart) => void;

/** What is paid under the limits met, and what is cut by the tightest, the first among equals. */
export function cutTo(
  amount: bigint,
  met: readonly LeftOf[],
): Readonly<{ paid: bigint; cut?: Unpaid }> {
  if (amount <= 0n) return { paid: 0n };
  let tightest: LeftOf | undefined;
  for (const each of met) if (!tightest || each.left < tightest.left) tightest = each;
  if (tightest === undefined || tightest.left >= amount) return { paid: amount };
  const { left, clause } = tightest;
  return { paid: left, cut: { reason: 'limit', amount: amount - left, clause } };
}

/** What one limit cuts of the parts of a line is one thing that is not paid. */
export function withCut(due: Due, cut: Unpaid): Due {
  return { ...due, unpaid: cutAmong(due.unpaid, cut) };
}

/** What is not paid of a line, with what a limit cuts of it. */
export function cutAmong(unpaid: readonly Unpaid[], cut: Unpaid): readonly Unpaid[] {
  if (unpaid.length === 0) return [cut];
  const isSame = ({ reason, clause }: Unpaid) => reason === cut.reason && clause === cut.clause;
  const before = unpaid.find(isSame);
  const others = unpaid.filter((each) => each !== before);
  return [...others, { ...cut, amount: cut.amount + (before?.amount ?? 0n) }];
}
