import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { readProjectFile, root } from '../../support/project-files.ts';

const folder = 'test/reference/rfc8785';

test.each(readdirSync(join(root, folder, 'input')))(
  '%s is canonical as RFC 8785 has it',
  (name) => {
    const input: unknown = JSON.parse(readProjectFile(`${folder}/input/${name}`));
    expect(canonicalize(input)).toBe(readProjectFile(`${folder}/output/${name}`));
  },
);
