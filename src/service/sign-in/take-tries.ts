import type { Problem } from '../../problem/index.ts';
import {
  delayAttempts,
  forgetAttempts,
  forgiveAttempt,
  takeAttempt,
} from '../../store/accounts/index.ts';
import type { Work } from '../act/index.ts';
import { day, laterBy, minute } from './moments.ts';
import { triedTooOften } from './problems.ts';
import { hashOf } from './secret.ts';

/** What tries are counted by, and how many go wrong before the next has to wait. */
export type Counted = Readonly<{ key: Buffer; free: number; isOwn: boolean }>;

/** Tries under an e-mail address as typed: the same whether or not it has an account. */
export function byEmail(email: string): Counted {
  return { key: hashOf(`email ${email.trim().toLowerCase()}`), free: 5, isOwn: true };
}

/** Tries from a network address, where many people may be. */
export function byAddress(address: string, what = 'sign in'): Counted {
  return { key: hashOf(`${what} ${networkOf(address)}`), free: 40, isOwn: false };
}

// Whoever has one address of version 6 has the last half of it to choose from.
function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':')
    : address;
}

const waitFirst = minute / 2;
const waitMax = 15 * minute;

/** How long to wait after so many failures over those that are free: ever twice as long. */
export function waitSeconds(over: number): number {
  return over < 0 ? 0 : Math.min(waitMax, waitFirst * 2 ** Math.min(over, 10));
}

/**
 * Counts a try before it is known how it ends. What is given back is a problem where it has to
 * wait: then nothing more is done. It is kept whether the try goes well or not, so whoever takes
 * tries answers a refusal as a value and not as a problem, which would undo it.
 */
export async function takeTries(
  work: Work,
  counted: readonly Counted[],
): Promise<Problem | undefined> {
  const { tx, now } = work;
  const within = { forgetBefore: laterBy(now, -day), waitsMost: laterBy(now, waitMax) };
  // In one order, so that two tries never wait for each other.
  for (const { key, free } of counted.toSorted((a, b) => Buffer.compare(a.key, b.key))) {
    const taken = await takeAttempt(tx, { key, at: now, ...within });
    if (!taken.isTaken) return triedTooOften(minutesBetween(now, taken.waitsUntil));
    const seconds = waitSeconds(taken.failures - free);
    if (seconds > 0) await delayAttempts(tx, { key, until: laterBy(now, seconds) });
  }
  return undefined;
}

/** The try went well: the account's are forgotten, and one fewer counts against the network. */
export async function forgiveTries({ tx }: Work, counted: readonly Counted[]): Promise<void> {
  for (const { key, isOwn } of counted) {
    await (isOwn ? forgetAttempts(tx, key) : forgiveAttempt(tx, key));
  }
}

function minutesBetween(one: string, other: string): number {
  return Math.max(1, Math.ceil((Date.parse(other) - Date.parse(one)) / (minute * 1000)));
}
