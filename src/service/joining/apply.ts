import Type, { type Static } from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { decideBy, nextProviderState } from '../../market/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  type Application,
  enterProvider,
  findNewestApplication,
  findProvider,
  sendApplication,
  sendHandedIn,
} from '../../store/joining/index.ts';
import { changedMeanwhile } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { dayShape, hashShape, idShape, nothingElse } from '../programmes/shapes.ts';
import { answersTo, areasOf, filesOf, textOf } from './answers.ts';
import { applicationProblems } from './application-problems.ts';
import { findJoiningPage, type JoiningPage } from './joining-page.ts';
import { mayReadSums, signatories } from './may-join.ts';
import { applicationNotBegun } from './problems.ts';
import { forgetReplaced } from './save-draft.ts';
import { applicationNumber } from './shapes.ts';
import { standingOf } from './standing.ts';

const input = Type.Object(
  {
    programme: idShape,
    /** Of the draft that was read. */
    revision: Type.Integer({ minimum: 1 }),
    /** Of the page that was read and is agreed to. */
    pageHash: hashShape,
  },
  nothingElse,
);

const output = Type.Object(
  { number: applicationNumber, appliedOn: dayShape, decideBy: Type.Optional(dayShape) },
  nothingElse,
);

/** Sends an application: the organisation agrees to the page by its hash. */
export const applyToJoin = action({
  name: 'joining.apply',
  kind: 'change',
  who: signatories,
  summary: 'Sends your draft of an application, and agrees to the page by its hash.',
  input,
  output,
  run: apply,
});

type Asked = Static<typeof input>;

async function apply(work: Work, asked: Asked): Promise<Result<Static<typeof output>>> {
  const allowed = mayReadSums(work);
  if (!allowed.ok) return allowed;
  const page = await findJoiningPage(work.tx, asked.programme);
  if (!page.ok) return page;
  const { organisation } = actingFor(work);
  const whose = { programme: asked.programme, organisation: organisation.id };
  const draft = await findNewestApplication(work.tx, whose, { toChange: true });
  // Sent before, from another tab or by a second click: it is that application.
  if (draft?.state === 'applied') return { ok: true, value: sent(draft) };
  if (draft?.state !== 'draft') return { ok: false, problems: [applicationNotBegun()] };
  if (draft.revision !== asked.revision) return isWrittenOver(draft);
  const { answers } = draft;
  const problems = await applicationProblems(work, page.value, {
    answers,
    agreement: asked.pageHash,
  });
  if (problems.length > 0) return { ok: false, problems };
  const provider = await findProvider(work.tx, whose, { toChange: true });
  const standing = provider === undefined ? undefined : standingOf(provider);
  const step = { step: 'apply', on: work.today as Day } as const;
  const next = nextProviderState(page.value.contract, standing, step);
  return next.ok ? send(work, { draft, page: page.value }) : next;
}

type Sending = Readonly<{ draft: Application; page: JoiningPage }>;

async function send(work: Work, { draft, page }: Sending): Promise<Result<Static<typeof output>>> {
  const { programme, organisation, revision } = draft;
  const whose = { programme, organisation };
  const { contract, form, version } = page;
  const answers = { ...answersTo(form.fields, draft.answers), agreement: form.page };
  const isSent = await sendApplication(work.tx, {
    ...whose,
    revision,
    answers,
    version: version.number,
    pageHash: form.page,
    by: actingFor(work).account,
    at: work.now,
    on: work.today,
    decideBy: decideBy(contract, work.today as Day) ?? null,
  });
  const now = await findNewestApplication(work.tx, whose);
  if (!isSent)
    return now?.state === 'applied' ? { ok: true, value: sent(now) } : isWrittenOver(now);
  const capacity = textOf(answers, 'capacity');
  await enterProvider(work.tx, {
    ...whose,
    name: textOf(answers, 'name'),
    since: work.today,
    capacity: capacity === '' ? null : Number(capacity),
    areas: areasOf(textOf(answers, 'areas')),
    appliedAt: work.now,
  });
  const files = filesOf(answers);
  await sendHandedIn(work.tx, { ...whose, at: work.now }, files);
  await forgetReplaced(work, whose, files);
  const about = { applicant: organisation, number: draft.number, page: form.page };
  work.note({ programme, about });
  return { ok: true, value: sent(now ?? draft) };
}

function isWrittenOver(draft: Application | undefined): Result<never> {
  const by = draft?.changedByName ?? 'somebody else';
  return { ok: false, problems: [changedMeanwhile(by)] };
}

function sent({ number, appliedOn, decideBy: last }: Application) {
  assert(appliedOn !== null, 'what was sent was sent on a day');
  return {
    number,
    appliedOn,
    ...(last === null ? {} : { decideBy: last }),
  };
}
