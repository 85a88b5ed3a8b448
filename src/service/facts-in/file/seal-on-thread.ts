import { closeThreads, openThread, threadProgram } from '../../shards/open-thread.ts';
import type { SealingGround } from '../sealing.ts';
import type { Asking, FileToSeal, SealingStep } from './seal-files.ts';
import type { FromSealing, ToSealing } from './sealing-messages.ts';

/** A thread makes much that it throws away at once. */
const roomForNewMegabytes = 64;

/**
 * Has files sealed on a thread of its own, so that whoever asks something of the service meanwhile
 * is answered, and the database works at the same time. Keys go there in memory, and end with it.
 */
export async function* sealOnThread(
  ground: SealingGround,
  files: readonly FileToSeal[],
  asking: Asking,
): AsyncGenerator<SealingStep> {
  const program = threadProgram('sealing-worker', import.meta.url);
  const thread = openThread(program, roomForNewMegabytes);
  try {
    yield* stepsOf(thread, { ground, files }, asking);
  } finally {
    await closeThreads([thread]);
  }
}

type Thread = ReturnType<typeof openThread>;
type Work = Readonly<{ ground: SealingGround; files: readonly FileToSeal[] }>;

async function* stepsOf(
  { worker, lost }: Thread,
  { ground, files }: Work,
  asking: Asking,
): AsyncGenerator<SealingStep> {
  const steps: SealingStep[] = [];
  let wake = () => {};
  let fault: unknown;
  const fail = (error: unknown) => {
    fault ??= error;
    wake();
  };
  void lost.then(fail);
  const tell = (message: ToSealing) => worker.postMessage(message);
  const answer = answering(tell, { asking, fail });
  worker.on('message', (message: FromSealing) => {
    if (message.is === 'more' || message.is === 'names') return answer(message);
    steps.push(message);
    wake();
  });
  worker.ref();
  tell({ is: 'files', ground, files, rowsAtOnce: asking.rowsAtOnce });
  for (;;) {
    const step = steps.shift();
    if (step === undefined) {
      if (fault !== undefined) throw fault;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    yield step;
    if (step.is !== 'facts') return;
    tell({ is: 'taken' });
  }
}

type Answering = Readonly<{ asking: Asking; fail: (error: unknown) => void }>;

/** Answers what a thread asks for: bytes and names, each in the order in which it asks. */
function answering(tell: (message: ToSealing) => void, { asking, fail }: Answering) {
  let file = -1;
  let pieces: AsyncIterator<Uint8Array> | undefined;
  const givePiece = async (asked: number): Promise<void> => {
    if (asked !== file) pieces = asking.pieces(asked)[Symbol.asyncIterator]();
    file = asked;
    const next = await pieces?.next();
    tell({ is: 'piece', piece: next?.done === true ? undefined : next?.value });
  };
  const inTurn = { more: Promise.resolve(), names: Promise.resolve() };
  return (message: FromSealing & { is: 'more' | 'names' }): void => {
    const before = inTurn[message.is];
    inTurn[message.is] = before.then(async () => {
      if (message.is === 'more') await givePiece(message.file);
      else tell({ is: 'met', met: await asking.meet(message.names) });
    });
    inTurn[message.is].catch(fail);
  };
}
