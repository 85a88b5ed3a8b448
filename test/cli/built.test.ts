import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProjectFile, root } from '../support/project-files.ts';
import { runOutturn } from '../support/run-outturn.ts';

// What is built is another text than the sources: minified, bundled, and started from a copy that
// has been compiled before. Every character of a page must still mean the same.
test.each(readdirSync(join(root, 'test/cases/good')))(
  'the command line, as built, reads %s as the sources do',
  (name) => {
    const folder = `test/cases/good/${name}`;
    const { stdout } = runOutturn(['show', `${folder}/page.md`, '--format', 'json']);
    const { contract, page, text } = JSON.parse(stdout);
    const hashes = JSON.parse(readProjectFile(`${folder}/hashes.json`));
    expect({ contract, page, text }).toEqual({
      contract: hashes.contract,
      page: hashes.page,
      text: readProjectFile(`${folder}/tidy.md`),
    });
  },
);
