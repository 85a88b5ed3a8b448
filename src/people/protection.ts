import type { Problem } from '../problem/index.ts';
import { protectionNotSet, protectionSameWorker } from './problems.ts';

/** One worker's act upon the protected flag of a participant. */
export type ProtectionAct = Readonly<{ act: 'set' | 'unset'; account: string }>;

/** Whether a participant is protected, and who alone wants that to end. */
export type Protection =
  | Readonly<{ is: 'open' }>
  | Readonly<{ is: 'protected' }>
  | Readonly<{ is: 'protected'; unsetBy: string }>;

/**
 * How the flag stands after all acts upon it, in their order. One worker sets it, at once and with
 * nobody's leave; it is gone only once two different workers have unset it. Whoever sets it in
 * between, even the one who had unset it, makes both start again.
 */
export function protectionOf(acts: readonly ProtectionAct[]): Protection {
  return acts.reduce<Protection>(after, { is: 'open' });
}

/** Whether everything about safety is on for them. It is until the second worker has unset it. */
export function isProtected(acts: readonly ProtectionAct[]): boolean {
  return protectionOf(acts).is === 'protected';
}

function after(stands: Protection, { act, account }: ProtectionAct): Protection {
  if (act === 'set') return { is: 'protected' };
  if (stands.is === 'open' || !('unsetBy' in stands)) {
    return stands.is === 'open' ? stands : { is: 'protected', unsetBy: account };
  }
  return stands.unsetBy === account ? stands : { is: 'open' };
}

/** What keeps the next act from counting. To set the flag nothing ever does. */
export function protectionProblems(
  acts: readonly ProtectionAct[],
  next: ProtectionAct,
): readonly Problem[] {
  if (next.act === 'set') return [];
  const stands = protectionOf(acts);
  if (stands.is === 'open') return [protectionNotSet()];
  const isSame = 'unsetBy' in stands && stands.unsetBy === next.account;
  return isSame ? [protectionSameWorker()] : [];
}
