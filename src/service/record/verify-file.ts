import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Problem, Result } from '../../problem/index.ts';
import { findFileReason } from '../../store/disk/index.ts';
import { type VerifiedRecord, verifyRecordLines } from './entry-text.ts';
import { recordUnreadable } from './problems.ts';

/** A record in a file, and the hash with which it ended when it was exported before. */
export type RecordFile = Readonly<{ path: string; head?: string | undefined }>;

/**
 * Verifies a record that was exported, without the service and without trusting it: whoever has the
 * file needs nothing else. What was cut off its end is found by a hash that was noted before.
 */
export async function verifyRecordFile({
  path,
  head,
}: RecordFile): Promise<Result<VerifiedRecord>> {
  const verified = await read({ path, head });
  return verified.ok
    ? verified
    : { ok: false, problems: verified.problems.map((each) => placedIn(path, each)) };
}

async function read({ path, head }: RecordFile): Promise<Result<VerifiedRecord>> {
  const input = createReadStream(path, 'utf8');
  try {
    // A line reader that is begun before the file is open loses what goes wrong in opening it.
    await new Promise<void>((done, fail) => {
      input.once('open', () => done());
      input.once('error', fail);
    });
    return await verifyRecordLines(createInterface({ input, crlfDelay: Infinity }), head);
  } catch (error) {
    const reason = findFileReason(error);
    if (reason === undefined) throw error;
    return { ok: false, problems: [recordUnreadable(path, reason)] };
  } finally {
    input.destroy();
  }
}

function placedIn(source: string, problem: Problem): Problem {
  return { ...problem, at: { ...problem.at, source } };
}
