import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { csrfOf } from '../../src/http/csrf.ts';
import type { Method } from '../../src/http/index.ts';
import type { Worker } from '../support/made-workers.ts';

/** What is asked, and by whom; nobody is signed in without a worker. */
export type Asked = Readonly<{
  method: Method;
  url: string;
  by?: Worker | undefined;
  /** JSON for calls, fields of a form for screens, or the bytes of a file. */
  body?: object | Buffer | undefined;
  /** Fields of the form beside files. */
  headers?: Readonly<Record<string, string>>;
}>;

const strangersWay = 'the-way-of-a-stranger';

/** What the forms of somebody who is not signed in bring back, by the way they came. */
export const strangersCsrf = csrfOf(strangersWay);

/** Asks as a browser on our own pages does, without a network between. */
export async function ask(
  server: FastifyInstance,
  { method, url, by, body, headers = {} }: Asked,
): Promise<LightMyRequestResponse> {
  const isCall = url.startsWith('/api/');
  const way = { 'outturn-way': strangersWay };
  const csrf = by?.csrf ?? strangersCsrf;
  const sent =
    method === 'GET' || body === undefined ? undefined : payloadOf({ isCall, body, csrf });
  const asked: InjectOptions = {
    method,
    url,
    cookies: by === undefined ? way : { ...way, 'outturn-sign-in': by.token },
    headers: {
      ...(isCall ? { 'x-csrf': csrf } : {}),
      ...(sent === undefined ? {} : { 'content-type': sent.type }),
      ...headers,
    },
  };
  return server.inject(sent === undefined ? asked : { ...asked, payload: sent.payload });
}

type Sent = Readonly<{ payload: string | Buffer; type: string }>;

function payloadOf({
  isCall,
  body,
  csrf,
}: Readonly<{ isCall: boolean; body: object | Buffer; csrf: string }>): Sent {
  if (body instanceof Buffer) return { payload: body, type: 'application/octet-stream' };
  if (isCall) return { payload: JSON.stringify(body), type: 'application/json' };
  const fields = Object.entries(body).map(([name, value]): [string, string] => [name, `${value}`]);
  const form = new URLSearchParams([['csrf', csrf], ...fields]);
  return { payload: form.toString(), type: 'application/x-www-form-urlencoded' };
}
