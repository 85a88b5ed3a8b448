import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProjectFile, root } from '../support/project-files.ts';

const exported: Record<string, unknown> = JSON.parse(readProjectFile('package.json')).exports;
const parts = Object.keys(exported).flatMap((path) => path.match(/^\.\/([a-z]+)$/)?.[1] ?? []);

test('every part of the library that package.json offers is there', () => {
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.filter((part) => !existsSync(join(root, `src/${part}/index.ts`)))).toEqual([]);
});

test('src/index.ts offers the same parts as package.json', () => {
  const lines = readProjectFile('src/index.ts').matchAll(/^export \* as (\w+) from '\.\/(\w+)\//gm);
  const offered = [...lines].map(([, name, folder]) => `${name} is ${folder}`);
  expect(offered.toSorted()).toEqual(parts.map((part) => `${part} is ${part}`).toSorted());
});
