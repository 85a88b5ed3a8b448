import Type from 'typebox';
import { findImport, moveImport } from '../../../store/facts/index.ts';
import { action } from '../../act/index.ts';
import { partsThatSend, whoSends } from '../who-sends.ts';
import { fileNotInState, fileNotThere } from './problems.ts';

export const giveUpFile = action({
  name: 'facts.give_up_file',
  kind: 'change',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Gives up a file that was refused or not mapped: what it holds becomes unreadable.',
  input: Type.Object(
    { programme: Type.String(), import: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ state: Type.String() }),
  run: async (work, { programme, import: id }) => {
    const { tx, service } = work;
    const found = await findImport(tx, { programme, id });
    const here = work.actor.kind === 'account' ? work.actor.organisation?.id : undefined;
    if (found === undefined || found.organisation !== here) {
      return { ok: false, problems: [fileNotThere()] };
    }
    const from = ['unmapped', 'refused'] as const;
    if (!(await moveImport(tx, { programme, id, from, to: 'given up', at: work.now }))) {
      return { ok: false, problems: [fileNotInState(found.state)] };
    }
    const erased = await service.keys.erasePersonKeys([found.upload]);
    if (!erased.ok) return erased;
    work.note({ programme, about: { import: id, state: 'given up' } });
    return { ok: true, value: { state: 'given up' } };
  },
});
