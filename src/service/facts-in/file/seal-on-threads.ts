import { buffersIn } from '../../shards/messages.ts';
import { closeThreads, openThread, type Thread, threadProgram } from '../../shards/open-thread.ts';
import type { SealedFacts } from '../seal-facts.ts';
import type { SealingGround } from '../sealing.ts';
import type { SealingStep } from './seal-files.ts';
import type { FromReading, FromSealing, ToReading, ToSealing } from './sealing-messages.ts';
import type { Asking, FileToSeal } from './write-files.ts';

/** A thread makes much that it throws away at once. */
const roomForNewMegabytes = 64;

/**
 * Has files read on one thread and sealed on another, so that whoever asks something of the service
 * meanwhile is answered, and the database works at the same time. Keys go there in memory, and end
 * with them.
 */
export async function* sealOnThreads(
  ground: SealingGround,
  files: readonly FileToSeal[],
  asking: Asking,
): AsyncGenerator<SealingStep> {
  const program = threadProgram('sealing-worker', import.meta.url);
  const reading = openThread(program, roomForNewMegabytes);
  const sealing = openThread(program, roomForNewMegabytes);
  try {
    yield* stepsOf({ reading, sealing }, { ground, files }, asking);
  } finally {
    await closeThreads([reading, sealing]);
  }
}

type Threads = Readonly<{ reading: Thread; sealing: Thread }>;
type Work = Readonly<{ ground: SealingGround; files: readonly FileToSeal[] }>;

const tellReading = ({ worker }: Thread, message: ToReading): void => worker.postMessage(message);

const tellSealing = ({ worker }: Thread, message: ToSealing): void =>
  worker.postMessage(message, message.is === 'programme' ? [] : [...buffersIn(message)]);

/** A step in its turn: what is being sealed is not there yet. */
type Turn = { readonly rows: number; readonly bytes: number; step: SealingStep | undefined };

async function* stepsOf(
  { reading, sealing }: Threads,
  { ground, files }: Work,
  asking: Asking,
): AsyncGenerator<SealingStep> {
  const turns: Turn[] = [];
  let wake = () => {};
  let fault: unknown;
  const fail = (error: unknown) => {
    fault ??= error;
    wake();
  };
  for (const { lost } of [reading, sealing]) void lost.then(fail);
  const answer = answering((message) => tellReading(reading, message), { asking, fail });
  reading.worker.on('message', (message: FromReading) => {
    if (message.is === 'more' || message.is === 'names') return answer(message);
    if (message.is === 'written') {
      const { facts, rows, bytes } = message;
      turns.push({ rows, bytes, step: undefined });
      return tellSealing(sealing, { is: 'written', facts });
    }
    turns.push({ rows: 0, bytes: 0, step: message });
    wake();
  });
  sealing.worker.on('message', ({ sealed }: FromSealing) => {
    const turn = turns.find(({ step }) => step === undefined);
    if (turn !== undefined) turn.step = { is: 'facts', sealed, rows: turn.rows, bytes: turn.bytes };
    wake();
  });
  for (const { worker } of [reading, sealing]) worker.ref();
  tellSealing(sealing, { is: 'programme', programme: ground.programme });
  tellReading(reading, { is: 'files', ground, files, rowsAtOnce: asking.rowsAtOnce });
  let before: SealedFacts | undefined;
  for (;;) {
    const step = turns[0]?.step;
    if (step === undefined) {
      if (fault !== undefined) throw fault;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    turns.shift();
    yield step;
    if (step.is !== 'facts') return;
    tellReading(reading, { is: 'taken' });
    // Whoever takes a step waits until the database has taken the one before.
    if (before !== undefined) tellSealing(sealing, { is: 'kept', sealed: before });
    before = step.sealed;
  }
}

type Answering = Readonly<{ asking: Asking; fail: (error: unknown) => void }>;

/** Answers what a thread asks for: bytes and names, each in the order in which it asks. */
function answering(tell: (message: ToReading) => void, { asking, fail }: Answering) {
  let file = -1;
  let pieces: AsyncIterator<Uint8Array> | undefined;
  const givePiece = async (asked: number): Promise<void> => {
    if (asked !== file) pieces = asking.pieces(asked)[Symbol.asyncIterator]();
    file = asked;
    const next = await pieces?.next();
    tell({ is: 'piece', piece: next?.done === true ? undefined : next?.value });
  };
  const inTurn = { more: Promise.resolve(), names: Promise.resolve() };
  return (message: FromReading & { is: 'more' | 'names' }): void => {
    const before = inTurn[message.is];
    inTurn[message.is] = before.then(async () => {
      if (message.is === 'more') await givePiece(message.file);
      else tell({ is: 'met', met: await asking.meet(message.names) });
    });
    inTurn[message.is].catch(fail);
  };
}
