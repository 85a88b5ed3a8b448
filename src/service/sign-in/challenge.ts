import Type from 'typebox';
import { addChallenge, type Challenge, takeChallenge } from '../../store/accounts/index.ts';
import type { Work } from '../act/index.ts';
import { laterBy, minute } from './moments.ts';
import { hashOf } from './secret.ts';

/** What this browser alone holds: what its forms bring back. */
export const browserText = Type.String({ minLength: 20, maxLength: 200 });

type Kind = Challenge['kind'];

/** Keeps what was asked, until the same browser answers within ten minutes. */
export async function keepChallenge(
  { tx, now }: Work,
  asked: Readonly<{ kind: Kind; text: string; browser: string; content: unknown }>,
): Promise<void> {
  const { kind, text, browser, content } = asked;
  const endsAt = laterBy(now, 10 * minute);
  await addChallenge(tx, { hash: hashOf(text), kind, browser: hashOf(browser), content, endsAt });
}

/** What was asked, if this answers it: it cannot be answered again. */
export async function answerChallenge(
  { tx, now }: Work,
  { kind, text, browser }: Readonly<{ kind: Kind; text: string; browser: string }>,
): Promise<unknown> {
  return takeChallenge(tx, { hash: hashOf(text), kind, browser: hashOf(browser), at: now });
}
