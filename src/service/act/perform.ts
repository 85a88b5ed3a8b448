import type { Static, TSchema } from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import type { Reach, Tx } from '../../store/index.ts';
import { appendEntry, findGround, findOnce, keepAnswer, metAnother } from '../../store/index.ts';
import { type Actor, reachOf } from '../access/actor.ts';
import { mayDo, mayTakePart } from '../access/may-do.ts';
import { onceShownBefore, onceUsedOtherwise } from '../access/problems.ts';
import type { Action, Noted, Work } from './action.ts';
import { checkInput } from './check-input.ts';
import { dayIn } from './day-in.ts';
import { type Once, onceOf } from './once-of.ts';
import type { Service } from './service.ts';
import { takenMeanwhile } from './taken-meanwhile.ts';

/** An action asked for: by whom, with what, and under which key if it is a change. */
export type Asked = Readonly<{ actor: Actor; input: unknown; onceKey?: string }>;

/**
 * Does an action in one transaction: who may, what was given, the work, the record. A problem
 * anywhere leaves nothing behind. The same key with the same input is done once, and answered
 * alike every time.
 */
export async function perform<Input extends TSchema, Output extends TSchema>(
  service: Service,
  action: Action<Input, Output>,
  asked: Asked,
): Promise<Result<Static<Output>>> {
  const allowed = mayDo(action, asked.actor);
  if (!allowed.ok) return allowed;
  const input = checkInput(action.input, asked.input);
  if (!input.ok) {
    const there = await mayPerform(service, action, asked);
    return there.ok ? input : there;
  }
  const reach = reachFor(action, asked.actor);
  const isSteady = action.kind === 'read';
  const once = async () => {
    const ground = { service, action, asked, afterwards: [] as (() => Promise<void>)[] };
    const work = async (tx: Tx) =>
      isSteady ? read({ ...ground, tx }, input.value) : change({ ...ground, tx }, input.value);
    const { afterwards } = ground;
    return { result: await service.store.within(reach, work, { isSteady }), afterwards };
  };
  const { result, afterwards } = await whileAllowed({ service, action, asked }, async () =>
    onceMore(once),
  );
  if (action.kind === 'change') service.step?.(`${action.name}: kept`);
  if (result.ok) for (const each of afterwards) await doAfterwards(service, action, each);
  return result;
}

/**
 * Two may do at the same moment what can be done once: take one name, join twice, save in two tabs.
 * The second has kept nothing then, and does its work again: it finds what the first has left, and
 * says so in the words of its action.
 */
async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!metAnother(error)) throw error;
    return work();
  }
}

type Done<T> = Readonly<{ result: Result<T>; afterwards: readonly (() => Promise<void>)[] }>;

/** What was done, or that somebody has taken the duty for it meanwhile, and nothing was. */
async function whileAllowed<T>(
  { service, action, asked }: Readonly<{ service: Service; action: Action; asked: Asked }>,
  work: () => Promise<Done<T>>,
): Promise<Done<T>> {
  try {
    return await work();
  } catch (error) {
    const whose = { actor: asked.actor, programme: programmeOf(asked.input), error };
    const problems = await takenMeanwhile(service.store, action, whose);
    if (problems.length === 0) throw error;
    return { result: { ok: false, problems }, afterwards: [] };
  }
}

// What was done is kept by now, and is answered as it was kept.
async function doAfterwards(
  { tellFault }: Service,
  { name }: Pick<Action, 'name'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    tellFault?.(error, `after ${name}`);
  }
}

/**
 * Whether somebody may do an action at all: before a file is taken in that it is for. Nothing is
 * said yet of the rest of its input.
 */
export async function mayPerform(
  { store }: Service,
  action: Action,
  { actor, input }: Asked,
): Promise<Result<null>> {
  const allowed = mayDo(action, actor);
  const { parts } = action;
  if (!allowed.ok || parts === undefined) return allowed;
  const asked = { programme: programmeOf(input), organisation: organisationOf(actor), parts };
  return store.within(reachFor(action, actor), async (tx) =>
    mayTakePart(action, actor, await findGround(tx, asked)),
  );
}

// Who looks up sign-ins while being signed in stays who they are.
function reachFor({ reach }: Pick<Action, 'reach'>, actor: Actor): Reach {
  if (reach === undefined) return reachOf(actor);
  return reach.reach === 'sign-in' && actor.kind === 'account'
    ? { reach: 'sign-in', account: actor.account }
    : reach;
}

type Ground<Input extends TSchema, Output extends TSchema> = Readonly<{
  service: Service;
  action: Action<Input, Output>;
  asked: Asked;
  tx: Tx;
  afterwards: (() => Promise<void>)[];
}>;

