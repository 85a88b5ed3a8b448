import { participantAddress } from '../facts/index.ts';

/** Where somebody is referred: somebody new, or one who has a record. */
export function referAddress(programme: string, participant?: string): string {
  const whom = participant === undefined ? '' : `?participant=${participant}`;
  return `/programmes/${programme}/refer${whom}`;
}

type Which = Readonly<{ programme: string; participant: string; referral: string }>;

/** Where a referral is answered, or a stay ended. */
export function referralAddress({ programme, participant, referral }: Which): string {
  return `${participantAddress(programme, participant)}/referrals/${referral}`;
}
