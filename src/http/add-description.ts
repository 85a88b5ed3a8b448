import type { FastifyInstance } from 'fastify';
import { describeApi } from './openapi.ts';
import type { ServerOptions } from './server-options.ts';

/** Serves the description of the API, and whether the service answers at all. */
export function addDescription(
  server: FastifyInstance,
  { routes, version, service, proveMark }: ServerOptions,
): void {
  const description = describeApi(routes, { version, address: service.address });
  const text = JSON.stringify(description, undefined, 2);
  server.get('/openapi.json', async (_, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  );
  server.get('/health', async ({ query }) => {
    const { of } = query as { of?: unknown };
    if (typeof of !== 'string' || of.length > 100 || proveMark === undefined) return { up: true };
    return { up: true, proof: proveMark(of) };
  });
}
