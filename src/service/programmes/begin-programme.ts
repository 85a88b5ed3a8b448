import { randomUUID } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { neutralName } from '../../people/index.ts';
import type { Result } from '../../problem/index.ts';
import { addParty, insertDraft, insertProgramme } from '../../store/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from './acting-for.ts';
import { findStart } from './find-start.ts';
import { idShape, nothingElse, pageTextShape, revisionShape } from './shapes.ts';
import { markSafety } from './write-draft.ts';

const input = Type.Object(
  {
    /** The title that the page begins with. */
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' }),
    /** `usual`, `empty`, or the name of an example; `usual` where it is not said. */
    start: Type.Optional(Type.String({ maxLength: 100 })),
    /** The text of a page to begin from, instead of one that there is. */
    text: Type.Optional(pageTextShape),
  },
  nothingElse,
);

/** Begins a programme with the draft of a page. */
export const beginProgramme = action({
  name: 'programmes.begin_programme',
  kind: 'change',
  who: ['commissioner'],
  summary: 'Begins a programme with the draft of a page: the usual one, an example, or a text.',
  input,
  output: Type.Object({ programme: idShape, revision: revisionShape }, nothingElse),
  run: begin,
});

async function begin(
  work: Work,
  { name, start = 'usual', text }: Static<typeof input>,
): Promise<Result<{ programme: string; revision: number }>> {
  const started =
    text === undefined ? await findStart(start, name) : { ok: true as const, value: text };
  if (!started.ok) return started;
  const { account, organisation } = actingFor(work);
  const id = randomUUID();
  await insertProgramme(work.tx, {
    id,
    organisation: organisation.id,
    name: name.trim(),
    neutralName: neutralName(id),
    isAboutSafety: false,
    madeBy: account,
    madeAt: work.now,
  });
  await addParty(work.tx, {
    programme: id,
    organisation: organisation.id,
    part: 'commissioner',
    name: organisation.name,
    joinedAt: work.now,
  });
  const written = { programme: id, text: started.value, changedBy: account, changedAt: work.now };
  await insertDraft(work.tx, written);
  await markSafety(work, id, started.value);
  work.note({ programme: id, about: { start: text === undefined ? start : 'text' } });
  return { ok: true, value: { programme: id, revision: 1 } };
}
