import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import type { ResultLine } from '../../settlement/index.ts';
import {
  countLinesOfPeople,
  findDisputeAlike,
  findLine,
  findSettlement,
  findStatement,
  insertDispute,
  lockDispute,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { addFacts } from '../facts-in/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import {
  endedToday,
  lineDisputed,
  lineNotThere,
  lineOfMany,
  questionTimePassed,
  settlementNotApproved,
  settlementNotThere,
} from './problems.ts';
import { lineName, ofSettlement } from './shapes.ts';

/** Why a line may be questioned, and how each reason reads. */
export const disputeReasons = {
  amount_wrong: 'The amount is not what the page says',
  not_paid_wrong: 'What is not paid should be',
  taken_back_wrong: 'What was taken back should not be',
  fact_wrong: 'A fact behind it is wrong',
  not_ours: 'The outcome is not ours',
} as const;

const reasonShape = Type.Union(
  (Object.keys(disputeReasons) as (keyof typeof disputeReasons)[]).map((each) =>
    Type.Literal(each),
  ),
);

/**
 * Questions a line of one's own statement. It is a fact like any other, without a word about a
 * person: from the next settlement on what the line rises by is held, where the page says so. It
 * holds every line of the outcome for the same person, so that a second one of them would add
 * nothing, and would be over with the first. A line that is nobody's is held with all of its
 * provider and outcome; where those are people's, as a rounding difference has them, it is refused.
 */
export const openDispute = action({
  name: 'money.open_dispute',
  kind: 'change',
  who: ['provider_finance'],
  parts: ['provider'],
  showsMoney: true,
  summary: 'Questions a line of an approved statement with a coded reason.',
  input: Type.Object({ ...ofSettlement, line: lineName, reason: reasonShape }, nothingElse),
  output: Type.Object({ dispute: idShape }, nothingElse),
  run: open,
});

type Asked = Readonly<{ programme: string; settlement: string; line: string; reason: string }>;

async function open(work: Work, asked: Asked): Promise<Result<{ dispute: string }>> {
  const { tx, actor, now, today, note } = work;
  assert(actor.kind === 'account', 'a line is questioned by somebody');
  const { programme, settlement, reason } = asked;
  const found = await findDisputable(work, asked);
  if (!found.ok) return found;
  const { line, payee, provider, outcome, participant = null } = found.value;
  await lockDispute(tx, programme);
  const alike = { programme, participant, provider, outcome, on: today };
  const before = await findDisputeAlike(tx, alike);
  if (before !== undefined) {
    return { ok: false, problems: [before === 'open' ? lineDisputed(line) : endedToday(line)] };
  }
  const id = randomUUID();
  const reach = { provider, about: outcome, ...(participant === null ? {} : { participant }) };
  const added = await addFacts(work, programme, {
    way: 'service',
    facts: [{ id, kind: 'disputed', day: today, ...reach }],
  });
  if (!added.ok) return added;
  await insertDispute(tx, {
    programme,
    id,
    settlement,
    payee,
    line,
    participant,
    provider,
    outcome,
    reason,
    arrival: added.value.arrival,
    openedBy: actor.account,
    openedAt: now,
  });
  note({ programme, about: { dispute: id, settlement, reason } });
  return { ok: true, value: { dispute: id } };
}

/** A line of an approved statement, while it may still be questioned. */
async function findDisputable({ tx, today }: Work, asked: Asked): Promise<Result<ResultLine>> {
  const stored = await findSettlement(tx, asked);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
  if (stored.state !== 'approved') {
    return { ok: false, problems: [settlementNotApproved(stored.state)] };
  }
  const found = await findLine(tx, { ...asked, currency: stored.currency });
  if (found === undefined) return { ok: false, problems: [lineNotThere(asked.line)] };
  const { line } = found;
  const { participant, provider, outcome } = line;
  const others = participant === undefined && { ...asked, provider, outcome };
  const count = others ? await countLinesOfPeople(tx, others) : 0;
  if (count > 0) return { ok: false, problems: [lineOfMany(line.line, { outcome, count })] };
  const statement = await findStatement(tx, { ...asked, payee: line.payee });
  const until = statement?.questionBy ?? null;
  return until !== null && today > until
    ? { ok: false, problems: [questionTimePassed(until, today)] }
    : { ok: true, value: line };
}
