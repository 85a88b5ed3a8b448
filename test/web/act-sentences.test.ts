// Whatever the service does is told in words where the record is read.
import { expect, test } from 'vitest';
import { actSentences } from '../../src/web/record/act-sentences.ts';
import { readProjectFile, sourceFiles } from '../support/project-files.ts';

const named =
  /name: '((?:sign-in|organisations|programmes|joining|people|facts|money|record)\.\w+)'/;

/** The names of actions in the code, and those of them that change nothing, as they say themselves. */
function actionsIn(text: string): readonly Readonly<{ name: string; isRead: boolean }>[] {
  return text
    .split(/\baction\(/)
    .slice(1)
    .flatMap((declared) => {
      const [, name] = named.exec(declared) ?? [];
      const [head = ''] = declared.split('run:');
      return name === undefined ? [] : [{ name, isRead: isRead(head, text) }];
    });
}

// A kind may be said for several of a file together: `...readers`.
function isRead(head: string, text: string): boolean {
  const [, kind] = /kind: '(read|change)'/.exec(head) ?? [];
  return kind === undefined ? /kind: 'read'/.test(text) : kind === 'read';
}

test('whatever changes something has a sentence of its own in the record, and nothing else has', () => {
  const files = sourceFiles({ tests: false }).filter((path) => path.startsWith('src/service/'));
  const all = files.flatMap((path) => actionsIn(readProjectFile(path)));
  expect(all.length).toBeGreaterThan(150);
  const changes = all.filter(({ isRead: reads }) => !reads).map(({ name }) => name);
  expect(Object.keys(actSentences).toSorted()).toEqual([...new Set(changes)].toSorted());
  for (const sentence of Object.values(actSentences)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
