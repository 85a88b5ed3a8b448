import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { assert, type Problem } from '../../problem/index.ts';
import { addJob, type Tx } from '../../store/index.ts';
import {
  advanceRequest,
  beginRequest,
  endRequest,
  findRequest,
  insertRequest,
  listOpenRequests,
  listWaitingRequests,
  type SettlementRequest,
} from '../../store/money/index.ts';
import { actorNow } from '../access/index.ts';
import { action, perform, type Service } from '../act/index.ts';
import {
  dayShape,
  idShape,
  listOf,
  momentShape,
  nothingElse,
  problemShape,
} from '../programmes/shapes.ts';
import { prepare, preparingOf, toPrepare, withDays } from './prepare-settlement.ts';
import { settlementRequestFailed, settlementRequestNotThere } from './problems.ts';
import { wholeFor } from './who-sees.ts';

/** The task in the queue that prepares what was asked for. */
export const prepareTask = 'money.prepare_settlement';

/** Asks for a settlement of any size: it is prepared by and by, in the name of who asked. */
export const requestSettlement = action({
  name: 'money.request_settlement',
  kind: 'change',
  who: ['finance_preparer'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Asks for a settlement to be prepared by and by, whatever its size.',
  input: toPrepare,
  output: Type.Object({ request: idShape }, nothingElse),
  run: async (work, asked) => {
    const { tx, actor, now, note } = work;
    assert(actor.kind === 'account' && actor.organisation, 'a settlement is asked for by somebody');
    const id = randomUUID();
    const { programme, insteadOf = null } = asked;
    const who = { organisation: actor.organisation.id, account: actor.account };
    const days = withDays(work, asked);
    await insertRequest(tx, { programme, id, ...who, ...days, insteadOf, askedAt: now });
    await queueRequest(tx, { programme, id });
    note({ programme, about: { request: id, ...days } });
    return { ok: true, value: { request: id } };
  },
});

async function queueRequest(
  tx: Tx,
  { programme, id }: Pick<SettlementRequest, 'programme' | 'id'>,
): Promise<void> {
  await addJob(tx, { task: prepareTask, payload: { programme, request: id }, key: id });
}

/**
 * Has every settlement prepared that was asked for and is not there. The queue keeps the work of a
 * program that was killed for hours before it gives it to another. Where that one works on after
 * all, whichever ends first has prepared it, and the other finds it done.
 */
export async function queueRequestsAgain({ store }: Service): Promise<void> {
  await store.read({ reach: 'upkeep' }, async (tx) => {
    for (const waiting of await listWaitingRequests(tx)) await queueRequest(tx, waiting);
  });
}

/** Failed is one whose work broke off so often that it is not tried again by itself. */
const requestStateShape = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('done'),
  Type.Literal('refused'),
  Type.Literal('failed'),
]);

/** How a settlement that was asked for stands. */
export const readRequest = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.read_request',
  summary: 'Says how far a settlement is that was asked for, and what came of it.',
  input: Type.Object({ programme: idShape, request: idShape }, nothingElse),
  output: Type.Object(
    {
      state: requestStateShape,
      step: Type.String(),
      asAt: dayShape,
      knownAt: dayShape,
      insteadOf: Type.Optional(idShape),
      settlement: Type.Optional(idShape),
      problems: listOf(problemShape),
    },
    nothingElse,
  ),
  run: async ({ tx }, { programme, request }) => {
    const found = await findRequest(tx, { programme, id: request });
    if (found === undefined) return { ok: false, problems: [settlementRequestNotThere()] };
    const { state, step, asAt, knownAt, insteadOf, settlement, problems } = found;
    return {
      ok: true,
      value: {
        state,
        step,
        asAt,
        knownAt,
        ...(insteadOf === null ? {} : { insteadOf }),
        ...(settlement === null ? {} : { settlement }),
        problems: (problems ?? []) as [],
      },
    };
  },
});

/** Settlements that were asked for and are not there. */
export const listOfRequests = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.list_requests',
  summary: 'Lists settlements that were asked for: those that wait, and the last if it failed.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object(
    {
      requests: listOf(
        Type.Object(
          { request: idShape, state: requestStateShape, asAt: dayShape, askedAt: momentShape },
          nothingElse,
        ),
      ),
    },
    nothingElse,
  ),
  run: async ({ tx }, { programme }) => {
    const found = await listOpenRequests(tx, programme);
    const requests = found.map(({ id, state, asAt, askedAt }) => {
      return { request: id, state, asAt, askedAt };
    });
    return { ok: true, value: { requests } };
  },
});

const payloadShape = Type.Object({ programme: Type.String(), request: Type.String() });

// As often as the queue tries, and counted here too: a program that is killed by the work tells the
// queue nothing, and would begin it anew at every start.
const attemptsMost = 5;

/**
 * Prepares what was asked for. It may be killed at any step and begun again: the settlement and
 * that the request is done are one transaction. What breaks off time after time has failed.
 */
export async function prepareJob(service: Service, payload: unknown): Promise<void> {
  assert(Value.Check(payloadShape, payload), 'a job to prepare a settlement names what was asked');
  const which = { programme: payload.programme, id: payload.request };
  const { store } = service;
  const found = await store.read({ reach: 'upkeep' }, async (tx) => beginRequest(tx, which));
  if (found === undefined) return;
  const { attempts } = found;
  if (attempts > attemptsMost) {
    await end(service, found, {
      state: 'failed',
      problems: [settlementRequestFailed(attempts - 1)],
    });
    return;
  }
  try {
    await prepareFor(service, found);
  } catch (error) {
    if (attempts === attemptsMost) {
      await end(service, found, { state: 'failed', problems: [settlementRequestFailed(attempts)] });
    }
    throw error;
  }
}

async function prepareFor(service: Service, found: SettlementRequest): Promise<void> {
  const { programme, asAt, knownAt, insteadOf } = found;
  const input = {
    programme,
    asAt,
    knownAt,
    ...(insteadOf === null ? {} : { insteadOf }),
  };
  const done = await perform(service, preparingFor(service, found), {
    actor: await actorNow(service.store, found),
    input,
  });
  if (!done.ok) await end(service, found, { state: 'refused', problems: done.problems });
}

function preparingFor({ store }: Service, { programme, id }: SettlementRequest) {
  const which = { programme, id };
  return preparingOf(async (work, asked) => {
    // How far it has come is kept beside the transaction that prepares, which nobody else sees.
    const prepared = await prepare(work, asked, async (step) =>
      store.read({ reach: 'upkeep' }, async (tx) => advanceRequest(tx, which, step)),
    );
    if (!prepared.ok) return prepared;
    const { settlement } = prepared.value;
    const isWaiting = await endRequest(work.tx, { ...which, settlement, at: work.now });
    assert(isWaiting, 'what was asked for is prepared once');
    return prepared;
  });
}

type Ended = Readonly<{ state: 'refused' | 'failed'; problems: readonly Problem[] }>;

async function end(
  { store, clock }: Service,
  { programme, id }: SettlementRequest,
  ended: Ended,
): Promise<void> {
  const at = new Date(clock()).toISOString();
  await store.read({ reach: 'upkeep' }, async (tx) =>
    endRequest(tx, { programme, id, at, ...ended }),
  );
}
