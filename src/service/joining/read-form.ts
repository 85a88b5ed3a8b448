import Type, { type Static } from 'typebox';
import type { JoiningField } from '../../market/index.ts';
import { formatMajor } from '../../money/index.ts';
import type { Result } from '../../problem/index.ts';
import { findOrganisation } from '../../store/accounts/index.ts';
import {
  findNewestApplication,
  findProvider,
  type KeptAnswers,
  listHandedIn,
  type Provider,
} from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { hashShape, idShape, listOf, nothingElse, problemShape } from '../programmes/shapes.ts';
import { begunWith, filesOf, shownAnswers } from './answers.ts';
import { applicationProblems } from './application-problems.ts';
import { findJoiningPage } from './joining-page.ts';
import { applicants, mayReadSums } from './may-join.ts';
import { answerShape, applicationState, fieldShape } from './shapes.ts';

const input = Type.Object({ programme: idShape }, nothingElse);

const output = Type.Object(
  {
    programme: idShape,
    title: Type.String(),
    neutralName: Type.String(),
    isAboutSafety: Type.Boolean(),
    commissioner: Type.String(),
    /** What is agreed to, which a page that changes in the meantime is no longer. */
    pageHash: hashShape,
    fields: listOf(fieldShape),
    conditions: listOf(Type.Object({ key: Type.String(), sentence: Type.String() }, nothingElse)),
    /** 0 where nothing has been saved. */
    revision: Type.Integer({ minimum: 0 }),
    /** Of the newest application; absent where there is none. */
    state: Type.Optional(applicationState),
    /** Whether an application could be written now: none waits, and it does not serve there. */
    mayApply: Type.Boolean(),
    answers: listOf(answerShape),
    /** What still stands in the way of sending it. */
    problems: listOf(problemShape),
  },
  nothingElse,
);

/** The form by which to join a programme, and what the organisation has filled in so far. */
export const readForm = action({
  name: 'joining.read_form',
  kind: 'read',
  who: applicants,
  summary: 'Reads the form by which to join a published programme, and your draft of it.',
  input,
  output,
  run: read,
});

async function read(
  work: Work,
  { programme }: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const allowed = mayReadSums(work);
  if (!allowed.ok) return allowed;
  const page = await findJoiningPage(work.tx, programme);
  if (!page.ok) return page;
  const { form, version } = page.value;
  const { organisation } = actingFor(work);
  const whose = { programme, organisation: organisation.id };
  const newest = await findNewestApplication(work.tx, whose);
  const provider = await findProvider(work.tx, whose);
  const answers = begunWith(newest, organisation);
  const commissioner = await findOrganisation(work.tx, page.value.programme.organisation);
  return {
    ok: true,
    value: {
      programme,
      title: version.title,
      neutralName: page.value.programme.neutralName,
      isAboutSafety: page.value.programme.isAboutSafety,
      commissioner: commissioner?.name ?? '',
      pageHash: form.page,
      fields: form.fields.map(fieldGiven),
      conditions: form.conditions.map(({ key, sentence }) => ({ key, sentence })),
      revision: newest?.state === 'draft' ? newest.revision : 0,
      ...(newest === undefined ? {} : { state: newest.state }),
      mayApply: provider === undefined || mayApplyAs.has(provider.state),
      answers: await answersGiven(work, { ...whose, answers, fields: form.fields }),
      problems: [...(await applicationProblems(work, page.value, { answers }))],
    },
  };
}

const mayApplyAs: ReadonlySet<Provider['state']> = new Set(['refused', 'withdrawn', 'left']);

type Given = Readonly<{
  programme: string;
  organisation: string;
  answers: KeptAnswers;
  fields: readonly JoiningField[];
}>;

/** Answers with what is known of their documents. */
export async function answersGiven({ tx }: Work, { answers, fields, ...whose }: Given) {
  const documents = await listHandedIn(tx, whose, filesOf(answers));
  return shownAnswers(fields, answers, documents);
}

/** A field as actions give it: sums of money as text. */
export function fieldGiven({ least, expires, ...field }: JoiningField) {
  return {
    ...field,
    ...(expires === undefined ? {} : { expires }),
    ...(least === undefined
      ? {}
      : { least: formatMajor(least.units, least.currency), currency: least.currency }),
  };
}
