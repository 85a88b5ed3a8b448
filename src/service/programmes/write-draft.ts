import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { readContract } from '../../contract/index.ts';
import { isAboutSafety } from '../../people/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  findDraft,
  findEarlierDraft,
  findProgramme,
  listPublishedVersions,
  nameProgramme,
  writeDraft as write,
} from '../../store/index.ts';
import { changedMeanwhile } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from './acting-for.ts';
import { draftNotThere } from './problems.ts';
import { idShape, nothingElse, pageTextShape, revisionShape } from './shapes.ts';

const input = Type.Object(
  { programme: idShape, revision: revisionShape, text: pageTextShape },
  nothingElse,
);
const output = Type.Object({ revision: revisionShape }, nothingElse);

/** Writes the draft of a page over. What it was is kept. */
export const writeDraft = action({
  name: 'programmes.write_draft',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Writes the page that is being written; says at which revision it was read.',
  input,
  output,
  run: keepDraft,
});

const undoInput = Type.Object(
  { programme: idShape, revision: revisionShape, earlier: revisionShape },
  nothingElse,
);

/** Writes the draft as it was at an earlier revision. */
export const restoreDraft = action({
  name: 'programmes.restore_draft',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  summary: 'Writes the page that is being written as it was at an earlier revision.',
  input: undoInput,
  output,
  run: async (work, { programme, revision, earlier }) => {
    const before = await findEarlierDraft(work.tx, { programme, revision: earlier });
    if (before === undefined) return { ok: false, problems: [draftNotThere()] };
    return keepDraft(work, { programme, revision, text: before.text });
  },
});

/**
 * Keeps a text among the earlier drafts and leaves the draft as it is: what somebody typed while
 * somebody else kept theirs is not lost.
 */
export const setDraftAside = action({
  name: 'programmes.set_draft_aside',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Keeps a text among the earlier drafts of a page, and leaves the draft as it is.',
  input,
  output,
  run: async (work, given) => {
    const draft = await findDraft(work.tx, given.programme);
    assert(draft !== undefined, 'a programme is begun with a draft');
    const kept = await keepDraft(work, given);
    if (!kept.ok) return kept;
    return keepDraft(work, { ...given, revision: kept.value.revision, text: draft.text });
  },
});

/** Keeps a text as the draft, unless somebody else has since. */
export async function keepDraft(
  work: Work,
  { programme, revision, text: given }: Static<typeof input>,
): Promise<Result<{ revision: number }>> {
  // Browsers send the lines of a form with both marks at their ends.
  const text = given.replaceAll('\r\n', '\n');
  const draft = await findDraft(work.tx, programme);
  assert(draft !== undefined, 'a programme is begun with a draft');
  if (draft.text === text) return { ok: true, value: { revision: draft.revision } };
  const written = await write(work.tx, {
    programme,
    text,
    revision,
    changedBy: actingFor(work).account,
    changedAt: work.now,
  });
  if (!written) {
    const now = await findDraft(work.tx, programme);
    return { ok: false, problems: [changedMeanwhile(now?.changedByName ?? 'somebody else')] };
  }
  await markSafety(work, programme, text);
  const hash = createHash('sha256').update(text).digest('hex');
  work.note({ programme, about: { revision: revision + 1, text: `sha256:${hash}` } });
  return { ok: true, value: { revision: revision + 1 } };
}

/**
 * Whether a page is about safety is known from its first draft on: until the first version is
 * published, the draft says so.
 */
export async function markSafety(work: Work, id: string, text: string): Promise<void> {
  const programme = await findProgramme(work.tx, id);
  assert(programme !== undefined, 'who writes a draft reaches its programme');
  if ((await listPublishedVersions(work.tx, id)).length > 0) return;
  const { contract } = readContract(text);
  const { name } = programme;
  await nameProgramme(work.tx, { id, name, isAboutSafety: isAboutSafety(contract) });
}
