import { randomUUID } from 'node:crypto';
import Type, { type Static } from 'typebox';
import type { Day } from '../../calendar/index.ts';
import type { ChoiceRecord } from '../../people/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { findParticipant } from '../../store/facts/index.ts';
import { hasPart, listPublishedVersions } from '../../store/index.ts';
import { seal } from '../../store/keys/index.ts';
import {
  addChoice,
  addReferral,
  listOpenProviders,
  lockPlaces,
  type OpenProvider,
  type Whom,
} from '../../store/people/index.ts';
import { action, type Work } from '../act/index.ts';
import { addFacts, type FactCells, isKey, participantNotThere } from '../facts-in/index.ts';
import { checkReserve } from './check-reserve.ts';
import { detailsSchema } from './details.ts';
import { accountOf, enterPerson, organisationOf } from './enter-person.ts';
import { isOwnWord, waitsWords } from './is-own-word.ts';
import { offeredTo, placesLeft, whoRefers } from './offer-providers.ts';
import {
  personNotNamed,
  providerFull,
  providerNotOpen,
  referralNotToday,
  referralOfOthers,
  referralOpenAlready,
} from './problems.ts';
import { actOnProtection } from './protect-participant.ts';
import { whyNotToday } from './taken-today.ts';

const inputSchema = Type.Object(
  {
    programme: Type.String(),
    participant: Type.Optional(Type.String({ format: 'uuid' })),
    details: Type.Optional(detailsSchema),
    provider: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'How the programme names it.',
    }),
    way: Type.Union([Type.Literal('referred'), Type.Literal('chosen')]),
    seed: Type.Optional(
      Type.String({ maxLength: 60, description: 'By which the providers were put in order.' }),
    ),
    group: Type.Optional(Type.String({ maxLength: 200 })),
    with: Type.Optional(Type.String({ maxLength: 200 })),
    isProtected: Type.Optional(
      Type.Boolean({ description: 'Whether they are marked as protected from the first moment.' }),
    ),
  },
  { additionalProperties: false },
);

type Input = Static<typeof inputSchema>;
type Done = Readonly<{ participant: string; referral: string; waits: boolean }>;

export const referPerson = action({
  name: 'people.refer_person',
  kind: 'change',
  who: whoRefers,
  parts: ['commissioner', 'referrer', 'provider'],
  summary: 'Sends somebody to a provider, or records that they chose one.',
  input: inputSchema,
  output: Type.Object({
    participant: Type.String(),
    referral: Type.String(),
    waits: Type.Boolean({ description: waitsWords }),
  }),
  run: async (work, input) => refer(work, input),
});

async function refer(work: Work, input: Input): Promise<Result<Done>> {
  const { programme, details } = input;
  const why = await whyNotToday(work, programme);
  if (why !== undefined) return { ok: false, problems: [referralNotToday(why)] };
  const provider = await findOpen(work, input);
  if (!provider.ok) return provider;
  const unpaid = await checkReserve(work, input);
  if (unpaid.length > 0) return { ok: false, problems: unpaid };
  if (input.participant === undefined && details === undefined) {
    return { ok: false, problems: [personNotNamed()] };
  }
  const entered =
    input.participant === undefined && details !== undefined
      ? await enterPerson(work, programme, details)
      : await findThem(work, { programme, participant: input.participant ?? '' });
  if (!entered.ok) return entered;
  const whom = { programme, participant: entered.value };
  const isMarked = input.isProtected === true;
  const marked = isMarked ? await actOnProtection(work, whom, 'set') : undefined;
  if (marked?.ok === false) return marked;
  const referral = await keepReferral(work, whom, { provider: provider.value, way: input.way });
  if (!referral.ok) return referral;
  const waits = await isOwnWord(work, { programme, provider: provider.value.organisation });
  const written = await addFacts(work, programme, {
    way: 'service',
    facts: factsOf(work, entered.value, { ...input, waits }),
  });
  if (!written.ok) return written;
  const chosen = input.way === 'chosen' ? await keepChoice(work, whom, input) : undefined;
  if (chosen?.ok === false) return chosen;
  work.note({ programme, about: { participant: entered.value, referral: referral.value } });
  return {
    ok: true,
    value: { participant: entered.value, referral: referral.value, waits },
  };
}

