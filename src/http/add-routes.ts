import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../problem/index.ts';
import { type Asked, mayPerform, perform, type Service } from '../service/act/index.ts';
import { sendProblems } from './answer-problems.ts';
import { keepUpload } from './keep-upload.ts';
import { formNotOurs } from './problems.ts';
import { findAsking, isFromOurPage, isRead } from './request-actor.ts';
import type { GivenFile, Route, Upload } from './route.ts';
import { sendFile } from './send-file.ts';
import type { ServerOptions } from './server-options.ts';

/** Adds the calls of the API. */
export function addRoutes(server: FastifyInstance, options: ServerOptions): void {
  const add = (to: FastifyInstance, route: Route) =>
    to.route({
      method: route.method,
      url: `/api${route.path}`,
      handler: async (request, reply) => answer(route, { request, reply, options }),
    });
  for (const route of options.routes) if (route.takesFile === undefined) add(server, route);
  void server.register(async (withFiles) => {
    // A file is not read into memory: the route takes it as it comes.
    withFiles.removeAllContentTypeParsers();
    withFiles.addContentTypeParser('*', (_, __, done) => done(null));
    for (const route of options.routes) if (route.takesFile !== undefined) add(withFiles, route);
  });
}

type Call = Readonly<{ request: FastifyRequest; reply: FastifyReply; options: ServerOptions }>;

async function answer(route: Route, { request, reply, options }: Call): Promise<FastifyReply> {
  const { service } = options;
  const asking = await findAsking(request, reply, options);
  const given = header(request, 'x-csrf');
  const isSafe =
    asking.isByToken ||
    isRead(request) ||
    isFromOurPage(request, { csrf: asking.csrf, given, address: service.address });
  if (!isSafe) return sendProblems(reply, [formNotOurs()]);
  const onceKey = header(request, 'idempotency-key');
  const asked = { actor: asking.actor, input: inputOf(request, route) };
  const upload = await takeUpload(route, { asked, request, service });
  if (!upload.ok) return sendProblems(reply, upload.problems);
  const result = await perform(service, route.action, {
    actor: asked.actor,
    input: { ...asked.input, ...upload.value },
    ...(onceKey === '' ? {} : { onceKey }),
  });
  if (!result.ok) return sendProblems(reply, result.problems);
  reply.header('cache-control', 'no-store');
  if (route.givesFile) return sendFile(reply, result.value as GivenFile);
  return sendJson(request, reply.status(route.status ?? 200), result.value);
}

// Nothing is kept for who may not do it anyway.
async function takeUpload(
  { action, takesFile }: Route,
  {
    asked,
    request,
    service,
  }: Readonly<{ asked: Asked; request: FastifyRequest; service: Service }>,
): Promise<Result<Partial<Upload>>> {
  if (takesFile === undefined) return { ok: true, value: {} };
  const allowed = await mayPerform(service, action, asked);
  return allowed.ok ? keepUpload(service, request.raw, takesFile) : allowed;
}

// An answer is told from another by its hash, so that one which has not changed is not sent again.
function sendJson(request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply {
  if (value === null || value === undefined) return reply.status(204).send();
  const text = JSON.stringify(value);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (isRead(request) && header(request, 'if-none-match') === tag) {
    return reply.status(304).send();
  }
  return reply.type('application/json; charset=utf-8').send(text);
}

// What stands in an address is text; where the action asks for a number, it is read as one.
function inputOf(request: FastifyRequest, { action }: Route): Record<string, unknown> {
  const { properties = {} } = action.input as { properties?: Record<string, { type?: string }> };
  const fromAddress = { ...asRecord(request.query), ...asRecord(request.params) };
  const read = Object.entries(fromAddress).map(([name, value]) => {
    const type = properties[name]?.type;
    if (typeof value !== 'string') return [name, value];
    if ((type === 'integer' || type === 'number') && /^-?\d{1,15}$/.test(value)) {
      return [name, Number(value)];
    }
    if (type === 'boolean' && (value === 'true' || value === 'false')) {
      return [name, value === 'true'];
    }
    return type === 'array' ? [name, [value]] : [name, value];
  });
  const match = /^"?(\d+)"?$/.exec(header(request, 'if-match'))?.[1];
  const revision = match === undefined || !('revision' in properties) ? {} : { revision: +match };
  return {
    ...asRecord(request.body),
    ...revision,
    ...Object.fromEntries(read),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
