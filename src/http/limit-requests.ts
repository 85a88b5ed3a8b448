import { createHash } from 'node:crypto';
import limits from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cookieName } from './request-actor.ts';

// What one person or program asks for in a minute at most, and all who come from one address: an
// office of sixty stands behind one, and so does whoever makes signs of sign-ins up.
const eachMax = 600;
const addressMax = eachMax * 10;

/**
 * Answers nobody more often than is good for the others: whoever shows a sign-in or a token is
 * counted by it, and everybody else by the address they come from. Our styles and scripts, which
 * browsers keep, are not counted.
 */
export async function limitRequests(
  server: FastifyInstance,
  { address, requestsMax = eachMax }: Readonly<{ address: string; requestsMax?: number }>,
): Promise<void> {
  const timeWindow = '1 minute';
  await server.register(limits, {
    max: requestsMax,
    timeWindow,
    keyGenerator: (request) => shownBy(request, address) ?? request.ip,
  });
  const max = Math.max(addressMax, requestsMax);
  const countAddress = server.createRateLimit({ max, timeWindow, keyGenerator: ({ ip }) => ip });
  server.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.rateLimit === false) return;
    const counted = await countAddress(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany;
  });
}

const tooMany = Object.assign(new Error('more requests than are allowed'), { statusCode: 429 });

// By its hash, so that no token stands in what is counted.
function shownBy({ headers, cookies }: FastifyRequest, address: string): string | undefined {
  const shown = headers.authorization ?? cookies[cookieName('sign-in', address)];
  return shown === undefined ? undefined : createHash('sha256').update(shown).digest('base64url');
}
