import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that serves this data folder: what it is and where it answers. */
export type Running = Readonly<{
  pid: number;
  address: string;
  /** Where it listens itself, whatever stands before it. */
  listens: string;
  isDemonstration: boolean;
}>;

/** The program that serves this data folder already, if there is one and it answers. */
export async function findRunning(folder: string): Promise<Running | undefined> {
  const running = readMark(folder);
  if (running === undefined || running.pid === process.pid) return undefined;
  try {
    const answer = await fetch(`${running.listens}/health`, { signal: AbortSignal.timeout(3000) });
    const said: unknown = await answer.json();
    return (said as { pid?: unknown }).pid === running.pid ? running : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves word of this program for the next one that is started. */
export function leaveMark(folder: string, where: Omit<Running, 'pid'>): void {
  const running: Running = { pid: process.pid, ...where };
  writeFileSync(pathIn(folder), JSON.stringify(running), { mode: 0o600 });
}

/** Takes it away again; another program's is left. */
export function takeMark(folder: string): void {
  if (readMark(folder)?.pid === process.pid) rmSync(pathIn(folder), { force: true });
}

function readMark(folder: string): Running | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(pathIn(folder), 'utf8'));
    const { pid, address, listens, isDemonstration = false } = read as Partial<Running>;
    if (typeof pid !== 'number' || typeof address !== 'string') return undefined;
    return typeof listens === 'string' ? { pid, address, listens, isDemonstration } : undefined;
  } catch {
    return undefined;
  }
}

function pathIn(folder: string): string {
  return join(folder, 'running.json');
}
