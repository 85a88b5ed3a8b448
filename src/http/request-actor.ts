import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../service/access/index.ts';
import type { Service } from '../service/act/index.ts';
import { csrfOf, isSame } from './csrf.ts';
import type { FindActor } from './server-options.ts';

/** Who asks, and what their forms must bring back. */
export type Asking = Readonly<{ actor: Actor; csrf: string; isByToken: boolean }>;

/** The names of our cookies: with the prefix that browsers guard, where all is encrypted. */
export function cookieName(name: 'sign-in' | 'way', address: string): string {
  return address.startsWith('https:') ? `__Host-outturn-${name}` : `outturn-${name}`;
}

/** How our cookies are set: sent to us alone, read by no script. */
export function cookieOptions(address: string) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: address.startsWith('https:'),
  } as const;
}

/** Finds out who asks; one who has not signed in is given a value to hold, for their forms. */
export async function findAsking(
  request: FastifyRequest,
  reply: FastifyReply,
  { service, findActor }: Readonly<{ service: Service; findActor: FindActor }>,
): Promise<Asking> {
  const { address } = service;
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) {
    return { actor: await findActor(service, { bearer }), csrf: '', isByToken: true };
  }
  const signIn = request.cookies[cookieName('sign-in', address)];
  if (signIn !== undefined) {
    const actor = await findActor(service, { signIn });
    if (actor.kind === 'account') return { actor, csrf: csrfOf(signIn), isByToken: false };
  }
  const wayName = cookieName('way', address);
  const way = request.cookies[wayName] ?? randomBytes(24).toString('base64url');
  if (request.cookies[wayName] === undefined) {
    reply.setCookie(wayName, way, cookieOptions(address));
  }
  return { actor: { kind: 'anyone' }, csrf: csrfOf(way), isByToken: false };
}

/** Whether it only reads: HEAD asks for what GET would, without its body. */
export function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Whether a form or call was sent from a page of ours: it brings back what that page was given. */
export function isFromOurPage(
  request: FastifyRequest,
  { csrf, given, address }: Readonly<{ csrf: string; given: string; address: string }>,
): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin !== undefined && origin !== address && !isOwnHost(origin, request)) return false;
  return isSame(given, csrf);
}

function isOwnHost(origin: string, { host }: FastifyRequest): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
