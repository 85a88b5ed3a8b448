// `npm run docs`: writes the pages of docs/ that come from the code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/support/project-files.ts';
import { generatedDocs } from './generated-docs.ts';

mkdirSync(join(root, 'docs'), { recursive: true });
for (const [path, text] of await generatedDocs()) {
  writeFileSync(join(root, path), text);
  console.log(`Wrote ${path}.`);
}
