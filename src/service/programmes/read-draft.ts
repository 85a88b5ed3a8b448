import Type from 'typebox';
import { assert } from '../../problem/index.ts';
import { type Draft, findDraft, findEarlierDraft, listEarlierDrafts } from '../../store/index.ts';
import { action } from '../act/index.ts';
import { draftNotThere } from './problems.ts';
import { idShape, listOf, momentShape, nothingElse, revisionShape } from './shapes.ts';

const written = { revision: revisionShape, changedAt: momentShape, changedBy: Type.String() };

const output = Type.Object({ programme: idShape, text: Type.String(), ...written }, nothingElse);

/** Who reads drafts: those who write, decide and audit pages. */
export const draftReaders = ['commissioner', 'publisher', 'auditor'] as const;

/** The draft of a programme's page. */
export const readDraft = action({
  name: 'programmes.read_draft',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Reads the page that is being written.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output,
  run: async ({ tx }, { programme }) => {
    const draft = await findDraft(tx, programme);
    assert(draft !== undefined, 'a programme is begun with a draft');
    return { ok: true, value: draftGiven(draft) };
  },
});

/** The draft as it was before. */
export const readEarlierDraft = action({
  name: 'programmes.read_earlier_draft',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Reads the page that is being written as it was at an earlier revision.',
  input: Type.Object({ programme: idShape, revision: revisionShape }, nothingElse),
  output,
  run: async ({ tx }, { programme, revision }) => {
    const draft = await findEarlierDraft(tx, { programme, revision });
    if (draft === undefined) return { ok: false, problems: [draftNotThere()] };
    return { ok: true, value: draftGiven(draft) };
  },
});

const earlier = Type.Object({ ...written, length: Type.Integer() }, nothingElse);
const most = 50;

/** What the draft was, so that a change can be undone. */
export const listEarlier = action({
  name: 'programmes.list_earlier_drafts',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner'],
  summary: 'Lists the earlier revisions of the page that is being written, newest first.',
  input: Type.Object({ programme: idShape, before: Type.Optional(revisionShape) }, nothingElse),
  output: Type.Object(
    { revisions: listOf(earlier), next: Type.Optional(revisionShape) },
    nothingElse,
  ),
  run: async ({ tx }, { programme, before = 2_147_483_647 }) => {
    const found = await listEarlierDrafts(tx, { programme, before, most: most + 1 });
    const shown = found.slice(0, most);
    const last = shown.at(-1);
    return {
      ok: true,
      value: {
        revisions: shown.map((each) => ({
          revision: each.revision,
          changedAt: each.changedAt,
          changedBy: each.changedByName ?? '',
          length: each.length,
        })),
        ...(found.length > most && last !== undefined ? { next: last.revision } : {}),
      },
    };
  },
});

function draftGiven({ programme, text, revision, changedAt, changedByName }: Draft) {
  return { programme, text, revision, changedAt, changedBy: changedByName ?? '' };
}
