import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { assert, type Result } from '../../../problem/index.ts';
import { addImport, findImport, findMapping, type Import } from '../../../store/facts/index.ts';
import { addJob } from '../../../store/index.ts';
import { seesNoMoney } from '../../access/index.ts';
import { action, type Work } from '../../act/index.ts';
import { uploadFields } from '../evidence/attach-evidence.ts';
import { problemsMax } from '../objections.ts';
import { partsThatSend, whoSends } from '../who-sends.ts';
import { headerOf } from './header.ts';
import { startOfUpload } from './open-upload.ts';
import {
  columnsTooMany,
  fileNotInState,
  fileNotThere,
  mendedByOther,
  mendTooMany,
} from './problems.ts';

/** Of each column its sender says what it means: no screen shows them by thousands. */
const columnsMax = 500;

/** The task of the queue that loads files of facts. */
export const loadFileTask = 'load_facts_file';

export const sendFile = action({
  name: 'facts.send_file',
  kind: 'change',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Sends a file of facts. It is loaded by and by: all of it, or nothing.',
  input: Type.Object(
    {
      programme: Type.String(),
      mends: Type.Optional(
        Type.String({
          format: 'uuid',
          description: 'The refused file whose rows at fault these rows stand in for.',
        }),
      ),
      ...uploadFields,
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ import: Type.String(), state: Type.String() }),
  run: async (work, { programme, mends = null, upload, file, fileType, fileBytes }) => {
    const { actor, tx } = work;
    assert(actor.kind === 'account' && actor.organisation, 'a file is sent for an organisation');
    const may = await checkMended(work, programme, mends);
    if (!may.ok) return may;
    const type = fileType === 'text' ? 'csv' : (fileType as Import['type']);
    const kept = { programme, organisation: actor.organisation.id, upload, file, type };
    const known = await isKnown(work, kept);
    if (!known.ok) return known;
    const state = known.value ? ('waiting' as const) : ('unmapped' as const);
    const id = randomUUID();
    const { account } = actor;
    const bytes = BigInt(fileBytes);
    const mayHoldMoney = !seesNoMoney(actor);
    const added = { ...kept, id, account, at: work.now, bytes, state, mends, mayHoldMoney };
    await addImport(tx, added);
    if (state === 'waiting') await queueFile(work, programme, id);
    work.note({ programme, about: { import: id, file, type, bytes: fileBytes, state } });
    return { ok: true, value: { import: id, state } };
  },
});

/** Has a file loaded as soon as this is kept. */
export async function queueFile(
  { tx }: Pick<Work, 'tx'>,
  programme: string,
  id: string,
): Promise<void> {
  const payload = { programme, import: id };
  await addJob(tx, { task: loadFileTask, payload, key: `${loadFileTask}/${id}` });
}

/** Rows are mended by who sent them: whoever sends a fact is known, and never verifies it. */
async function checkMended(
  { tx, actor }: Work,
  programme: string,
  mends: string | null,
): Promise<Result<null>> {
  if (mends === null) return { ok: true, value: null };
  const found = await findImport(tx, { programme, id: mends });
  if (found === undefined) return { ok: false, problems: [fileNotThere()] };
  if (found.state !== 'refused' || found.mends !== null) {
    return { ok: false, problems: [fileNotInState(found.state)] };
  }
  const isOther = actor.kind !== 'account' || actor.account !== found.account;
  if (isOther || actor.organisation?.id !== found.organisation) {
    return { ok: false, problems: [mendedByOther()] };
  }
  const problems = found.problems ?? 0;
  return problems > problemsMax
    ? { ok: false, problems: [mendTooMany(problems, problemsMax)] }
    : { ok: true, value: null };
}

// Text of one column only may be CSV too: what stands in its first line says it.
async function isKnown(
  { tx, service }: Work,
  kept: Pick<Import, 'programme' | 'organisation' | 'upload' | 'file' | 'type'>,
): Promise<Result<boolean>> {
  if (kept.type !== 'csv') return { ok: true, value: true };
  const start = await startOfUpload(service, kept);
  if (!start.ok) return start;
  const { names, isOurs, hash: header } = headerOf(start.value);
  if (names.length > columnsMax) return { ok: false, problems: [columnsTooMany(columnsMax)] };
  const reading = isOurs ? true : await findMapping(tx, { ...kept, header });
  return { ok: true, value: reading !== undefined };
}
