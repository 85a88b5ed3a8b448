import { randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types.ts';
import { fetchAgain } from './send-again.ts';
import type { Server } from './server.ts';

/** Calls of the API with the types that it describes; a change is done once, however it is sent. */
export function openClient(server: Server): Client<paths> {
  return createClient<paths>({
    baseUrl: server.address,
    headers: headersFor(server),
    fetch: async (request) => {
      if (request.method !== 'GET' && !request.headers.has(onceHeader)) {
        request.headers.set(onceHeader, randomUUID());
      }
      return fetchAgain(request);
    },
  });
}

/** Under which name a request carries its idempotency key. */
export const onceHeader = 'Idempotency-Key';

/** What every request carries. */
export function headersFor({ token }: Server): Record<string, string> {
  return { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
}
