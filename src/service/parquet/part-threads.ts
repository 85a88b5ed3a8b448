import { assert } from '../../problem/index.ts';
import { closeThreads, openThread, type Thread, threadProgram } from '../shards/open-thread.ts';
import type { FromPart, ToPart } from './part-messages.ts';

/** Threads that read parts, from when they are opened until they are closed. */
export type PartThreads = Readonly<{
  /** Asks one thread each; undefined as soon as one of them refuses. */
  askEach: (
    messages: readonly ToPart[],
    onRows?: (more: number) => void,
  ) => Promise<readonly FromPart[] | undefined>;
  close: () => Promise<void>;
}>;

/** What is new holds memory of DuckDB: with little room for it that is soon given back. */
const roomForNewMegabytes = 8;

/** Starts so many threads, which get ready while the files are looked over. */
export function openPartThreads(count: number): PartThreads {
  const program = threadProgram('part-worker', import.meta.url);
  const threads = Array.from({ length: count }, () => openThread(program, roomForNewMegabytes));
  return {
    askEach: (messages, onRows = () => undefined) => askEach(threads, { messages, onRows }),
    close: () => closeThreads(threads),
  };
}

type Asking = Readonly<{ messages: readonly ToPart[]; onRows: (more: number) => void }>;

function askEach(
  threads: readonly Thread[],
  { messages, onRows }: Asking,
): Promise<readonly FromPart[] | undefined> {
  assert(messages.length <= threads.length, 'there is a thread for each that is asked');
  return new Promise((resolve, reject) => {
    const answers: FromPart[] = [];
    let left = messages.length;
    const take = (at: number, answer: FromPart): boolean => {
      if (answer.is === 'refused') resolve(undefined);
      if (answer.is === 'rows') {
        onRows(answer.rows);
        return false;
      }
      answers[at] = answer;
      left -= 1;
      if (left === 0) resolve(answers);
      return true;
    };
    for (const [at, message] of messages.entries()) {
      const { worker, lost } = threads[at] as Thread;
      void lost.then(reject);
      worker.ref();
      const listen = (answer: FromPart): void => {
        if (take(at, answer)) worker.off('message', listen);
      };
      worker.on('message', listen);
      worker.postMessage(message);
    }
  });
}
