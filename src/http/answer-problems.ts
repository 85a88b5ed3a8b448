import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../problem/index.ts';
import { connectionWaitSeconds, type NotReached, notReached } from '../store/index.ts';
import { problemJson } from './problem-json.ts';
import {
  atFault,
  endNotKnown,
  notLetIn,
  requestTooLarge,
  requestUnreadable,
  routeNotThere,
  serviceBusy,
  tooOften,
  withoutDatabase,
} from './problems.ts';
import type { ServerOptions } from './server-options.ts';
import { statusOf } from './status-of.ts';
import { tellSeldom } from './tell-seldom.ts';

/** Answers whatever goes wrong outside an action: as a page on screens, as JSON to programs. */
export function answerProblems(
  server: FastifyInstance,
  { showProblems, pageAssets }: ServerOptions,
): void {
  const tell = tellSeldom();
  const answer = (request: FastifyRequest, asked: FastifyReply, problem: Problem) => {
    const reply = isAgainSoon(problem) ? asked.header('retry-after', againSeconds) : asked;
    return isForProgram(request)
      ? sendProblems(reply, [problem])
      : reply
          .status(statusOf([problem]))
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-store')
          .send(showProblems([problem], pageAssets));
  };
  server.setNotFoundHandler((request, reply) =>
    answer(request, reply.status(404), routeNotThere()),
  );
  server.setErrorHandler((error: FastifyError, request, reply) =>
    answer(request, reply, problemOf(error, request, tell)),
  );
}

/** Sends problems as RFC 9457 has them. */
export function sendProblems(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  return reply
    .status(statusOf(problems))
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemJson(problems)));
}

/** Whether a program asks, and not a browser for a page. */
export function isForProgram({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/') || url === '/openapi.json';
}

const againSeconds = 5;

function isAgainSoon({ code }: Problem): boolean {
  return code === 'service.busy' || code === 'service.without_database';
}

type Tell = ReturnType<typeof tellSeldom>;

function problemOf(error: FastifyError, request: FastifyRequest, tell: Tell): Problem {
  if (error.statusCode === 429) return tooOften(60);
  if (error.statusCode === 413) return requestTooLarge(request.routeOptions.bodyLimit ?? 0);
  const isTheirs = error.statusCode !== undefined && error.statusCode < 500;
  if (isTheirs) return requestUnreadable(unreadable(error.code, request));
  const why = notReached(error);
  if (why !== undefined) return notReachedProblem(why, { error, request, tell });
  // Whoever went away amid what they sent hears no answer, and it is no fault of ours.
  const isLeft = error.code === 'ECONNRESET' && !request.raw.complete;
  if (isLeft) return requestUnreadable('it was broken off');
  request.log.error({ err: error, reference: request.id }, 'fault');
  return atFault(request.id);
}

// What a reader of bodies found, in words and not in its own codes.
function unreadable(code: string, { headers }: FastifyRequest): string {
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return `it says "${(headers['content-type'] ?? '').slice(0, 60)}", not JSON or a form`;
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return 'what it sends is not JSON';
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return 'it says that it sends JSON, and sends nothing';
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return 'it is not as long as it says';
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return 'it is no form with a file';
    default:
      return 'it is not as described';
  }
}

type Met = Readonly<{ error: FastifyError; request: FastifyRequest; tell: Tell }>;

// Nothing of the database's own words goes into the log: they may hold a value.
function notReachedProblem(why: NotReached, { error, request, tell }: Met): Problem {
  const besides = tell(why);
  const told = { why, code: error.code, besides, err: error, reference: request.id };
  if (besides !== undefined) request.log[why === 'busy' ? 'warn' : 'error'](told, 'no database');
  switch (why) {
    case 'busy':
      return serviceBusy(connectionWaitSeconds);
    case 'away':
      return withoutDatabase();
    case 'not let in':
      return notLetIn(error.code);
    case 'end not known':
      return endNotKnown();
  }
}
