import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What lies open on the disk until it is closed, for a library that reads files alone. */
export type LyingOpen = Readonly<{ path: string; bytes: number; close: () => Promise<void> }>;

/**
 * Lets what is kept sealed lie open on the disk for a library that reads it from there. Nobody else
 * finds it: where the system gives a way to a file that has lost its name, it loses it before the
 * first of its content is written, and whoever kills the program leaves nothing behind; elsewhere
 * it has its name in a folder that nobody else may enter.
 */
export async function lieOpen(pieces: AsyncIterable<Uint8Array>): Promise<LyingOpen> {
  const folder = await mkdtemp(join(tmpdir(), 'outturn-'));
  const named = join(folder, 'open');
  const file = await open(named, 'wx+', 0o600);
  const close = async () => {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const path = (await isReached(file.fd)) ? nameless(file.fd) : named;
    if (path !== named) await rm(folder, { recursive: true, force: true });
    let bytes = 0;
    for await (const piece of pieces) {
      await file.writeFile(piece);
      bytes += piece.length;
    }
    return { path, bytes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function nameless(fd: number): string {
  return `/proc/self/fd/${fd}`;
}

async function isReached(fd: number): Promise<boolean> {
  return stat(nameless(fd)).then(
    (found) => found.isFile(),
    () => false,
  );
}
