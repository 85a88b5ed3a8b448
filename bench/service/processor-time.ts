import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf } from './memory.ts';

/** What a program and its database have used of processors so far, in milliseconds. */
export type Used = Readonly<{ program: number; database: number }>;

/** Reads it, as Linux counts it: in hundredths of a second, all threads together. */
export function usedBy(pid: number, folder: string): Used {
  const [first = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const server = Number(first);
  // What processes have used that ended since is counted with the one that started them.
  const database = [server, ...childrenOf(server)].map((each) => ticksOf(each, each === server));
  return {
    program: ticksOf(pid, false) * 10,
    database: database.reduce((sum, ticks) => sum + ticks, 0) * 10,
  };
}

/** What was used between two moments. */
export function usedBetween(before: Used, after: Used): Used {
  return {
    program: after.program - before.program,
    database: after.database - before.database,
  };
}

// The name of a program may hold spaces and brackets: what follows it stands after the last one.
function ticksOf(pid: number, withEnded: boolean): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const counted = fields.slice(11, withEnded ? 15 : 13).map(Number);
    return counted.reduce((sum, ticks) => sum + ticks, 0);
  } catch {
    return 0;
  }
}
