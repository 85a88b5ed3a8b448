import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process, or several, hold in memory; what they share is counted once in the second. */
export type Held = Readonly<{ residentBytes: number; ownBytes: number }>;

/** What one process holds now, as Linux says of it; nothing where the system does not say. */
export function heldBy(pid: number): Held {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return {
      residentBytes: kibibytes(text, 'Rss') * 1024,
      ownBytes: kibibytes(text, 'Pss') * 1024,
    };
  } catch {
    return { residentBytes: 0, ownBytes: 0 };
  }
}

/** What the database of a data folder holds now: its server and all processes that it started. */
export function heldByDatabase(folder: string): Held {
  const [first = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const server = Number(first);
  const held = [server, ...childrenOf(server)].map(heldBy);
  return {
    residentBytes: held.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
    ownBytes: held.reduce((sum, { ownBytes }) => sum + ownBytes, 0),
  };
}

/** The most that a process has held so far. */
export function peakOf(pid: number): number {
  try {
    return kibibytes(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM') * 1024;
  } catch {
    return 0;
  }
}

/** The processes that a process has started and that run still. */
export function childrenOf(parent: number): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => parentOf(pid) === parent);
}

// The name of a program may hold spaces and brackets: what follows it stands after the last one.
function parentOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function kibibytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0);
}