/** The provider, if somebody can go there today; nobody takes its last place meanwhile. */
async function findOpen(
  work: Work,
  { programme, provider, way }: Input,
): Promise<Result<OpenProvider>> {
  const { tx, today } = work;
  await lockPlaces(tx, programme);
  const all = await listOpenProviders(tx, { programme, today });
  const found = all.find(({ name }) => name === provider);
  if (found === undefined || !found.isOpen) {
    return { ok: false, problems: [providerNotOpen(provider)] };
  }
  const isProvider = all.some(({ organisation }) => organisation === organisationOf(work));
  const isOwn = found.organisation === organisationOf(work);
  if (isProvider && (!isOwn || way !== 'chosen') && !(await isCommissioner(work, programme))) {
    return { ok: false, problems: [referralOfOthers()] };
  }
  return placesLeft(found) === 0
    ? { ok: false, problems: [providerFull(provider, found.capacity ?? 0)] }
    : { ok: true, value: found };
}

/** Whether it is a commissioner that refers: one with a team of its own refers to all. */
async function isCommissioner(work: Work, programme: string): Promise<boolean> {
  const organisation = organisationOf(work);
  return hasPart(work.tx, { programme, organisation }, ['commissioner']);
}

async function findThem({ tx }: Work, whom: Whom): Promise<Result<string>> {
  const found = await findParticipant(tx, whom);
  return found === undefined || found.erasedAt !== null
    ? { ok: false, problems: [participantNotThere()] }
    : { ok: true, value: found.id };
}

async function keepReferral(
  work: Work,
  whom: Whom,
  { provider, way }: Readonly<{ provider: OpenProvider; way: Input['way'] }>,
): Promise<Result<string>> {
  const id = randomUUID();
  const isAdded = await addReferral(work.tx, {
    ...whom,
    id,
    provider: provider.organisation,
    referredBy: organisationOf(work),
    account: accountOf(work),
    at: work.now,
    way,
  });
  return isAdded
    ? { ok: true, value: id }
    : { ok: false, problems: [referralOpenAlready(provider.name)] };
}

function factsOf(
  { today }: Work,
  participant: string,
  input: Input & Readonly<{ waits: boolean }>,
): readonly FactCells[] {
  const { provider, group, way, waits } = input;
  const rest = {
    ...(waits ? { state: 'waiting' } : {}),
    ...(group === undefined ? {} : { group }),
    ...(input.with === undefined ? {} : { with: input.with }),
  };
  const referred = { kind: 'referred', participant, provider, day: today, ...rest };
  return way === 'chosen'
    ? [{ kind: 'chosen', participant, provider, day: today }, referred]
    : [referred];
}

/** Keeps what they chose with all that they were shown. */
async function keepChoice(work: Work, whom: Whom, input: Input): Promise<Result<null>> {
  const { programme, provider, seed = whom.participant } = input;
  const [newest] = (await listPublishedVersions(work.tx, programme)).toReversed();
  const record: ChoiceRecord = {
    chosenOn: work.today as Day,
    way: 'of their own choice',
    chosen: provider,
    offered: (await offeredTo(work, programme, seed)).map((each) => {
      return { ...each, since: each.since as Day };
    }),
    page: newest?.pageHash ?? '',
  };
  const keys = await work.service.keys.participantKeys(programme, [whom.participant]);
  if (!keys.ok) return keys;
  const key = keys.value.get(whom.participant);
  assert(isKey(key), 'whoever chooses has a key');
  const id = randomUUID();
  const plain = Buffer.from(JSON.stringify(record));
  const sealed = seal(key, plain, `choice/${programme}/${id}`);
  await addChoice(work.tx, { ...whom, id, at: work.now, sealed });
  return { ok: true, value: null };
}
