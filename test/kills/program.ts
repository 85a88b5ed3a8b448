// Starts the program that is killed, tells it what to do and hears what it says.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Order, Said } from './killed-program.ts';

/** How an order ended: it was done, or the program died of it. */
export type Ended = Readonly<{ way: 'done' | 'died'; said: readonly Said[] }>;

export type Program = Readonly<{
  tell: (order: Order) => Promise<Ended>;
  /** Ends it in order. */
  stop: () => Promise<void>;
}>;

const quietMs = 480_000;

/** Starts it and waits until the service is open. */
export async function startProgram(bundle: string, folder: string): Promise<Program> {
  const child = spawn(process.execPath, [bundle, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const hear = listenTo(child);
  const opened = await hear('ready');
  if (opened.way === 'died') throw new Error('the program died before it was open');
  return {
    tell: async (order) => {
      child.stdin?.write(`${JSON.stringify(order)}\n`);
      return hear('done');
    },
    stop: async () => {
      child.stdin?.write(`${JSON.stringify({ do: 'stop' } satisfies Order)}\n`);
      await hear('ready');
    },
  };
}

function listenTo(child: ChildProcess): (until: 'ready' | 'done') => Promise<Ended> {
  let said: Said[] = [];
  let end: ((ended: Ended) => void) | undefined;
  let until: string | undefined;
  let isDead = false;
  const finish = (way: Ended['way']) => {
    const ended = { way, said };
    said = [];
    end?.(ended);
    end = undefined;
  };
  if (child.stdout === null) throw new Error('the program is heard');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const one = JSON.parse(line) as Said;
    said.push(one);
    if (one.say === until) finish('done');
  });
  lines.on('close', () => {
    isDead = true;
    finish('died');
  });
  return async (word) => {
    until = word;
    if (isDead) return { way: 'died', said: [] };
    return new Promise<Ended>((done, fail) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        fail(new Error(`the program says nothing: ${JSON.stringify(said.slice(-5))}`));
      }, quietMs);
      end = (ended) => {
        clearTimeout(timer);
        done(ended);
      };
    });
  };
}
