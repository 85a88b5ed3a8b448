import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { assert } from '../../problem/index.ts';
import {
  findRequest,
  insertRequest,
  listOpenRequests,
  type SettlementRequest,
  settlementRequests,
} from '../../store/money/index.ts';
import { actorNow } from '../access/index.ts';
import { action, perform, type Service } from '../act/index.ts';
import { advanceLasting, type Came, type LastingWork, queueLasting } from '../lasting/index.ts';
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

/** Settlements that are prepared by and by; that one is there is kept together with it. */
export const settlementWork: LastingWork<SettlementRequest> = {
  task: 'money.prepare_settlement',
  requests: settlementRequests,
  work: prepareFor,
  failed: settlementRequestFailed,
};

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
    await queueLasting(tx, settlementWork, { programme, id });
    note({ programme, about: { request: id, ...days } });
    return { ok: true, value: { request: id } };
  },
});

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

async function prepareFor(service: Service, found: SettlementRequest): Promise<Came | undefined> {
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
  return done.ok ? undefined : { state: 'refused', problems: done.problems };
}

function preparingFor(service: Service, { programme, id }: SettlementRequest) {
  const which = { programme, id };
  return preparingOf(async (work, asked) => {
    const prepared = await prepare(work, asked, async (step) =>
      advanceLasting(service, settlementWork, { which, step }),
    );
    if (!prepared.ok) return prepared;
    const came = [prepared.value.settlement];
    const isWaiting = await settlementRequests.end(work.tx, { ...which, came, at: work.now });
    assert(isWaiting, 'what was asked for is prepared once');
    return prepared;
  });
}
