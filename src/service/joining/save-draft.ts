import Type, { type Static } from 'typebox';
import { type Day, dayNumber, formatDate } from '../../calendar/index.ts';
import { checkApplication } from '../../market/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  type Application,
  addHandedIn,
  beginApplication,
  dropHandedIn,
  findNewestApplication,
  writeApplication,
} from '../../store/joining/index.ts';
import { changedMeanwhile } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import { begunWith, filesOf, type GivenAnswers, mergeAnswers } from './answers.ts';
import { findJoiningPage, type JoiningPage } from './joining-page.ts';
import { applicants, mayReadSums } from './may-join.ts';
import { applicationWaits, documentNotAsked } from './problems.ts';
import { answersShape, expiresShape, fieldName, uploadFields } from './shapes.ts';

/** The revision that was read; 0 where nothing had been saved. */
const revision = Type.Integer({ minimum: 0 });

const written = {
  programme: idShape,
  revision,
  answers: answersShape,
  expires: Type.Optional(expiresShape),
};

const output = Type.Object({ revision }, nothingElse);

/** Saves what has been filled in so far, whole or not. */
export const saveDraft = action({
  name: 'joining.save_draft',
  kind: 'change',
  who: applicants,
  summary: 'Saves an application as a draft. Fields that are not named stay as they were.',
  input: Type.Object(written, nothingElse),
  output,
  run: async (work, input) => save(work, { ...input, uploads: [] }),
});

const uploaded = Type.Object({ field: fieldName, ...uploadFields }, nothingElse);

/** The same with documents, which a form of ours sends along; programs hand them in one by one. */
export const saveForm = action({
  name: 'joining.save_form',
  kind: 'change',
  who: applicants,
  summary: 'Saves an application as a draft, with documents.',
  input: Type.Object({ ...written, uploads: listOf(uploaded) }, nothingElse),
  output,
  run: save,
});

/** Hands in one document of an application. */
export const handInDocument = action({
  name: 'joining.hand_in_document',
  kind: 'change',
  who: applicants,
  summary: 'Hands in a document of an application, in place of the one before.',
  input: Type.Object(
    {
      programme: idShape,
      field: fieldName,
      expiresOn: Type.Optional(Type.String({ maxLength: 40 })),
      ...uploadFields,
    },
    nothingElse,
  ),
  output,
  run: async (work, { programme, field, expiresOn, ...upload }) =>
    save(work, {
      programme,
      answers: {},
      ...(expiresOn === undefined ? {} : { expires: { [field]: expiresOn } }),
      uploads: [{ field, ...upload }],
    }),
});

type Saved = Readonly<{
  programme: string;
  /** Left out where it does not matter what others wrote meanwhile. */
  revision?: number;
  answers: Readonly<Record<string, string>>;
  expires?: Readonly<Record<string, string>>;
  uploads: readonly Static<typeof uploaded>[];
}>;

async function save(work: Work, saved: Saved): Promise<Result<Static<typeof output>>> {
  const allowed = mayReadSums(work);
  if (!allowed.ok) return allowed;
  const page = await findJoiningPage(work.tx, saved.programme);
  if (!page.ok) return page;
  const unasked = problemsOfNames(page.value, saved, work.today as Day);
  if (unasked.length > 0) return { ok: false, problems: unasked };
  const { account, organisation } = actingFor(work);
  const whose = { programme: saved.programme, organisation: organisation.id };
  const newest = await findNewestApplication(work.tx, whose);
  if (newest?.state === 'applied') {
    const sentOn = formatDate(dayNumber((newest.appliedOn ?? work.today) as Day));
    return { ok: false, problems: [applicationWaits(sentOn)] };
  }
  for (const { field: _, upload, file, fileType, fileBytes } of saved.uploads) {
    const kept = { id: upload, file, type: fileType, bytes: fileBytes };
    await addHandedIn(work.tx, { ...whose, ...kept, by: account, at: work.now });
  }
  return write(work, { newest, page: page.value, saved });
}

// What the form does not ask for is not taken in, so that nobody is asked for more in passing.
function problemsOfNames({ form }: JoiningPage, { answers, uploads }: Saved, today: Day) {
  const unasked = checkApplication(form, answers, today).filter(
    ({ code }) => code === 'application.answer_not_asked_for',
  );
  const documents = new Set(form.fields.flatMap((f) => (f.kind === 'document' ? [f.name] : [])));
  const misplaced = uploads.filter(({ field }) => !documents.has(field));
  return [...unasked, ...misplaced.map(({ field }) => documentNotAsked(field))];
}

type Writing = Readonly<{ newest: Application | undefined; page: JoiningPage; saved: Saved }>;

async function write(
  work: Work,
  { newest, page, saved }: Writing,
): Promise<Result<Static<typeof output>>> {
  const { account, organisation } = actingFor(work);
  const whose = { programme: saved.programme, organisation: organisation.id };
  const draft = newest?.state === 'draft' ? newest : undefined;
  const given: GivenAnswers = {
    answers: saved.answers,
    ...(saved.expires === undefined ? {} : { expires: saved.expires }),
    files: Object.fromEntries(saved.uploads.map(({ field, file }) => [field, file])),
  };
  const answers = mergeAnswers(page.form.fields, begunWith(newest, organisation), given);
  const revisionRead = saved.revision ?? draft?.revision ?? 0;
  const one = { ...whose, answers, by: account, at: work.now };
  const isWritten =
    revisionRead === 0
      ? (await beginApplication(work.tx, one)) !== undefined
      : await writeApplication(work.tx, { ...one, revision: revisionRead });
  if (!isWritten) {
    const now = await findNewestApplication(work.tx, whose);
    return { ok: false, problems: [changedMeanwhile(now?.changedByName ?? 'somebody else')] };
  }
  await forgetReplaced(work, whose, filesOf(answers));
  work.note({ organisation: organisation.id, about: { programme: saved.programme } });
  return { ok: true, value: { revision: revisionRead + 1 } };
}

/** A document in whose place another has come cannot be read from then on. */
export async function forgetReplaced(
  { tx, service, afterwards }: Work,
  whose: Readonly<{ programme: string; organisation: string }>,
  kept: readonly string[],
): Promise<void> {
  const dropped = await dropHandedIn(tx, whose, kept);
  if (dropped.length === 0) return;
  afterwards(async () => {
    await service.keys.erasePersonKeys(dropped);
  });
}
