import { noPlace, type Place, type Problem, type Result } from '../../problem/index.ts';
import { serverNotOutturn, tokenMissing } from './problems.ts';
import { addressNotRead } from './send-again.ts';
import type { Server } from './server.ts';

type Asked<T> = Readonly<{ data?: T; error?: unknown; response: Response }>;

/** What a call was answered, with problems as everywhere else. */
export async function answered<T>(server: Server, asking: Promise<Asked<T>>): Promise<Result<T>> {
  const asked = await addressNotRead(server.address, asking);
  if (!asked.ok) return asked;
  const { data, error, response } = asked.value;
  if (!response.ok) return { ok: false, problems: problemsIn(server, response, error) };
  return { ok: true, value: data as T };
}

/** The problems that an answer holds, which is not what was asked for. */
export function problemsIn(
  server: Server,
  { status }: Response,
  body: unknown,
): readonly Problem[] {
  if (status === 401 && server.token === undefined) return [tokenMissing(server.address)];
  const listed = (body as { problems?: unknown } | undefined)?.problems;
  const problems = Array.isArray(listed) ? listed.flatMap(problemOf) : [];
  return problems.length > 0 ? problems : [serverNotOutturn(server.address, `status ${status}`)];
}

// RFC 9457, with all problems of the answer as `docs/api.md` has them.
function problemOf(listed: unknown): readonly Problem[] {
  const { code, message, help, severity, at, field } = (listed ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || typeof message !== 'string') return [];
  const place: Place = { ...noPlace(), ...(typeof at === 'object' ? at : {}) };
  return [
    {
      code,
      severity: severity === 'warning' ? 'warning' : 'error',
      at: typeof field === 'string' ? { ...place, field } : place,
      message,
      help: typeof help === 'string' ? help : '',
    },
  ];
}
