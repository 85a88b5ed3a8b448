import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { assert, type Problem } from '../../problem/index.ts';
import { addJob, type Tx } from '../../store/index.ts';
import {
  advanceRequest,
  endRequest,
  findRequest,
  insertRequest,
  listWaitingRequests,
  type SettlementRequest,
} from '../../store/money/index.ts';
import { actorNow } from '../access/index.ts';
import { action, perform, type Service } from '../act/index.ts';
import { idShape, listOf, nothingElse, problemShape } from '../programmes/shapes.ts';
import { prepare, preparingOf, toPrepare, withDays } from './prepare-settlement.ts';
import { settlementRequestNotThere } from './problems.ts';
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

/** How a settlement that was asked for stands. */
export const readRequest = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.read_request',
  summary: 'Says how far a settlement is that was asked for, and what came of it.',
  input: Type.Object({ programme: idShape, request: idShape }, nothingElse),
  output: Type.Object(
    {
      state: Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('refused')]),
      step: Type.String(),
      asAt: Type.String(),
      settlement: Type.Optional(idShape),
      problems: listOf(problemShape),
    },
    nothingElse,
  ),
  run: async ({ tx }, { programme, request }) => {
    const found = await findRequest(tx, { programme, id: request });
    if (found === undefined) return { ok: false, problems: [settlementRequestNotThere()] };
    const { state, step, asAt, settlement, problems } = found;
    return {
      ok: true,
      value: {
        state,
        step,
        asAt,
        ...(settlement === null ? {} : { settlement }),
        problems: (problems ?? []) as [],
      },
    };
  },
});

const payloadShape = Type.Object({ programme: Type.String(), request: Type.String() });

/**
 * Prepares what was asked for. It may be killed at any step and begun again: the settlement and
 * that the request is done are one transaction.
 */
export async function prepareJob(service: Service, payload: unknown): Promise<void> {
  assert(Value.Check(payloadShape, payload), 'a job to prepare a settlement names what was asked');
  const which = { programme: payload.programme, id: payload.request };
  const { store } = service;
  const found = await store.read({ reach: 'upkeep' }, async (tx) => findRequest(tx, which));
  if (found?.state !== 'waiting') return;
  const { asAt, knownAt, insteadOf } = found;
  const input = {
    programme: which.programme,
    asAt,
    knownAt,
    ...(insteadOf === null ? {} : { insteadOf }),
  };
  const done = await perform(service, preparingFor(service, found), {
    actor: await actorNow(service.store, found),
    input,
  });
  if (!done.ok) await refuse(service, found, done.problems);
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

async function refuse(
  { store, clock }: Service,
  { programme, id }: SettlementRequest,
  problems: readonly Problem[],
): Promise<void> {
  const at = new Date(clock()).toISOString();
  await store.read({ reach: 'upkeep' }, async (tx) =>
    endRequest(tx, { programme, id, problems, at }),
  );
}
