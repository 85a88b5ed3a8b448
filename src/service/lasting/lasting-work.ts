import Type from 'typebox';
import { Value } from 'typebox/value';
import { assert, type Problem } from '../../problem/index.ts';
import { addJob, type Tx } from '../../store/index.ts';
import type {
  Ended,
  LastingRequest,
  LastingRequests,
  WhichRequest,
} from '../../store/money/index.ts';
import type { Service } from '../act/index.ts';

/** What came of a request: what its table keeps of that, or why nothing did. */
export type Came =
  | Readonly<{ came: readonly unknown[] }>
  | Readonly<{ state: 'refused' | 'failed'; problems: readonly Problem[] }>;

/** One kind of work that is asked for, and done by and by. */
export type LastingWork<Row extends LastingRequest> = Readonly<{
  /** The task in the queue that does it. */
  task: string;
  requests: LastingRequests<Row>;
  /**
   * Does what was asked. It may be killed at any step and begun again. Nothing is given where that
   * it is done was kept together with what was done.
   */
  work: (service: Service, asked: Row) => Promise<Came | undefined>;
  /** That it broke off so often. */
  failed: (attempts: number) => Problem;
}>;

/** Puts what was asked for into the queue, if and when this transaction is kept. */
export async function queueLasting(
  tx: Tx,
  { task }: Pick<LastingWork<LastingRequest>, 'task'>,
  { programme, id }: WhichRequest,
): Promise<void> {
  await addJob(tx, { task, payload: { programme, request: id }, key: id });
}

/**
 * Has everything done that was asked for and has not come to an end. The queue keeps the work of a
 * program that was killed for hours before it gives it to another. Where that one works on after
 * all, whichever ends first has done it, and the other finds it done.
 */
export async function queueLastingAgain<Row extends LastingRequest>(
  { store }: Service,
  kind: LastingWork<Row>,
): Promise<void> {
  await store.read({ reach: 'upkeep' }, async (tx) => {
    for (const waiting of await kind.requests.listWaiting(tx)) {
      await queueLasting(tx, kind, waiting);
    }
  });
}

const payloadShape = Type.Object({ programme: Type.String(), request: Type.String() });

// As often as the queue tries, and counted here too: a program that is killed by the work tells the
// queue nothing, and would begin it anew at every start.
const attemptsMost = 5;

/** Does what was asked for. What breaks off time after time has failed. */
export async function lastingJob<Row extends LastingRequest>(
  service: Service,
  kind: LastingWork<Row>,
  payload: unknown,
): Promise<void> {
  assert(Value.Check(payloadShape, payload), 'a job names what was asked for');
  const which = { programme: payload.programme, id: payload.request };
  const asked = await service.store.read({ reach: 'upkeep' }, async (tx) =>
    kind.requests.begin(tx, which),
  );
  if (asked === undefined) return;
  const { attempts } = asked;
  const end = async (came: Came) => endLasting(service, kind, { ...which, ...came });
  const failed = (times: number) => end({ state: 'failed', problems: [kind.failed(times)] });
  if (attempts > attemptsMost) return failed(attempts - 1);
  try {
    const came = await kind.work(service, asked);
    if (came !== undefined) await end(came);
  } catch (error) {
    if (attempts === attemptsMost) await failed(attempts);
    throw error;
  }
}

async function endLasting<Row extends LastingRequest>(
  { store, clock }: Service,
  { requests }: LastingWork<Row>,
  ended: WhichRequest & Came,
): Promise<void> {
  const at = new Date(clock()).toISOString();
  const kept: Ended = { ...ended, at };
  await store.read({ reach: 'upkeep' }, async (tx) => requests.end(tx, kept));
}

/** Says how far it has come, beside the transaction that does it, which nobody else sees. */
export async function advanceLasting<Row extends LastingRequest>(
  { store }: Service,
  { requests }: Pick<LastingWork<Row>, 'requests'>,
  { which, step }: Readonly<{ which: WhichRequest; step: Row['step'] }>,
): Promise<void> {
  await store.read({ reach: 'upkeep' }, async (tx) => requests.advance(tx, which, step));
}
