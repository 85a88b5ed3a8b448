const words: Readonly<Record<string, string>> = {
  limit: 'cut by a limit',
  beyond_last_band: 'beyond the last band',
  gate: 'its gate was not passed',
  mix: 'over the share of its kind',
  too_late: 'known too late',
  not_verified: 'not verified yet',
  other_provider: 'earned with another provider',
  replaced: 'its place taken by another outcome',
  route: 'another route pays',
  held: 'held',
};

/** A reason for which money is not paid, in words. */
export function wordsOfReason(reason: string): string {
  return words[reason] ?? reason;
}
