import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import { findParticipant } from '../../store/facts/index.ts';
import type { Tx } from '../../store/index.ts';
import { listParties } from '../../store/index.ts';
import {
  listReferrals,
  listReferralsOf,
  type Referral,
  type Whom,
} from '../../store/people/index.ts';
import { action, listPlace, placeAfter, rowBefore, type Work } from '../act/index.ts';
import { findByOwnReference, participantNotThere } from '../facts-in/index.ts';
import { organisationOf } from './enter-person.ts';
import { protectionIn } from './protect-participant.ts';

const referralSchema = Type.Object({
  referral: Type.String(),
  participant: Type.String(),
  provider: Type.String(),
  at: Type.String(),
  way: Type.String(),
  state: Type.String(),
});

/** Who sees where participants stand. */
export const whoSees = ['case_worker', 'provider_staff', 'commissioner', 'auditor'] as const;

/** Whose participants those are. */
export const partsThatSee = ['commissioner', 'referrer', 'provider', 'auditor'] as const;

export const referrals = action({
  name: 'people.list_referrals',
  kind: 'read',
  who: whoSees,
  parts: partsThatSee,
  summary: 'Who was sent to whom, the newest first.',
  input: Type.Object(
    {
      programme: Type.String(),
      state: Type.Optional(
        Type.Union([
          Type.Literal('made'),
          Type.Literal('attached'),
          Type.Literal('refused'),
          Type.Literal('ended'),
        ]),
      ),
      before: listPlace,
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    referrals: Type.Array(referralSchema),
    before: Type.Optional(Type.String()),
  }),
  run: async ({ tx }, { programme, state = null, before }) => {
    const most = 50;
    const found = await listReferrals(tx, { programme, state, before: rowBefore(before), most });
    const shown = await showReferrals(tx, programme, found);
    return { ok: true, value: { referrals: shown, ...placeAfter(found, most) } };
  },
});

export const participantRecord = action({
  name: 'people.see_participant',
  kind: 'read',
  who: whoSees,
  parts: partsThatSee,
  summary: 'Where a participant stands: with whom, since when, and whether they are protected.',
  input: Type.Object(
    {
      programme: Type.String(),
      participant: Type.String({ format: 'uuid' }),
      as: Type.Optional(
        Type.String({ maxLength: 200, description: 'What your organisation may call them.' }),
      ),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    participant: Type.String(),
    ownReference: Type.Optional(
      Type.String({ description: 'What it calls them, where that was asked and is so.' }),
    ),
    enteredAt: Type.String(),
    isErased: Type.Boolean(),
    isProtected: Type.Boolean(),
    isUnsetAsked: Type.Boolean(),
    referrals: Type.Array(referralSchema),
  }),
  run: async (work, { as, ...whom }) => {
    const found = await findParticipant(work.tx, whom);
    if (found === undefined) return { ok: false, problems: [participantNotThere()] };
    const called = await isCalled(work, whom, as);
    if (!called.ok) return called;
    const own = await listReferralsOf(work.tx, whom);
    return {
      ok: true,
      value: {
        participant: found.id,
        ...(as !== undefined && called.value ? { ownReference: as } : {}),
        enteredAt: found.enteredAt,
        isErased: found.erasedAt !== null,
        ...(await protectionIn(work, whom)),
        referrals: await showReferrals(work.tx, whom.programme, own),
      },
    };
  },
});

/** Whether that is what one's organisation calls them. */
async function isCalled(
  work: Work,
  { programme, participant }: Whom,
  reference: string | undefined,
): Promise<Result<boolean>> {
  if (reference === undefined) return { ok: true, value: false };
  const organisation = organisationOf(work);
  const called = await findByOwnReference(work, { programme, organisation, reference });
  return called.ok ? { ok: true, value: called.value === participant } : called;
}

async function showReferrals(tx: Tx, programme: string, found: readonly Referral[]) {
  const parties = await listParties(tx, programme);
  const names = new Map(
    parties
      .filter(({ part }) => part === 'provider')
      .map(({ organisation, name }) => [organisation, name]),
  );
  return found.map(({ id, participant, provider, at, way, state }) => {
    return { referral: id, participant, provider: names.get(provider) ?? '', at, way, state };
  });
}
