import { expect, test } from 'vitest';
import { projectFiles, readProjectFile } from '../support/project-files.ts';

// The project speaks only of itself: not of the machine it was written on, nor of who wrote it.
// Each is put together here, so that this file does not hold what it looks for.
const machine = [`/${'work'}/`, `/${'root'}/`, `/bash_${'jobs'}`].join('|');
const registries = String.raw`https?:\/\/(registry|deb)\.|registry\.(npmjs|yarnpkg)`;
const writers = `sub${'agents?'}|help${'ers?'}|sess${'ions?'}`;

test('no file names a path of a machine or a registry', () => {
  expect(placesOf(new RegExp(`(?<![\\w.*-])(${machine})|${registries}`), textFiles())).toEqual([]);
});

test('no file speaks of who or what wrote it', () => {
  const texts = textFiles().filter((path) => !path.startsWith('test/tidy/'));
  expect(placesOf(new RegExp(`\\b(${writers})\\b`, 'i'), texts)).toEqual([]);
  expect(placesOf(/\bAI\b/, texts)).toEqual([]);
});

function textFiles(): readonly string[] {
  return projectFiles().filter(
    (path) => path !== 'package-lock.json' && !/\.(parquet|pdf|png|jpg|ttf|otf|woff2?)$/.test(path),
  );
}

function placesOf(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const text = readProjectFile(path);
    if (!pattern.test(text)) return [];
    const lines = text.split('\n');
    return lines.flatMap((line, at) => {
      const found = line.match(pattern)?.[0];
      return found === undefined ? [] : [`${path}:${at + 1} ${found}`];
    });
  });
}
