import type { Result } from '../../problem/index.ts';
import { problemsIn } from './answered.ts';
import { headersFor } from './open-client.ts';
import { serverNotOutturn } from './problems.ts';
import { addressNotRead, fetchAgain } from './send-again.ts';
import type { Server } from './server.ts';

/** Where a field of a call stands in its request, and of what shape it is. */
export type Field = Readonly<{ place: 'path' | 'query' | 'body'; schema: Schema }>;

/** As much of JSON Schema as is needed to read a value that was typed as text. */
export type Schema = Readonly<{ type?: string | readonly string[]; enum?: readonly unknown[] }>;

/** A call as a server describes it. */
export type Call = Readonly<{
  name: string;
  about: string;
  method: string;
  /** With `{names}` of its fields. */
  path: string;
  /** Whether it changes anything, and so takes an idempotency key. */
  isChange: boolean;
  /** Whether its body is a file. */
  takesFile: boolean;
  fields: ReadonlyMap<string, Field>;
}>;

/** Every call of a server, as it describes them itself: an older or newer one is used as it is. */
export async function listCalls(server: Server): Promise<Result<readonly Call[]>> {
  const { address } = server;
  const request = new Request(`${address}/openapi.json`, { headers: headersFor(server) });
  const asked = await addressNotRead(address, fetchAgain(request));
  if (!asked.ok) return asked;
  const body: unknown = await asked.value.json().catch(() => undefined);
  if (!asked.value.ok) return { ok: false, problems: problemsIn(server, asked.value, body) };
  const { info, paths } = (body ?? {}) as Description;
  if (info?.title !== 'Outturn' || paths === undefined) {
    return { ok: false, problems: [serverNotOutturn(address, 'it describes no API of ours')] };
  }
  return { ok: true, value: Object.entries(paths).flatMap(callsAt) };
}

type Description = Readonly<{
  info?: Readonly<{ title?: string }>;
  paths?: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}>;

type Described = Readonly<{
  operationId?: string;
  summary?: string;
  parameters?: readonly Readonly<{ name?: string; in?: string; schema?: Schema; $ref?: string }>[];
  requestBody?: Readonly<{ content?: Readonly<Record<string, Readonly<{ schema?: Schema }>>> }>;
}>;

function callsAt([path, methods]: readonly [string, Readonly<Record<string, Described>>]): Call[] {
  return Object.entries(methods).map(([method, described]) => {
    const { operationId = '', summary = '', parameters = [], requestBody } = described;
    const content = requestBody?.content ?? {};
    const body = content['application/json']?.schema as { properties?: Record<string, Schema> };
    const fields = new Map<string, Field>();
    for (const [name, schema] of Object.entries(body?.properties ?? {})) {
      fields.set(name, { place: 'body', schema });
    }
    for (const { name, in: place, schema = {} } of parameters) {
      if (name !== undefined && (place === 'path' || place === 'query')) {
        fields.set(name, { place, schema });
      }
    }
    return {
      name: operationId,
      about: summary,
      method: method.toUpperCase(),
      path,
      isChange: parameters.some(({ $ref }) => $ref?.endsWith('/once') === true),
      takesFile: requestBody !== undefined && body === undefined,
      fields,
    };
  });
}
