import { Fault, type Result } from '../../problem/index.ts';
import type { Service } from '../act/index.ts';
import { closeThreads, openThread, type Thread, threadProgram } from '../shards/open-thread.ts';
import type { CheckedGiven } from './check-output.ts';
import { checkBusy, checkTooLong } from './problems.ts';
import type { VersionText } from './read-text.ts';

/** A text, and those published before it. */
export type PageToCheck = Readonly<{
  text: string;
  published: readonly VersionText[];
}>;

/** What the thread tells: that it can be asked, and what it found. */
export type FromChecking =
  | Readonly<{ is: 'ready' }>
  | Readonly<{ is: 'checked'; given: CheckedGiven }>;

const usual = { milliseconds: 10_000, waitMilliseconds: 20_000 };
const startMilliseconds = 60_000;

/** Whoever waits holds a connection of the database, and others need some. */
const waitingMost = 5;

const roomForNewMegabytes = 32;
const roomToKeepMegabytes = 1024;

/**
 * Checks a page on a thread of its own, since a small page can make as much work as it likes:
 * whoever asks something else is answered meanwhile, and a check without an end is broken off.
 * There is one thread for the whole program, opened by the first check; it keeps nothing from
 * ending.
 */
export async function checkApart(
  { checking = usual }: Pick<Service, 'checking'>,
  { text, published }: PageToCheck,
): Promise<Result<CheckedGiven>> {
  if (!(await takeTurn(checking.waitMilliseconds))) {
    return { ok: false, problems: [checkBusy()] };
  }
  try {
    const sent = published.map(({ title, text: of, pageHash }) => ({ title, text: of, pageHash }));
    const given = await askThread({ text, published: sent }, checking.milliseconds);
    if (given !== undefined) return { ok: true, value: given };
    return { ok: false, problems: [checkTooLong(checking.milliseconds / 1000)] };
  } finally {
    giveTurn();
  }
}

let isAtWork = false;
const waiting: (() => void)[] = [];

/** Waits until nobody else's page is being checked, so far as that does not take too long. */
async function takeTurn(milliseconds: number): Promise<boolean> {
  if (!isAtWork) {
    isAtWork = true;
    return true;
  }
  if (waiting.length >= waitingMost) return false;
  return new Promise((resolve) => {
    const take = () => {
      clearTimeout(timer);
      resolve(true);
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(take), 1);
      resolve(false);
    }, milliseconds);
    waiting.push(take);
  });
}

function giveTurn(): void {
  const next = waiting.shift();
  if (next === undefined) isAtWork = false;
  else next();
}

let kept: Thread | undefined;

/** What the thread found; nothing, where that took too much time or memory. */
async function askThread(
  asked: PageToCheck,
  milliseconds: number,
): Promise<CheckedGiven | undefined> {
  const thread = kept ?? open();
  try {
    if (kept === undefined && (await told(thread, startMilliseconds)) === 'late') {
      throw new Fault('The thread that checks pages did not get ready.');
    }
    kept = thread;
    thread.worker.postMessage(asked);
    const answer = await told(thread, milliseconds);
    if (typeof answer === 'object' && answer.is === 'checked') return answer.given;
  } catch (error) {
    await end(thread);
    throw error;
  }
  await end(thread);
  return undefined;
}

function open(): Thread {
  const thread = openThread(program, roomForNewMegabytes, roomToKeepMegabytes);
  // One that is lost while nobody asks it is not asked again.
  void thread.lost.then(() => {
    if (kept === thread) kept = undefined;
  });
  return thread;
}

const program = threadProgram('checking-worker', import.meta.url);

async function end(thread: Thread): Promise<void> {
  kept = undefined;
  await closeThreads([thread]);
}

type Told = FromChecking | 'late' | 'too large';

/** The next that a thread tells, unless time or its memory is over before. A fault there is one. */
async function told({ worker }: Thread, milliseconds: number): Promise<Told> {
  let stop = () => {};
  const next = new Promise<Told>((resolve, reject) => {
    const onError = (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('too large') : reject(error);
    const onExit = () => reject(new Fault('The thread that checks pages ended.'));
    // The timer, which always ends, is what keeps the program there until the answer.
    const timer = setTimeout(() => resolve('late'), milliseconds);
    worker.on('message', resolve).on('error', onError).on('exit', onExit);
    stop = () => {
      clearTimeout(timer);
      worker.off('message', resolve).off('error', onError).off('exit', onExit);
    };
  });
  try {
    return await next;
  } finally {
    stop();
  }
}
