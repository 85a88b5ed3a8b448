import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedDocs } from '../../scripts/generated-docs.ts';
import { readProjectFile, root } from '../support/project-files.ts';

for (const [path, text] of await generatedDocs()) {
  test.skipIf(isAbsent(path))(`${path} says what the code says (npm run docs writes it)`, () => {
    if (process.env.UPDATE === '1') writeFileSync(join(root, path), text);
    expect(readProjectFile(path)).toBe(text);
  });
}

function isAbsent(path: string): boolean {
  return process.env.UPDATE !== '1' && !existsSync(join(root, path));
}
