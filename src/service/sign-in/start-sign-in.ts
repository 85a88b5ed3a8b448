import { randomUUID } from 'node:crypto';
import { addSignIn, endSignIn, listMemberships, type Way } from '../../store/accounts/index.ts';
import type { Work } from '../act/index.ts';
import { hour, laterBy } from './moments.ts';
import { makeSecret } from './secret.ts';

/** A sign-in ends after so long, however much it is used. */
export const signInSecondsMax = 12 * hour;

const agentLengthMax = 300;

/** Somebody who is let in, how, by what browser, and the organisation they are to act for. */
export type Entering = Readonly<{
  account: string;
  way: Way;
  agent: string;
  organisation?: string;
  /** How many tokens ended with the password that they had before. */
  tokensEnded?: number;
}>;

/**
 * Signs somebody in under a new token; whoever was signed in there before is no more. Who belongs
 * to one organisation acts for it; others choose.
 */
export async function startSignIn(
  work: Work,
  { account, way, agent, ...asked }: Entering,
): Promise<Readonly<{ state: 'signed in'; token: string; secondsMax: number }>> {
  const { tx, now, actor } = work;
  if (actor.kind === 'account' && actor.by.way === 'sign-in') {
    await endSignIn(tx, { id: actor.by.mark, account: actor.account });
  }
  const [own = null, ...others] = await listMemberships(tx, account);
  const { text, hash } = makeSecret();
  await addSignIn(tx, {
    id: randomUUID(),
    account,
    organisation: asked.organisation ?? (others.length === 0 ? own : null),
    tokenHash: hash,
    way,
    agent: agent.slice(0, agentLengthMax),
    madeAt: now,
    endsAt: laterBy(now, signInSecondsMax),
  });
  const { tokensEnded = 0 } = asked;
  work.note({ account, about: { way, ...(tokensEnded > 0 && { tokensEnded }) } });
  return { state: 'signed in', token: text, secondsMax: signInSecondsMax };
}
