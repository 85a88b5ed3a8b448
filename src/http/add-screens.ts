import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, Result } from '../problem/index.ts';
import { type Actor, hasDutyOf } from '../service/access/index.ts';
import { mayPerform, perform } from '../service/act/index.ts';
import { notByToken } from '../service/sign-in/index.ts';
import { formNotOurs } from './problems.ts';
import { readFileForm, readPlainForm, type SentForm, takesFiles } from './read-form.ts';
import { cookieName, cookieOptions, findAsking, isFromOurPage, isRead } from './request-actor.ts';
import type { Answer, Screen, Visit } from './route.ts';
import { sendFile } from './send-file.ts';
import type { ServerOptions } from './server-options.ts';
import { statusOf } from './status-of.ts';

/**
 * Adds the screens. Forms with files are read piece by piece, in a part of the server of their own.
 */
export function addScreens(server: FastifyInstance, options: ServerOptions): void {
  const add = (to: FastifyInstance, screen: Screen) =>
    to.route({
      method: screen.method,
      url: screen.path,
      handler: async (request, reply) => show(screen, { request, reply, options }),
    });
  for (const screen of options.screens) if (!takesFiles(screen)) add(server, screen);
  void server.register(async (withFiles) => {
    await withFiles.register(multipart);
    for (const screen of options.screens) if (takesFiles(screen)) add(withFiles, screen);
  });
}

type Call = Readonly<{ request: FastifyRequest; reply: FastifyReply; options: ServerOptions }>;

async function show(screen: Screen, call: Call): Promise<FastifyReply> {
  const { request, reply, options } = call;
  const { service } = options;
  const asking = await findAsking(request, reply, options);
  // A token is for what its scopes say, and a screen may do anything.
  if (asking.isByToken) return sendPage(reply, { problems: [notByToken()], options });
  if (screen.who !== 'anyone' && asking.actor.kind === 'anyone') {
    return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  }
  const may = await mayVisit(screen, { actor: asking.actor, call });
  if (!may.ok) return sendPage(reply, { problems: may.problems, options });
  const sent = await readForm(screen, call, asking.csrf);
  if (sent === undefined) return sendPage(reply, { problems: [formNotOurs()], options });
  const { once } = sent.form;
  const onceKey = typeof once === 'string' && once !== '' ? once : undefined;
  const said = request.cookies['outturn-said'];
  if (said !== undefined) reply.clearCookie('outturn-said', { path: '/' });
  const visit: Visit = {
    service,
    actor: asking.actor,
    url: request.url,
    params: textsOf(request.params),
    query: textsOf(request.query),
    ...sent,
    csrf: asking.csrf,
    assets: options.pageAssets,
    from: { address: request.ip, agent: request.headers['user-agent'] ?? '' },
    ...(said === undefined ? {} : { said }),
    perform: async (action, input) =>
      perform(service, action, {
        actor: asking.actor,
        input,
        ...(onceKey === undefined || action.kind === 'read' ? {} : { onceKey }),
      }),
  };
  return give(await screen.show(visit), call);
}

// What somebody may not do is not begun with: no form for it is shown, and no file taken in.
async function mayVisit(
  { who, isFor }: Screen,
  { actor, call }: Readonly<{ actor: Actor; call: Call }>,
): Promise<Result<null>> {
  const fits = hasDutyOf(who, actor);
  if (!fits.ok || isFor === undefined) return fits;
  const { request, options } = call;
  return mayPerform(options.service, isFor, { actor, input: request.params });
}

// Undefined where the form did not come from a page of ours.
async function readForm(
  screen: Screen,
  { request, options: { service } }: Call,
  csrf: string,
): Promise<SentForm | undefined> {
  if (isRead(request)) return { form: {}, uploads: {}, uploadProblems: [] };
  const { address } = service;
  const isOurs = (given: string) => isFromOurPage(request, { csrf, given, address });
  if (takesFiles(screen) && request.isMultipart()) {
    return readFileForm(request, { service, takesFile: screen.takesFile, isOurs });
  }
  const sent = readPlainForm(request);
  return isOurs(typeof sent.form.csrf === 'string' ? sent.form.csrf : '') ? sent : undefined;
}

function give(answer: Answer, { reply, options }: Call): FastifyReply {
  const { address } = options.service;
  if (answer.kind === 'file') return sendFile(reply, answer.file);
  for (const { name, value, secondsMax } of answer.cookies ?? []) {
    const full = cookieName(name, address);
    if (value === undefined) reply.clearCookie(full, cookieOptions(address));
    else reply.setCookie(full, value, { ...cookieOptions(address), ...maxAge(secondsMax) });
  }
  if (answer.kind === 'go') {
    if (answer.say !== undefined) {
      reply.setCookie('outturn-said', answer.say, { ...cookieOptions(address), maxAge: 60 });
    }
    return reply.redirect(answer.to, 303);
  }
  return reply
    .status(answer.status ?? 200)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(answer.html);
}

function maxAge(seconds: number | undefined) {
  return seconds === undefined ? {} : { maxAge: seconds };
}

function sendPage(
  reply: FastifyReply,
  { problems, options }: Readonly<{ problems: readonly Problem[]; options: ServerOptions }>,
): FastifyReply {
  return reply
    .status(statusOf(problems))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(options.showProblems(problems, options.pageAssets));
}

function textsOf(given: unknown): Readonly<Record<string, string>> {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
}
