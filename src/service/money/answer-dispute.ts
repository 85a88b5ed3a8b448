import Type from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import { listParties } from '../../store/index.ts';
import {
  addDisputeStep,
  findDispute,
  lockDispute,
  type StoredDispute,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { addFacts } from '../facts-in/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { disputeNotAnswered, disputeNotThere, disputeReleased } from './problems.ts';

/** What may be answered to a dispute, and how each answer reads. */
export const disputeAnswers = {
  stands: 'The line stands as it is',
  will_change: 'A fact is being corrected, and the line with it',
  page_unclear: 'The page is not clear, and will be changed',
} as const;

const answerShape = Type.Union(
  (Object.keys(disputeAnswers) as (keyof typeof disputeAnswers)[]).map((each) =>
    Type.Literal(each),
  ),
);

const ofDispute = { programme: idShape, dispute: idShape } as const;

/** Answers a dispute. It stays open until it is released. */
export const answerDispute = action({
  name: 'money.answer_dispute',
  kind: 'change',
  who: ['commissioner', 'finance_preparer', 'finance_approver'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Answers a dispute with a code.',
  input: Type.Object({ ...ofDispute, answer: answerShape }, nothingElse),
  output: Type.Object({ dispute: idShape }, nothingElse),
  run: async (work, { programme, dispute, answer }) => {
    const { tx, actor, now, note } = work;
    assert(actor.kind === 'account', 'a dispute is answered by somebody');
    const open = await findOpen(work, { programme, dispute });
    if (!open.ok) return open;
    const taken = { takenBy: actor.account, takenAt: now };
    const step = { programme, dispute, step: 'answered', answer, arrival: null } as const;
    await addDisputeStep(tx, { ...step, ...taken });
    note({ programme, about: { dispute, answer } });
    return { ok: true, value: { dispute } };
  },
});

/** Ends a dispute: who opened it at any time, the commissioner once it has been answered. */
export const releaseDispute = action({
  name: 'money.release_dispute',
  kind: 'change',
  who: ['commissioner', 'finance_preparer', 'finance_approver', 'provider_finance'],
  parts: ['commissioner', 'provider'],
  showsMoney: true,
  summary: 'Ends a dispute; from the next settlement on nothing is held by it.',
  input: Type.Object(ofDispute, nothingElse),
  output: Type.Object({ dispute: idShape }, nothingElse),
  run: release,
});

type Asked = Readonly<{ programme: string; dispute: string }>;

async function release(work: Work, asked: Asked): Promise<Result<{ dispute: string }>> {
  const { tx, actor, now, today, note } = work;
  assert(actor.kind === 'account', 'a dispute is released by somebody');
  const { programme, dispute } = asked;
  const found = await findOpen(work, asked);
  if (!found.ok) return found;
  const { participant, provider, outcome, answer } = found.value;
  const isOwn = await isPaidTo(work, found.value);
  if (!isOwn && answer === null) return { ok: false, problems: [disputeNotAnswered()] };
  const reach = { provider, about: outcome, ...(participant === null ? {} : { participant }) };
  const added = await addFacts(work, programme, {
    way: 'service',
    facts: [{ kind: 'released', day: today, ...reach }],
  });
  if (!added.ok) return added;
  const step = { programme, dispute, step: 'released', answer: null } as const;
  const { arrival } = added.value;
  await addDisputeStep(tx, { ...step, arrival, takenBy: actor.account, takenAt: now });
  note({ programme, about: { dispute, state: 'released' } });
  return { ok: true, value: { dispute } };
}

/** Whether it is a dispute of who acts: a commissioner may deliver too, by its own team. */
async function isPaidTo({ tx, actor }: Work, { programme, payee }: StoredDispute) {
  const organisation = actor.kind === 'account' ? actor.organisation?.id : undefined;
  const parties = await listParties(tx, programme);
  return parties.some(
    (party) =>
      party.part === 'provider' && party.name === payee && party.organisation === organisation,
  );
}

async function findOpen({ tx }: Work, asked: Asked): Promise<Result<StoredDispute>> {
  await lockDispute(tx, asked.dispute);
  const found = await findDispute(tx, { programme: asked.programme, id: asked.dispute });
  if (found === undefined) return { ok: false, problems: [disputeNotThere()] };
  return found.releasedAt === null
    ? { ok: true, value: found }
    : { ok: false, problems: [disputeReleased()] };
}
