import { Worker } from 'node:worker_threads';
import { Fault } from '../../problem/index.ts';

/** A thread, and the fault with which it was lost, should it be. */
export type Thread = Readonly<{ worker: Worker; lost: Promise<Fault> }>;

/**
 * Starts a thread, which gets ready while other work goes on, with room for what is new; it is lost
 * when it wants to keep more than there is room for, where that is said.
 */
export function openThread(
  program: URL,
  roomForNewMegabytes: number,
  roomToKeepMegabytes?: number,
): Thread {
  const limits = {
    maxYoungGenerationSizeMb: roomForNewMegabytes,
    ...(roomToKeepMegabytes === undefined ? {} : { maxOldGenerationSizeMb: roomToKeepMegabytes }),
  };
  const worker = new Worker(program, { resourceLimits: limits });
  const lost = new Promise<Fault>((resolve) => {
    worker.on('error', (error) => resolve(threadLost(error.message)));
    worker.on('messageerror', (error) => resolve(threadLost(error.message)));
    worker.on('exit', () => resolve(threadLost('it ended before its work was done')));
  });
  // One that waits keeps no program from ending.
  worker.unref();
  return { worker, lost };
}

/** Ends threads, whatever they are at. */
export async function closeThreads(threads: readonly Thread[]): Promise<void> {
  await Promise.all(threads.map(({ worker }) => worker.terminate()));
}

/** What was built of a thread's program, beside the file that asks, or it as it is written. */
export function threadProgram(name: string, asking: string): URL {
  const isBuilt = !asking.endsWith('.ts');
  return new URL(isBuilt ? `${name}.cjs` : `${name}-from-source.mjs`, asking);
}

function threadLost(reason: string): Fault {
  return new Fault(`A thread was lost: ${reason}.`);
}
