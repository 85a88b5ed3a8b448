import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { describeApi } from '../../src/http/index.ts';
import { routes } from '../../src/http/routes/index.ts';

const description = describeApi(routes, {
  version: '0.1.0',
  address: 'https://outturn.northshire.test',
});

test('the description of the API is OpenAPI 3.1 without a fault', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: JSON.stringify(description), config });
  expect(
    found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([]);
});

test('each call is named once, and each path only once by each method', () => {
  const names = routes.map(({ action }) => action.name);
  expect(names).toEqual([...new Set(names)]);
  const calls = routes.map(({ method, path }) => `${method} ${path}`);
  expect(calls).toEqual([...new Set(calls)]);
});

test('what stands in a path is asked for by the action', () => {
  const missing = routes.flatMap(({ path, action }) => {
    const asked = Object.keys((action.input as { properties?: object }).properties ?? {});
    const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    return inPath.filter((name) => !asked.includes(name)).map((name) => `${path} ${name}`);
  });
  expect(missing).toEqual([]);
});
