import Type from 'typebox';
import { protectionOf, protectionProblems } from '../../people/index.ts';
import type { Result } from '../../problem/index.ts';
import { findParticipant } from '../../store/facts/index.ts';
import { addProtectionAct, listProtectionActs, type Whom } from '../../store/people/index.ts';
import { action, type Work } from '../act/index.ts';
import { participantNotThere } from '../facts-in/index.ts';
import { accountOf, organisationOf } from './enter-person.ts';
import { protectionAtOnce } from './problems.ts';

const input = Type.Object(
  { programme: Type.String(), participant: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
);
const output = Type.Object({
  isProtected: Type.Boolean(),
  isUnsetAsked: Type.Boolean({ description: 'Whether one worker wants the flag taken away.' }),
});
const who = ['case_worker', 'provider_staff'] as const;
const parts = ['commissioner', 'referrer', 'provider'] as const;

export const protectParticipant = action({
  name: 'people.protect_participant',
  kind: 'change',
  who,
  parts,
  summary: 'Marks somebody as protected, at once.',
  input,
  output,
  run: async (work, whom) => actOnProtection(work, whom, 'set'),
});

export const unprotectParticipant = action({
  name: 'people.unprotect_participant',
  kind: 'change',
  who,
  parts,
  summary: 'Asks that somebody be protected no longer; it takes a second worker who asks the same.',
  input,
  output,
  run: async (work, whom) => actOnProtection(work, whom, 'unset'),
});

/** How the flag of a participant stands. */
export async function protectionIn({ tx }: Pick<Work, 'tx'>, whom: Whom) {
  const stands = protectionOf(await listProtectionActs(tx, whom));
  return { isProtected: stands.is === 'protected', isUnsetAsked: 'unsetBy' in stands };
}

/** Sets the flag of a participant, or asks that it be taken away. */
export async function actOnProtection(
  work: Work,
  whom: Whom,
  what: 'set' | 'unset',
): Promise<Result<{ isProtected: boolean; isUnsetAsked: boolean }>> {
  const found = await findParticipant(work.tx, whom);
  if (found === undefined) return { ok: false, problems: [participantNotThere()] };
  const acts = await listProtectionActs(work.tx, whom);
  const account = accountOf(work);
  const problems = protectionProblems(acts, { act: what, account });
  if (problems.length > 0) return { ok: false, problems };
  const isAdded = await addProtectionAct(work.tx, {
    ...whom,
    number: acts.length + 1,
    act: what,
    account,
    organisation: organisationOf(work),
    at: work.now,
  });
  if (!isAdded) return { ok: false, problems: [protectionAtOnce()] };
  const { programme, participant } = whom;
  work.note({ programme, about: { participant, act: what } });
  return { ok: true, value: await protectionIn(work, whom) };
}
