import { assert } from '../../problem/index.ts';
import { closeThreads, openThread, type Thread, threadProgram } from '../shards/open-thread.ts';
import type { FromPart, ToPart } from './part-messages.ts';

/** Threads that read parts, from when they are opened until they are closed. */
export type PartThreads = Readonly<{
  /** Where threads are told to read no further. */
  stop: Int32Array;
  /** Asks one thread each, and waits for all of them; undefined where one of them refuses. */
  askEach: (
    messages: readonly ToPart[],
    onRows?: (more: number) => void,
  ) => Promise<readonly FromPart[] | undefined>;
  close: () => Promise<void>;
}>;

/**
 * What is new holds memory of DuckDB. With little room for it that is soon let go of; with more,
 * so much is held that all a thread has is looked through for garbage again and again.
 */
const roomForNewMegabytes = 1;

/** Starts so many threads, which get ready while the files are looked over. */
export function openPartThreads(count: number): PartThreads {
  const program = threadProgram('part-worker', import.meta.url);
  const threads = Array.from({ length: count }, () => openThread(program, roomForNewMegabytes));
  const stop = new Int32Array(new SharedArrayBuffer(4));
  return {
    stop,
    askEach: (messages, onRows = () => undefined) => askEach(threads, { messages, onRows, stop }),
    close: () => closeThreads(threads),
  };
}

type Asking = Readonly<{
  messages: readonly ToPart[];
  onRows: (more: number) => void;
  stop: Int32Array;
}>;

/** Nobody may end a thread while DuckDB waits for an answer in it: all are waited for. */
async function askEach(
  threads: readonly Thread[],
  { messages, onRows, stop }: Asking,
): Promise<readonly FromPart[] | undefined> {
  assert(messages.length <= threads.length, 'there is a thread for each that is asked');
  const stopAll = (): void => void Atomics.store(stop, 0, 1);
  const asked = messages.map(async (message, at) => {
    try {
      const answer = await askOne(threads[at] as Thread, message, onRows);
      if (answer.is === 'refused') stopAll();
      return answer;
    } catch (error) {
      stopAll();
      throw error;
    }
  });
  const settled = await Promise.allSettled(asked);
  const answers = settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
  return answers.some(({ is }) => is === 'refused') ? undefined : answers;
}

function askOne(
  { worker, lost }: Thread,
  message: ToPart,
  onRows: (more: number) => void,
): Promise<FromPart> {
  return new Promise((resolve, reject) => {
    const listen = (answer: FromPart): void => {
      if (answer.is === 'rows') {
        onRows(answer.rows);
        return;
      }
      worker.off('message', listen);
      resolve(answer);
    };
    void lost.then(reject);
    worker.ref();
    worker.on('message', listen);
    worker.postMessage(message);
  });
}
