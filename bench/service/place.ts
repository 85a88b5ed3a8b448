import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outturn, openOutturn } from '../../src/cli/serve/open-outturn.ts';
import { formatProblems, type Result } from '../../src/problem/index.ts';
import type { Service } from '../../src/service/act/index.ts';

/** A service of its own, on an embedded database that is as safe as anybody's. */
export type Place = Readonly<{
  folder: string;
  service: Service;
  /** Goes to the morning of a day; without one, to the present. */
  setDay: (day?: string) => void;
}>;

/** Opens a service where there is nothing yet, and takes all of it away afterwards. */
export async function withPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const outside = mkdtempSync(join(tmpdir(), 'outturn-bench-'));
  // The server of the database may run as somebody else, who must get through to its own part.
  chmodSync(outside, 0o711);
  try {
    const folder = join(outside, 'data');
    const opened = await openAt(folder);
    try {
      return await work(placeOf(folder, opened));
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
}

/** Opens the service that has its data in a folder. */
export async function openAt(folder: string): Promise<Outturn> {
  const address = 'http://localhost:4000';
  return got(await openOutturn({ folder, address, env: {}, onProgress: () => {} }));
}

function placeOf(folder: string, { service }: Outturn): Place {
  let now: number | undefined;
  return {
    folder,
    service: { ...service, clock: () => now ?? Date.now() },
    setDay: (day) => {
      now = day === undefined ? undefined : Date.parse(`${day}T09:00:00`);
    },
  };
}

/** A value, where there must be one. */
export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}
