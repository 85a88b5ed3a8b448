import type { Static, TSchema } from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import type { Reach, Tx } from '../../store/index.ts';
import { appendEntry, findHead, findOnce, keepAnswer, takeOnce } from '../../store/index.ts';
import { type Actor, reachOf } from '../access/actor.ts';
import { mayDo, mayTakePart } from '../access/may-do.ts';
import { onceShownBefore, onceUsedOtherwise } from '../access/problems.ts';
import type { Action, Noted, Work } from './action.ts';
import { checkInput } from './check-input.ts';
import { type Once, onceOf } from './once-of.ts';
import type { Service } from './service.ts';

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
  if (!input.ok) return input;
  const afterwards: (() => Promise<void>)[] = [];
  const reach = reachFor(action, asked.actor);
  const isSteady = action.kind === 'read';
  const work = async (tx: Tx) => {
    const ground = { service, action, asked, tx, afterwards };
    return isSteady ? read(ground, input.value) : change(ground, input.value);
  };
  const result = await service.store.within(reach, work, { isSteady });
  if (action.kind === 'change') service.step?.(`${action.name}: kept`);
  if (result.ok) for (const each of afterwards) await each();
  return result;
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
  const programme = programmeOf(input) ?? '';
  const { parts } = action;
  if (!allowed.ok || parts === undefined) return allowed;
  return store.within(reachFor(action, actor), async (tx) =>
    mayTakePart(tx, { actor, programme, parts }),
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
  const there = await partIn(ground, input);
  if (!there.ok) return there;
  const work = await workOf(ground, { input, note: () => assert(false, 'a read notes nothing') });
  return ground.action.run(work, input);
}

async function change<Input extends TSchema, Output extends TSchema>(
  ground: Ground<Input, Output>,
  input: Static<Input>,
): Promise<Result<Static<Output>>> {
  const { service, action, asked, tx } = ground;
  const there = await partIn(ground, input);
  if (!there.ok) return there;
  const noted: Noted[] = [];
  const work = await workOf(ground, { input, note: (entry) => noted.push(entry) });
  const under = onceOf(asked, { act: action.name, input, at: work.now });
  if (!under.ok) return under;
  const once = under.value;
  if (once !== undefined && !(await takeOnce(tx, once))) return answeredBefore(ground, once);
  service.step?.(`${action.name}: begun`);
  const result = await action.run(work, input);
  if (!result.ok) return result;
  service.step?.(`${action.name}: done`);
  const kept = action.givesSecret === true ? null : result.value;
  if (once !== undefined) await keepAnswer(tx, once, kept);
  await keepRecord(ground, { noted, now: work.now });
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

async function partIn<Input extends TSchema, Output extends TSchema>(
  { action, asked, tx }: Ground<Input, Output>,
  input: unknown,
): Promise<Result<null>> {
  if (action.parts === undefined) return { ok: true, value: null };
  const programme = programmeOf(input);
  assert(programme !== undefined, 'an action for parts of a programme names the programme');
  return mayTakePart(tx, { actor: asked.actor, programme, parts: action.parts });
}

function programmeOf(input: unknown): string | undefined {
  const given = (input as { programme?: unknown } | undefined)?.programme;
  return typeof given === 'string' ? given : undefined;
}

type WorkGround = Readonly<{ input: unknown; note: Work['note'] }>;

async function workOf<Input extends TSchema, Output extends TSchema>(
  { service, asked, tx, afterwards }: Ground<Input, Output>,
  { input, note }: WorkGround,
): Promise<Work> {
  const programme = programmeOf(input);
  const clock = new Date(service.clock()).toISOString();
  const head = programme === undefined ? undefined : await findHead(tx, programme);
  // A clock that was set back does not let anything be known before what was known already.
  const now = head !== undefined && head.at > clock ? head.at : clock;
  return {
    tx,
    actor: asked.actor,
    service,
    now,
    today: dayOf(now),
    note,
    afterwards: (work) => afterwards.push(work),
  };
}

function dayOf(moment: string): string {
  const date = new Date(moment);
  const parts = [date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, '0'));
  return [`${date.getFullYear()}`.padStart(4, '0'), ...parts].join('-');
}

async function keepRecord<Input extends TSchema, Output extends TSchema>(
  { tx, asked: { actor }, action }: Ground<Input, Output>,
  { noted, now }: Readonly<{ noted: readonly Noted[]; now: string }>,
): Promise<void> {
  const account = actor.kind === 'account' ? actor.account : null;
  const organisation = actor.kind === 'account' ? (actor.organisation?.id ?? null) : null;
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
