import Type, { type Static } from 'typebox';
import type { Day } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import { checkApplication, type JoiningForm, joiningForm, shownUntil } from '../../market/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  addConditionShown,
  addHandedIn,
  type KeptAnswers,
  listConditionsShown,
  type Provider,
  sendHandedIn,
} from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { dayShape, idShape, nothingElse } from '../programmes/shapes.ts';
import { mergeAnswers } from './answers.ts';
import { deliverers, mayReadSums } from './may-join.ts';
import { ownOf } from './pause.ts';
import { conditionNotShown, documentNotAsked } from './problems.ts';
import { uploadFields } from './shapes.ts';
import { boundPage, endPause, findJoined } from './take-step.ts';

const shown = {
  programme: idShape,
  /** Of the page, by its key. */
  condition: Type.String({ maxLength: 100 }),
  /** What is answered beside the document, where the condition asks for it. */
  answer: Type.Optional(Type.String({ maxLength: 2000 })),
  /** The last day of the document, where it has one. */
  expiresOn: Type.Optional(Type.String({ maxLength: 40 })),
};

const output = Type.Object(
  {
    until: Type.Optional(dayShape),
    /** Whether new referrals are still paused, for this condition or otherwise. */
    isPaused: Type.Boolean(),
  },
  nothingElse,
);

/** Shows again that a condition of joining is met, by a new document. */
export const handInAgain = action({
  name: 'joining.hand_in_again',
  kind: 'change',
  who: deliverers,
  parts: ['provider'],
  summary: 'Shows by a new document that your organisation still meets a condition of joining.',
  input: Type.Object({ ...shown, ...uploadFields }, nothingElse),
  output,
  run: showIt,
});

/** Shows again that a condition of joining is met that asks for no document. */
export const showAgain = action({
  name: 'joining.show_again',
  kind: 'change',
  who: deliverers,
  parts: ['provider'],
  summary: 'Says that your organisation still meets a condition of joining; without a document.',
  input: Type.Object(shown, nothingElse),
  output,
  run: showIt,
});

type Shown = Readonly<{
  programme: string;
  condition: string;
  answer?: string;
  expiresOn?: string;
  upload?: string;
  file?: string;
  fileType?: string;
  fileBytes?: number;
}>;

async function showIt(work: Work, given: Shown): Promise<Result<Static<typeof output>>> {
  const allowed = mayReadSums(work);
  if (!allowed.ok) return allowed;
  const whose = ownOf(work, given.programme);
  const provider = await findJoined(work, whose);
  if (!provider.ok) return provider;
  const contract = await boundPage(work, whose);
  const before = await listConditionsShown(work.tx, whose);
  const last = before.find(({ condition }) => condition === given.condition);
  const form = formOf(joiningForm(contract), given.condition);
  if (last === undefined || form.fields.length === 0) {
    return { ok: false, problems: [conditionNotShown(given.condition)] };
  }
  const answers = answersOf(form, last.answers, given);
  if (!answers.ok) return answers;
  const problems = checkApplication(form, answers.value, work.today as Day).filter(
    ({ at }) => at.field === undefined || form.fields.some(({ name }) => name === at.field),
  );
  if (problems.length > 0) return { ok: false, problems };
  await keepFile(work, given);
  return keep(work, { provider: provider.value, contract, form, answers: answers.value });
}

/** Only the fields of one condition. */
function formOf(form: JoiningForm, condition: string): JoiningForm {
  return {
    ...form,
    conditions: form.conditions.filter(({ key }) => key === condition),
    fields: form.fields.filter(({ restsOn }) => restsOn === condition),
  };
}

// What was shown before does not show it again: its document is not taken over.
function answersOf(
  { fields }: JoiningForm,
  before: KeptAnswers,
  { answer, expiresOn, file }: Shown,
): Result<KeptAnswers> {
  const document = fields.find(({ kind }) => kind === 'document')?.name;
  const written = fields.find(({ kind }) => kind !== 'document')?.name;
  if (document === undefined && file !== undefined) {
    return { ok: false, problems: [documentNotAsked('file')] };
  }
  const kept = written === undefined ? {} : { [written]: before[written] ?? '' };
  return {
    ok: true,
    value: mergeAnswers(fields, kept, {
      ...(answer === undefined || written === undefined ? {} : { answers: { [written]: answer } }),
      ...(document === undefined ? {} : { expires: { [document]: expiresOn ?? '' } }),
      ...(document === undefined || file === undefined ? {} : { files: { [document]: file } }),
    }),
  };
}

async function keepFile(
  work: Work,
  { programme, upload, file, fileType, fileBytes }: Shown,
): Promise<void> {
  if (upload === undefined || file === undefined) return;
  assert(fileType !== undefined && fileBytes !== undefined, 'a file that was kept is known whole');
  const whose = ownOf(work, programme);
  const by = actingFor(work).account;
  const handedIn = { ...whose, id: upload, file, type: fileType, bytes: fileBytes };
  await addHandedIn(work.tx, { ...handedIn, by, at: work.now });
  await sendHandedIn(work.tx, { ...whose, at: work.now }, [file]);
}

type Keeping = Readonly<{
  provider: Provider;
  contract: Contract;
  form: JoiningForm;
  answers: KeptAnswers;
}>;

async function keep(
  work: Work,
  { provider, contract, form, answers }: Keeping,
): Promise<Result<Static<typeof output>>> {
  const { programme, organisation } = provider;
  const on = work.today as Day;
  const condition = form.conditions[0]?.key;
  assert(condition !== undefined, 'what is shown again is shown for a condition');
  const until = shownUntil(contract, form, { answers, on })[0]?.until ?? null;
  const by = actingFor(work).account;
  const kept = { programme, organisation, condition, shownOn: on, until, answers };
  await addConditionShown(work.tx, { ...kept, by, at: work.now });
  const about = { provider: organisation, condition, until };
  const now = await listConditionsShown(work.tx, { programme, organisation });
  const isWhole = now.every((each) => each.until === null || each.until >= work.today);
  const ends = isWhole && provider.pausedBy.includes('condition');
  const moved = ends ? await endPause(work, provider, 'condition') : undefined;
  if (moved !== undefined && !moved.ok) return moved;
  if (moved === undefined) work.note({ programme, about });
  const isPaused = (moved?.value ?? provider).pausedBy.length > 0;
  return { ok: true, value: { isPaused, ...(until === null ? {} : { until }) } };
}
