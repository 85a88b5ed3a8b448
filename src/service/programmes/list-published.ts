import Type from 'typebox';
import { listPublishedProgrammes } from '../../store/index.ts';
import { action } from '../act/index.ts';
import { asked, listed, listOutput } from './programme-output.ts';
import { cursorShape, nothingElse } from './shapes.ts';

/** All programmes with a published page. */
export const listPublished = action({
  name: 'programmes.list_published',
  kind: 'read',
  who: 'anyone',
  summary: 'Lists the programmes whose pages are published, newest first.',
  input: Type.Object({ after: cursorShape }, nothingElse),
  output: listOutput,
  run: async (work, { after }) => {
    const found = await listPublishedProgrammes(work.tx, asked(after));
    const programmes = found.map((each) => ({ ...each, isWaiting: false }));
    return { ok: true, value: await listed(work, programmes, { isPublic: true }) };
  },
});
