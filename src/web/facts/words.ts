import type { Tone } from '../look/index.ts';

/** How states are shown. */
export const factStates: Readonly<Record<string, Readonly<{ tone: Tone; said: string }>>> = {
  claimed: { tone: 'waiting', said: 'Claimed' },
  waiting: { tone: 'waiting', said: 'To be verified' },
  'not selected': { tone: 'neutral', said: 'Not checked' },
  verified: { tone: 'good', said: 'Verified' },
  rejected: { tone: 'bad', said: 'Rejected' },
};

export const fileStates: Readonly<Record<string, Readonly<{ tone: Tone; said: string }>>> = {
  unmapped: { tone: 'attention', said: 'Columns to be named' },
  waiting: { tone: 'waiting', said: 'Being read' },
  done: { tone: 'good', said: 'Loaded' },
  refused: { tone: 'bad', said: 'Rows to mend' },
  'given up': { tone: 'neutral', said: 'Given up' },
};

/** How it stands between a participant and a provider. */
export const referralStates: Readonly<Record<string, string>> = {
  made: 'Referred',
  attached: 'Working together',
  refused: 'Turned away',
  ended: 'Ended',
};

const recorders: Readonly<Record<string, string>> = {
  commissioner: 'the commissioner',
  provider: 'a provider',
  verifier: 'the verifier',
  referrer: 'the referrer',
  auditor: 'the auditor',
};

/** Who recorded something, by its part: never a name. */
export function recorder(part: string, isOwn: boolean): string {
  return isOwn ? 'your organisation' : (recorders[part] ?? 'somebody else');
}

/** A size of a file in words. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const isKilo = bytes < 1_000_000;
  const size = bytes / (isKilo ? 1000 : 1_000_000);
  return `${size.toFixed(size < 10 ? 1 : 0)} ${isKilo ? 'kB' : 'MB'}`;
}

/** A word with a capital, to begin with. */
export function begun(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
