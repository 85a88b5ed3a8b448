import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import { listParties } from '../../store/index.ts';
import { findReferral, moveReferral, type Referral } from '../../store/people/index.ts';
import { action, dayIn, type Work } from '../act/index.ts';
import { addFacts, type FactCells } from '../facts-in/index.ts';
import { oneOf, whyLeft, whyTurnedAway } from './codes.ts';
import { organisationOf } from './enter-person.ts';
import { isOwnWord, waitsWords } from './is-own-word.ts';
import { referralInState, referralNotThere, stayBeforeReferral } from './problems.ts';

const which = {
  programme: Type.String(),
  referral: Type.String({ format: 'uuid' }),
};
const text = Type.Optional(Type.String({ maxLength: 200 }));
const day = Type.Optional(Type.String({ maxLength: 10 }));
const stateSchema = Type.Object({ state: Type.String() });
const attachedSchema = Type.Object({
  state: Type.String(),
  waits: Type.Boolean({ description: waitsWords }),
});

export const attachPerson = action({
  name: 'people.attach_person',
  kind: 'change',
  who: ['provider_staff'],
  parts: ['provider'],
  summary: 'A stay begins with the provider that somebody was sent to.',
  input: Type.Object({ ...which, day, group: text, with: text }, { additionalProperties: false }),
  output: attachedSchema,
  run: async (work, { programme, referral, day: on = work.today, group, with: having }) => {
    const asked = { programme, id: referral };
    const found = await findReferral(work.tx, asked);
    if (found?.provider !== organisationOf(work)) {
      return { ok: false, problems: [referralNotThere()] };
    }
    const referredOn = dayIn(work.service.store.timeZone, found.at);
    if (on < referredOn) return { ok: false, problems: [stayBeforeReferral(on, referredOn)] };
    // Whom nobody but the provider has sent counts once a verifier has accepted it.
    const waits = await isOwnWord(work, { programme, provider: found.referredBy });
    const cells = {
      kind: 'attached',
      day: on,
      ...(group === undefined ? {} : { group }),
      ...(having === undefined ? {} : { with: having }),
      ...(waits ? { state: 'waiting' } : {}),
    };
    const moved = await move(work, asked, { from: ['made'], to: 'attached', cells });
    return moved.ok ? { ok: true, value: { ...moved.value, waits } } : moved;
  },
});

export const turnAwayPerson = action({
  name: 'people.turn_away_person',
  kind: 'change',
  who: ['provider_staff'],
  parts: ['provider'],
  summary: 'The provider does not take somebody, and says why.',
  input: Type.Object({ ...which, why: oneOf(whyTurnedAway) }, { additionalProperties: false }),
  output: stateSchema,
  run: async (work, { programme, referral, why }) =>
    move(
      work,
      { programme, id: referral },
      {
        from: ['made'],
        to: 'refused',
        cells: { kind: 'turned away', day: work.today, method: why },
      },
    ),
});

export const endStay = action({
  name: 'people.end_stay',
  kind: 'change',
  who: ['provider_staff', 'case_worker'],
  parts: ['provider', 'commissioner', 'referrer'],
  summary: 'A stay ends: the day is its last.',
  input: Type.Object({ ...which, day, why: oneOf(whyLeft) }, { additionalProperties: false }),
  output: stateSchema,
  run: async (work, { programme, referral, day: on = work.today, why }) =>
    move(
      work,
      { programme, id: referral },
      {
        from: ['attached'],
        to: 'ended',
        cells: { kind: 'left', day: on, method: why },
      },
    ),
});

type Move = Readonly<{
  from: readonly Referral['state'][];
  to: Referral['state'];
  cells: FactCells;
}>;

/** Moves a referral on, and writes down what that means for the participant. */
async function move(
  work: Work,
  asked: Readonly<{ programme: string; id: string }>,
  { from, to, cells }: Move,
): Promise<Result<{ state: string }>> {
  const found = await findReferral(work.tx, asked);
  const here = organisationOf(work);
  const isTheirs = found?.provider === here || to === 'ended';
  if (found === undefined || !isTheirs) return { ok: false, problems: [referralNotThere()] };
  if (!from.includes(found.state)) return { ok: false, problems: [referralInState(found.state)] };
  const { programme, participant } = found;
  const parties = await listParties(work.tx, programme);
  const name = parties.find(
    ({ organisation, part }) => organisation === found.provider && part === 'provider',
  )?.name;
  const fact = { ...cells, participant, ...(name === undefined ? {} : { provider: name }) };
  const written = await addFacts(work, programme, { way: 'service', facts: [fact] });
  if (!written.ok) return written;
  await moveReferral(work.tx, { ...asked, state: to, at: work.now });
  work.note({ programme, about: { participant, referral: found.id, state: to } });
  return { ok: true, value: { state: to } };
}
