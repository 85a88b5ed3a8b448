import { createHmac, randomBytes } from 'node:crypto';
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

/** What is in the file: only who may read the folder knows the secret. */
type Mark = Running & Readonly<{ secret: string }>;

const secret = randomBytes(32).toString('base64url');

/**
 * What this program answers to who asks whether it serves the data in their folder. Whoever cannot
 * read the folder learns nothing by it, and another program at the address cannot answer so.
 */
export function proveMark(asked: string): string {
  return proofOf(secret, asked);
}

/** The program that serves this data folder already, if there is one and it answers. */
export async function findRunning(folder: string): Promise<Running | undefined> {
  const mark = readMark(folder);
  if (mark === undefined || mark.pid === process.pid) return undefined;
  const { secret: theirs, ...running } = mark;
  const asked = randomBytes(18).toString('base64url');
  try {
    const address = `${running.listens}/health?of=${asked}`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(3000) });
    const said: unknown = await answer.json();
    return (said as { proof?: unknown }).proof === proofOf(theirs, asked) ? running : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves word of this program for the next one that is started. */
export function leaveMark(folder: string, where: Omit<Running, 'pid'>): void {
  const mark: Mark = { pid: process.pid, ...where, secret };
  writeFileSync(pathIn(folder), JSON.stringify(mark), { mode: 0o600 });
}

/** Takes it away again; another program's is left. */
export function takeMark(folder: string): void {
  if (readMark(folder)?.pid === process.pid) rmSync(pathIn(folder), { force: true });
}

function proofOf(key: string, asked: string): string {
  return createHmac('sha256', key).update(asked).digest('base64url');
}

function readMark(folder: string): Mark | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(pathIn(folder), 'utf8'));
    const {
      pid,
      address,
      listens,
      isDemonstration = false,
      secret: theirs,
    } = read as Partial<Mark>;
    if (typeof pid !== 'number' || typeof address !== 'string') return undefined;
    if (typeof listens !== 'string' || typeof theirs !== 'string') return undefined;
    return { pid, address, listens, isDemonstration, secret: theirs };
  } catch {
    return undefined;
  }
}

function pathIn(folder: string): string {
  return join(folder, 'running.json');
}
