import type { FastifyInstance } from 'fastify';
import type { Route, Screen } from '../../src/http/index.ts';
import { type Duty, duties } from '../../src/service/access/index.ts';
import type { Part } from '../../src/service/act/index.ts';
import type { Office, Worker } from '../support/made-workers.ts';
import { ask } from './asking.ts';
import { addressOf, placesOf, plausibleInput, type Values } from './plausible.ts';
import { mayBy, type Row } from './who-may-what.ts';
import type { World } from './world.ts';

/** Somebody who tries something, and whether the document lets them. */
export type Try = Readonly<{ by: Worker | undefined; as: string; isAllowed: boolean }>;

const parts = ['commissioner', 'provider', 'verifier', 'payer', 'auditor', 'referrer'] as const;

/** Every duty where the part fits, every part where the duty fits, and whoever has neither. */
export function triesOf(world: World, rows: readonly Row[]): readonly Try[] {
  return rows.flatMap((row) => triesOfRow(world, row, rows));
}

// What one row of a screen forbids, another may allow.
function triesOfRow(world: World, row: Row, rows: readonly Row[]): readonly Try[] {
  const [first] = row.parts;
  const fits = first === undefined ? world.one.commissioner : officeOf(world, first);
  const enough = typeof row.who === 'string' ? 'none' : (row.who[0] ?? 'none');
  const tryBy = (office: Office, duty: Duty | 'none', part: Part | undefined): Try => ({
    by: office.has(duty),
    as: `${duty} in ${office.name}`,
    isAllowed: rows.some((each) => {
      const isPart = each.parts.length === 0 || each.parts.some((asked) => asked === part);
      return isPart && mayBy(each, duty);
    }),
  });
  const others = [world.other.commissioner, world.other.provider, world.stranger];
  return [
    ...[...duties, 'none' as const].map((duty) => tryBy(fits, duty, first)),
    ...(first === undefined ? [] : parts.map((part) => tryBy(officeOf(world, part), enough, part))),
    ...(first === undefined ? [] : others.map((office) => tryBy(office, enough, undefined))),
    { by: undefined, as: 'nobody', isAllowed: mayBy(row, 'nobody') },
  ];
}

function officeOf({ one, ...world }: World, part: Part): Office {
  switch (part) {
    case 'commissioner':
      return one.commissioner;
    case 'provider':
      return one.provider;
    case 'verifier':
      return world.verifier;
    case 'payer':
      return world.payer;
    case 'auditor':
      return world.auditor;
    case 'referrer':
      return world.referrer;
  }
}

/** What came of it. */
export type Answered = Readonly<{ status: number; code: string; body: string; to: string }>;

type Asking = Readonly<{ server: FastifyInstance; by: Worker | undefined; values: Values }>;

/** Calls the API with what it would take. */
export async function tryCall(route: Route, { server, by, values }: Asking): Promise<Answered> {
  const { method, path, takesFile } = route;
  const url = addressOf(`/api${path}`, values);
  const named = new Set(placesOf(route));
  const input = Object.entries(plausibleInput(route, values)).filter(([name]) => !named.has(name));
  const isFile = takesFile !== undefined;
  const inAddress = method === 'GET' || isFile ? asQuery(input) : '';
  const body = isFile ? Buffer.from('id,kind,participant,day\n') : Object.fromEntries(input);
  return answered(await ask(server, { method, url: url + inAddress, by, body }));
}

function asQuery(input: readonly (readonly [string, unknown])[]): string {
  const texts = input.filter(([, value]) => typeof value === 'string') as [string, string][];
  const wanted = texts.filter(([name]) => !/^(?:upload|file\w*)$/.test(name));
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted)}`;
}

/** Opens a screen, or sends its form with as good as nothing in it. */
export async function tryScreen(screen: Screen, { server, by, values }: Asking): Promise<Answered> {
  const { method, path } = screen;
  const asked = path.endsWith('/why')
    ? `?${new URLSearchParams({ line: String(values.line) })}`
    : '';
  const url = addressOf(path, values) + asked;
  return answered(await ask(server, { method, url, by, body: {} }));
}

function answered(answer: Awaited<ReturnType<typeof ask>>): Answered {
  const { statusCode: status, body, headers } = answer;
  const code = /"type":"urn:outturn:problem:([a-z_.]+)"/.exec(body)?.[1] ?? '';
  return { status, code, body, to: headers.location ?? '' };
}

/** Whether a call was refused for who asks. */
export function isRefusedCall({ status, code }: Answered): boolean {
  return (
    code.startsWith('access.') || code === 'programme.not_there' || [401, 403].includes(status)
  );
}

/** The same of a screen. */
export function isRefusedScreen({ status, to }: Answered): boolean {
  return [401, 403, 404].includes(status) || to.startsWith('/sign-in');
}
