import { setTimeout as pause } from 'node:timers/promises';
import type { Result } from '../../problem/index.ts';
import { serverNotReached } from './problems.ts';

const pausesMs = [300, 1000, 3000];

// What Node says of a connection that was there and broke, or that gave no answer.
const broken = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Sends a request, and the same again where the connection breaks: a change carries its idempotency
 * key, so that it is done once whether the first was heard or not. Once it has broken, a server
 * that does not listen may be one that is being started again.
 */
export async function fetchAgain(request: Request): Promise<Response> {
  let hasBroken = false;
  for (const pauseMs of pausesMs) {
    try {
      return await fetch(request.clone());
    } catch (error) {
      hasBroken ||= broken.includes(reasonOf(error));
      if (!hasBroken) throw error;
    }
    await pause(pauseMs);
  }
  return fetch(request);
}

/** What `fetch` was given, or that nobody answered at that address. */
export async function addressNotRead<T>(address: string, asking: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await asking };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, problems: [serverNotReached(address, reasonOf(error))] };
  }
}

function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const { code, message } = (cause ?? error) as { code?: string; message?: string };
  return code ?? message ?? 'no reason was given';
}
