import { expect, test } from 'vitest';
import { missingBuilds } from '../../scripts/missing-builds.ts';
import { readProjectFile } from '../support/project-files.ts';

const text = readProjectFile('package-lock.json');

test('package-lock.json records no download address', () => {
  expect(text).not.toContain('"resolved": "http');
});

test('package-lock.json names the builds for every platform (npm run lock writes it)', () => {
  expect(Object.keys(missingBuilds(JSON.parse(text).packages))).toEqual([]);
});

test('a build that a registry left out is written by the name of its platform', () => {
  const packages = {
    'node_modules/tool': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: { '@tool/linux-arm64-musl': '1.2.3', '@tool/win32-x64': '1.2.3' },
    },
    'node_modules/@tool/win32-x64': { version: '1.2.3', optional: true },
  };
  expect(missingBuilds(packages)).toEqual({
    'node_modules/@tool/linux-arm64-musl': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
});