async function read<Input extends TSchema, Output extends TSchema>(
  ground: Ground<Input, Output>,
  input: Static<Input>,
): Promise<Result<Static<Output>>> {
  const begun = await begin(ground, input);
  if (!begun.ok) return begun;
  const note = () => assert(false, 'a read notes nothing');
  return ground.action.run(workOf(ground, { now: begun.value.now, note }), input);
}

async function change<Input extends TSchema, Output extends TSchema>(
  ground: Ground<Input, Output>,
  input: Static<Input>,
): Promise<Result<Static<Output>>> {
  const { service, action, asked, tx } = ground;
  const under = onceOf(asked, { act: action.name, input, at: momentOf(service) });
  const once = under.ok ? under.value : undefined;
  const begun = await begin(ground, input, once);
  if (!begun.ok) return begun;
  if (!under.ok) return under;
  const { now, isTaken } = begun.value;
  if (once !== undefined && !isTaken) return answeredBefore(ground, once);
  service.step?.(`${action.name}: begun`);
  const noted: Noted[] = [];
  const work = workOf(ground, { now, note: (entry) => noted.push(entry) });
  const result = await action.run(work, input);
  if (!result.ok) return result;
  service.step?.(`${action.name}: done`);
  const kept = action.givesSecret === true ? null : result.value;
  if (once !== undefined) await keepAnswer(tx, once, kept);
  await keepRecord(ground, { noted, now });
  service.step?.(`${action.name}: recorded`);
  return result;
}

async function answeredBefore<Answer>(
  { tx, action, asked }: Readonly<{ tx: Tx; action: Pick<Action, 'givesSecret'>; asked: Asked }>,
  once: Once,
): Promise<Result<Answer>> {
  const before = await findOnce(tx, once);
  assert(before !== undefined, 'a key that is taken has been kept');
  const isSame = before.act === once.act && before.requestHash.equals(once.requestHash);
  if (isSame && action.givesSecret === true) return { ok: false, problems: [onceShownBefore()] };
  return isSame
    ? { ok: true, value: before.answer as Answer }
    : { ok: false, problems: [onceUsedOtherwise(asked.onceKey ?? '')] };
}

type Begun = Readonly<{ now: string; isTaken: boolean }>;

/** Whether they take part, what the moment is, and whether the key is new: one question for all. */
async function begin<Input extends TSchema, Output extends TSchema>(
  { service, action, asked: { actor }, tx }: Ground<Input, Output>,
  input: unknown,
  once?: Once,
): Promise<Result<Begun>> {
  const { parts } = action;
  const programme = programmeOf(input);
  const organisation = organisationOf(actor);
  const found = await findGround(tx, { programme, organisation, parts, once });
  const there = mayTakePart(action, actor, found);
  if (!there.ok) return there;
  const clock = momentOf(service);
  const { headAt, isTaken } = found;
  // A clock that was set back does not let anything be known before what was known already.
  const now = headAt !== null && headAt > clock ? headAt : clock;
  return { ok: true, value: { now, isTaken } };
}

function momentOf({ clock }: Service): string {
  return new Date(clock()).toISOString();
}

function organisationOf(actor: Actor): string | undefined {
  return actor.kind === 'account' ? actor.organisation?.id : undefined;
}

const reference = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// What is no reference is the reference of no programme.
function programmeOf(input: unknown): string | undefined {
  const given = (input as { programme?: unknown } | undefined)?.programme;
  return typeof given === 'string' && reference.test(given) ? given : undefined;
}

function workOf<Input extends TSchema, Output extends TSchema>(
  { service, asked, tx, afterwards }: Ground<Input, Output>,
  { now, note }: Pick<Work, 'now' | 'note'>,
): Work {
  return {
    tx,
    actor: asked.actor,
    service,
    now,
    today: dayIn(service.store.timeZone, now),
    note,
    afterwards: (work) => afterwards.push(work),
  };
}

async function keepRecord<Input extends TSchema, Output extends TSchema>(
  { tx, asked: { actor }, action }: Ground<Input, Output>,
  { noted, now }: Readonly<{ noted: readonly Noted[]; now: string }>,
): Promise<void> {
  const account = actor.kind === 'account' ? actor.account : null;
  const organisation = organisationOf(actor) ?? null;
  const own = organisation ?? account;
  const entries: readonly Noted[] = noted.length > 0 ? noted : [{ about: {} }];
  const chained = entries.flatMap((entry) => {
    const chain = entry.programme ?? entry.organisation ?? entry.account ?? own;
    return chain === null ? [] : [{ ...entry, chain }];
  });
  // Chains are taken in order, so that two changes never wait for each other.
  for (const { chain, about, fingerprint = null } of chained.toSorted(byChain)) {
    const entry = { chain, at: now, account, organisation, act: action.name, about, fingerprint };
    await appendEntry(tx, entry);
  }
}

function byChain(one: { chain: string }, other: { chain: string }): number {
  return one.chain < other.chain ? -1 : 1;
}
