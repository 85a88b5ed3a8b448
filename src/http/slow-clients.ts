import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** How slow whoever sends something may be. */
export type SlowLimits = Readonly<{
  /** Within how long all headers must be there. */
  headersMs: number;
  /** Over how long the pace of a body is looked at. */
  windowMs: number;
  /** How much must come in that time. */
  windowBytesMin: number;
}>;

/** A telephone at the edge of its net sends five times as fast. */
export const slowLimits: SlowLimits = {
  headersMs: 15_000,
  windowMs: 20_000,
  windowBytesMin: 20_000,
};

/** How often it is looked whether headers are late. */
const checksPerHeaders = 5;

/** The same for the server below, which sees to headers itself. */
export function headerLimits({ headersMs }: SlowLimits) {
  const connectionsCheckingInterval = Math.ceil(headersMs / checksPerHeaders);
  return { headersTimeout: headersMs, connectionsCheckingInterval };
}

/**
 * Ends a connection over which a body comes byte by byte: it would hold a place, and a file half
 * taken in, for as long as it likes. A large file on a slow line is no such body, so that not the
 * whole time counts but the pace.
 */
export function limitSlowBodies(server: FastifyInstance, limits: SlowLimits): void {
  server.addHook('onRequest', (request, _, done) => {
    if (!request.raw.complete) watch(request.raw, limits);
    done();
  });
}

function watch(request: IncomingMessage, { windowMs, windowBytesMin }: SlowLimits): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    if (request.complete) clearInterval(timer);
    // What lies here unread waits for us and not for them.
    else if (came < windowBytesMin && request.readableLength === 0) socket.destroy();
  }, windowMs).unref();
  request.once('close', () => clearInterval(timer));
}
