import Type from 'typebox';
import { listProgrammesOf } from '../../store/index.ts';
import { action } from '../act/index.ts';
import { asked, listed, listOutput } from './programme-output.ts';
import { cursorShape, nothingElse } from './shapes.ts';

/** The programmes in which the organisation acted for has a part. */
export const listOwnProgrammes = action({
  name: 'programmes.list_own',
  kind: 'read',
  who: 'signed in',
  summary: 'Lists the programmes in which your organisation has a part, newest first.',
  input: Type.Object({ after: cursorShape }, nothingElse),
  output: listOutput,
  run: async (work, { after }) => {
    const { tx, actor } = work;
    const organisation = actor.kind === 'account' ? actor.organisation?.id : undefined;
    if (organisation === undefined) return { ok: true, value: { programmes: [] } };
    const found = await listProgrammesOf(tx, organisation, asked(after));
    return { ok: true, value: await listed(work, found, { isPublic: false }) };
  },
});
