import type { TSchema } from 'typebox';
import { onceKeyLength } from '../service/act/index.ts';
import { fileTypes } from '../store/files/index.ts';
import type { Route, Upload } from './route.ts';

type Schema = Readonly<Record<string, unknown>>;
type ObjectSchema = Readonly<{
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
}>;

/**
 * The API as OpenAPI 3.1 describes it, made from the routes alone: their schemas are JSON Schema
 * already, and every call answers problems in one way (RFC 9457).
 */
export function describeApi(
  routes: readonly Route[],
  { version, address }: Readonly<{ version: string; address: string }>,
) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeCall(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Outturn',
      version,
      summary: 'Public services bought by their results.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: address }],
    tags: tagsOf(routes),
    security: [{ token: [] }, { browser: [], form: [] }],
    paths,
    components: { securitySchemes, schemas: { Problems: problemsSchema }, parameters, responses },
  };
}

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of the API, made under your own account, with its scopes.',
  },
  browser: {
    type: 'apiKey',
    in: 'cookie',
    name: 'outturn-sign-in',
    description: 'The sign-in of a browser.',
  },
  form: {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf',
    description: 'What the pages of a sign-in carry in their forms; for changes from a browser.',
  },
} as const;

const parameters = {
  once: {
    name: 'Idempotency-Key',
    in: 'header',
    description: [
      `Any text of ${onceKeyLength.min} to ${onceKeyLength.max} characters.`,
      'The same key with the same request is done once and answered alike.',
    ].join(' '),
    schema: { type: 'string', minLength: onceKeyLength.min, maxLength: onceKeyLength.max },
  },
} as const;

const problemsSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'problems'],
  properties: {
    type: { type: 'string', description: 'urn:outturn:problem: and the code of the first problem' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'severity', 'message', 'help'],
        properties: {
          code: { type: 'string' },
          severity: { type: 'string', enum: ['error', 'warning'] },
          field: { type: 'string' },
          at: {
            type: 'object',
            required: ['source', 'line', 'column', 'endColumn', 'excerpt'],
            properties: {
              source: { type: 'string' },
              line: { type: 'integer' },
              column: { type: 'integer' },
              endColumn: { type: 'integer' },
              excerpt: { type: 'string' },
              field: { type: 'string' },
            },
          },
          message: { type: 'string' },
          help: { type: 'string' },
        },
      },
    },
  },
} as const;

const responses = {
  problems: {
    description: 'What stands in the way, with the codes of docs/problems.md.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problems' } } },
  },
} as const;

function tagsOf(routes: readonly Route[]) {
  const names = new Set(routes.map(({ action }) => areaOf(action.name)));
  return [...names].toSorted().map((name) => ({ name, description: `Calls about ${name}.` }));
}

function describeCall(route: Route) {
  const { action, method } = route;
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const input: ObjectSchema = action.input;
  const isFile = route.takesFile !== undefined;
  const given = isFile ? [...inPath, ...uploadFields] : inPath;
  const others = Object.keys(input.properties ?? {}).filter((name) => !given.includes(name));
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const inQuery = hasBody && !isFile ? [] : others;
  return {
    operationId: action.name,
    summary: action.summary,
    description: whoOf(route),
    tags: [areaOf(action.name)],
    ...(action.who === 'anyone' ? { security: [] } : {}),
    parameters: [
      ...inPath.map((name) => parameterOf(name, { input, place: 'path' })),
      ...inQuery.map((name) => parameterOf(name, { input, place: 'query' })),
      ...(action.kind === 'change' ? [{ $ref: '#/components/parameters/once' }] : []),
    ],
    ...(hasBody && (others.length > 0 || isFile) ? { requestBody: bodyOf(route, others) } : {}),
    responses: {
      [String(statusWhenWell(route))]: answerOf(route),
      '4XX': { $ref: '#/components/responses/problems' },
      '5XX': { $ref: '#/components/responses/problems' },
    },
  };
}

// What the server itself says of a file that was sent.
const uploadFields: readonly (keyof Upload)[] = ['upload', 'file', 'fileType', 'fileBytes'];

function areaOf(name: string): string {
  return name.split('.')[0] ?? '';
}

function whoOf({ action: { who, parts } }: Route): string {
  const duties =
    typeof who === 'string' ? `For ${who === 'anyone' ? 'anyone' : 'whoever has signed in'}` : '';
  const named = typeof who === 'string' ? duties : `For the duties ${who.join(', ')}`;
  return parts === undefined
    ? `${named}.`
    : `${named}, in an organisation with a part in the programme: ${parts.join(', ')}.`;
}

function parameterOf(
  name: string,
  { input, place }: Readonly<{ input: ObjectSchema; place: 'path' | 'query' }>,
) {
  const { description, ...schema } = input.properties?.[name] ?? { type: 'string' };
  return {
    name,
    in: place,
    required: place === 'path' || (input.required ?? []).includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  };
}

function bodyOf({ action, takesFile }: Route, names: readonly string[]) {
  const { properties = {}, required = [] }: ObjectSchema = action.input;
  if (takesFile !== undefined) {
    const types = takesFile.types.map((type) => [
      fileTypes[type].mediaType,
      { schema: { type: 'string', contentEncoding: 'binary' } },
    ]);
    return { required: true, content: Object.fromEntries(types) };
  }
  const kept = required.filter((name) => names.includes(name));
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    ...(kept.length > 0 ? { required: kept } : {}),
    additionalProperties: false,
  };
  return { required: kept.length > 0, content: { 'application/json': { schema } } };
}

function statusWhenWell({ status, action }: Route): number {
  return isNothing(action.output) ? 204 : (status ?? 200);
}

function answerOf({ action, givesFile }: Route) {
  if (isNothing(action.output)) return { description: 'Done.' };
  if (givesFile === true) {
    const schema = { type: 'string', contentEncoding: 'binary' };
    return { description: 'The file.', content: { 'application/octet-stream': { schema } } };
  }
  return { description: 'Done.', content: { 'application/json': { schema: action.output } } };
}

function isNothing(schema: TSchema): boolean {
  return (schema as { type?: string }).type === 'null';
}
