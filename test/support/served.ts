import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { openServer } from '../../src/http/index.ts';
import { routes } from '../../src/http/routes/index.ts';
import type { Service } from '../../src/service/act/index.ts';
import { findActor } from '../../src/service/sign-in/index.ts';
import { screens, showProblems } from '../../src/web/index.ts';
import { loadAssets } from '../../src/web/look/index.ts';

/** A server with every call and screen, listening on loopback until the test file is done. */
export type Served = Readonly<{ service: Service; server: FastifyInstance; address: string }>;

/** Serves what is given at an address of its own; people reach it by a name, as passkeys need. */
export async function served(
  made: Service,
  given?: number,
  log?: (line: string) => void,
): Promise<Served> {
  const port = given ?? (await freePort());
  const address = `http://localhost:${port}`;
  const service = { ...made, address };
  const { all: assets, frame: pageAssets } = await loadAssets();
  const server = await openServer({
    service,
    routes,
    screens,
    assets,
    pageAssets,
    findActor,
    showProblems,
    version: 'test',
    requestsMax: 100_000,
    ...(log === undefined ? {} : { log }),
  });
  await server.listen({ host: '127.0.0.1', port });
  afterAll(async () => server.close());
  return { service, server, address };
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
  const place = server.address();
  await new Promise((done) => server.close(done));
  return typeof place === 'object' && place !== null ? place.port : 0;
}
