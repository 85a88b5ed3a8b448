import Type, { type Static } from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { checkApplication, type JoiningField, joiningConditions } from '../../market/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { type Application, findApplication, findProvider } from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { hashShape, idShape, listOf, nothingElse, problemShape } from '../programmes/shapes.ts';
import { getPageAgreed, type JoiningPage } from './joining-page.ts';
import { applicationNotThere } from './problems.ts';
import { answersGiven } from './read-form.ts';
import { answerShape, applicationNumber, standingShape, statedFields } from './shapes.ts';
import { reasonsGiven, statedOf } from './stated.ts';

export const whichApplication = {
  programme: idShape,
  organisation: idShape,
  number: applicationNumber,
};

const conditionShape = Type.Object(
  {
    key: Type.String(),
    /** As the page has it. */
    sentence: Type.String(),
    /** Whether what was answered meets it today, so far as that can be told from the answers. */
    standing: Type.Enum(['met', 'not_met', 'for_the_commissioner']),
    answers: listOf(answerShape),
    problems: listOf(problemShape),
  },
  nothingElse,
);

const input = Type.Object(whichApplication, nothingElse);

const output = Type.Object(
  {
    organisation: idShape,
    /** The organisation, and how the facts are to name it. */
    organisationName: Type.String(),
    name: Type.String(),
    ...statedFields,
    pageHash: hashShape,
    conditions: listOf(conditionShape),
    /** Who applies and what it offers: what rests on no condition. */
    answers: listOf(answerShape),
    problems: listOf(problemShape),
    standing: Type.Optional(standingShape),
  },
  nothingElse,
);

/** An application beside the conditions of the page, for whoever decides. */
export const readApplication = action({
  name: 'joining.read_application',
  kind: 'read',
  who: ['commissioner', 'auditor'],
  parts: ['commissioner', 'auditor'],
  showsMoney: true,
  summary: 'Reads an application beside the conditions of the page on which it is decided.',
  input,
  output,
  run: read,
});

async function read(
  work: Work,
  asked: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const application = await findApplication(work.tx, asked);
  if (application === undefined || application.state === 'draft') {
    return { ok: false, problems: [applicationNotThere()] };
  }
  const page = await getPageAgreed(work.tx, application);
  const { contract, form } = page;
  const problems = checkApplication(form, application.answers, work.today as Day);
  const fields = form.fields.filter(({ restsOn, agrees }) => !restsOn && !agrees);
  const named = new Set(fields.map(({ name }) => name));
  const provider = await findProvider(work.tx, asked);
  const { reasons, organisation, organisationName } = application;
  return {
    ok: true,
    value: {
      organisation,
      organisationName,
      name: provider?.name ?? organisationName,
      ...statedOf(application, work.today),
      ...(reasons === null ? {} : { reasons: reasonsGiven(contract, reasons) }),
      pageHash: form.page,
      conditions: await conditionsGiven(work, { application, page, problems }),
      answers: await answersGiven(work, { ...application, fields }),
      problems: problems.filter(({ at }) => named.has(at.field ?? '')),
      ...(provider === undefined ? {} : { standing: provider.state }),
    },
  };
}

type Beside = Readonly<{
  application: Application;
  page: Omit<JoiningPage, 'programme'>;
  problems: readonly Problem[];
}>;

async function conditionsGiven(
  work: Work,
  { application, page: { contract, form }, problems }: Beside,
) {
  const given = [];
  for (const { key, sentence } of joiningConditions(contract)) {
    const fields = form.fields.filter(({ restsOn }) => restsOn === key);
    const own = problems.filter(({ at }) => fields.some(({ name }) => name === at.field));
    const answers = await answersGiven(work, { ...application, fields });
    given.push({ key, sentence, standing: standingOf(fields, own), answers, problems: own });
  }
  return given;
}

// Of days, places and offers the form asks nothing: whether they are met is not in the answers.
function standingOf(fields: readonly JoiningField[], problems: readonly Problem[]) {
  if (fields.length === 0) return 'for_the_commissioner' as const;
  return problems.length === 0 ? ('met' as const) : ('not_met' as const);
}
