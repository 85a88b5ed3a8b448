import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * What tells this process from a later one of the same number: after a restart of a container the
 * numbers begin again, and a file left behind may name a number that somebody else has now.
 */
export function processMark(): string {
  return `${process.pid}-${startOf(process.pid) ?? '0'}-${bootMark()}`;
}

/** Whether the process that made the mark still runs. */
export function isMarkAlive(mark: string): boolean {
  const [pid, start, boot] = mark.split('-');
  if (boot !== bootMark() || !isProcessAlive(Number(pid))) return false;
  const now = startOf(Number(pid));
  return now === undefined || now === start;
}

/** Whether a process of this number runs; one that has ended and waits for its parent does not. */
export function isProcessAlive(pid: number): boolean {
  return isNumberTaken(pid) && statOf(pid)?.[0] !== 'Z';
}

/** Whether the system has a process of this number, be it one that has ended. */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, and is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether a process is the PostgreSQL of these data. A server works in the folder of its data;
 * where that may not be seen, the words that it was started with say so.
 */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isProcessAlive(pid)) return false;
  const folder = workingFolder(pid);
  if (folder !== undefined) return folder === cluster;
  const words = commandLine(pid);
  if (words === undefined) return true;
  if (words.includes(cluster)) return true;
  const isElsewhere = /(^|\s)-D\s*\//.test(words) || words.startsWith('postgres: ');
  return /postgres|postmaster/.test(words) && !isElsewhere;
}

function workingFolder(pid: number): string | undefined {
  try {
    return resolve(readlinkSync(`/proc/${pid}/cwd`));
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string | undefined {
  const text = readText(`/proc/${pid}/cmdline`);
  if (text !== undefined) return text.replaceAll('\0', ' ');
  const { status, stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)]);
  return status === 0 ? stdout.toString() : undefined;
}

// The state of a process and the moment it started, by the clock of this start of the machine.
function startOf(pid: number): string | undefined {
  return statOf(pid)?.[19];
}

// The name of the program stands in brackets and may hold anything; the state comes after it.
function statOf(pid: number): readonly string[] | undefined {
  const text = readText(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function bootMark(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? '0';
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
