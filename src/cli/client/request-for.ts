import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { CallInput } from './call-input.ts';
import type { Call } from './list-calls.ts';
import { headersFor, onceHeader } from './open-client.ts';
import type { Server } from './server.ts';

/** What goes with a call: the key under which it is done once, and a file if it takes one. */
export type Beside = Readonly<{ onceKey: string | undefined; file?: AsyncIterable<Uint8Array> }>;

/** The answer to a file comes when all of it has been sent. */
export const halfDuplex = { duplex: 'half' } as const;

/** The request of a call, whichever it is. */
export function requestFor(
  server: Server,
  call: Call,
  { input, onceKey, file }: Beside & Readonly<{ input: CallInput }>,
): Request {
  const { method, fields, isChange } = call;
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const url = new URL(`${server.address}${path}`);
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const place = fields.get(name)?.place;
    if (place === 'query') {
      for (const each of [value].flat()) url.searchParams.append(name, String(each));
    }
    if (place === 'body') body[name] = value;
  }
  const once = isChange ? { [onceHeader]: onceKey ?? randomUUID() } : {};
  const headers = { ...headersFor(server), accept: '*/*', ...once };
  const said = { method, headers, redirect: 'manual' as const };
  if (file !== undefined) {
    const type = { 'content-type': 'application/octet-stream' };
    const body = bodyFrom(file);
    return new Request(url, { ...said, headers: { ...headers, ...type }, body, ...halfDuplex });
  }
  const hasBody = [...fields.values()].some(({ place }) => place === 'body');
  if (!hasBody) return new Request(url, said);
  const type = { 'content-type': 'application/json' };
  return new Request(url, {
    ...said,
    headers: { ...headers, ...type },
    body: JSON.stringify(body),
  });
}

/**
 * A file is sent as it is read, and may be longer than memory. Node and what describes it differ in
 * the types of a stream, which is one and the same.
 */
export function bodyFrom(file: AsyncIterable<Uint8Array>): NonNullable<RequestInit['body']> {
  return Readable.toWeb(Readable.from(file)) as unknown as NonNullable<RequestInit['body']>;
}
