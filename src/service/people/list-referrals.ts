import Type from 'typebox';
import { findParticipant } from '../../store/facts/index.ts';
import type { Tx } from '../../store/index.ts';
import { listParties } from '../../store/index.ts';
import { listReferrals, listReferralsOf, type Referral } from '../../store/people/index.ts';
import { action, listPlace, placeAfter, rowBefore } from '../act/index.ts';
import { participantNotThere } from '../facts-in/index.ts';
import { protectionIn } from './protect-participant.ts';

const referralSchema = Type.Object({
  referral: Type.String(),
  participant: Type.String(),
  provider: Type.String(),
  at: Type.String(),
  way: Type.String(),
  state: Type.String(),
});

const who = ['case_worker', 'provider_staff', 'commissioner', 'auditor'] as const;
const parts = ['commissioner', 'referrer', 'provider', 'auditor'] as const;

export const referrals = action({
  name: 'people.list_referrals',
  kind: 'read',
  who,
  parts,
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
  who,
  parts,
  summary: 'Where a participant stands: with whom, since when, and whether they are protected.',
  input: Type.Object(
    { programme: Type.String(), participant: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    participant: Type.String(),
    enteredAt: Type.String(),
    isErased: Type.Boolean(),
    isProtected: Type.Boolean(),
    isUnsetAsked: Type.Boolean(),
    referrals: Type.Array(referralSchema),
  }),
  run: async (work, whom) => {
    const found = await findParticipant(work.tx, whom);
    if (found === undefined) return { ok: false, problems: [participantNotThere()] };
    const own = await listReferralsOf(work.tx, whom);
    return {
      ok: true,
      value: {
        participant: found.id,
        enteredAt: found.enteredAt,
        isErased: found.erasedAt !== null,
        ...(await protectionIn(work, whom)),
        referrals: await showReferrals(work.tx, whom.programme, own),
      },
    };
  },
});

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
