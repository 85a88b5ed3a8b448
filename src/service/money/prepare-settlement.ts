import Type from 'typebox';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  decideSettlement,
  findLastApproved,
  findWaitingSettlement,
  lockSettlements,
  type StoredSettlement,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { dayShape, idShape, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { keepSettlement } from './keep-settlement.ts';
import {
  settlementBeforeLast,
  settlementDayOpen,
  settlementDecided,
  settlementTrueAfterKnown,
  settlementWaits,
} from './problems.ts';
import { resultHashShape } from './shapes.ts';
import { workOut } from './work-out.ts';

type Asked = Readonly<{
  programme: string;
  asAt: string;
  knownAt?: string;
  insteadOf?: string;
}>;

/**
 * Works out what is owed as at a day, and keeps it for somebody else to approve. Known by is the day
 * before today at the latest: of today nobody knows yet what will still come in.
 */
export const prepareSettlement = action({
  name: 'money.prepare_settlement',
  kind: 'change',
  who: ['finance_preparer'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Prepares a settlement as at a day, with every line and what changed since the last.',
  input: Type.Object(
    {
      programme: idShape,
      asAt: dayShape,
      knownAt: Type.Optional(dayShape),
      /** The settlement that waits, to be set aside for this one. */
      insteadOf: Type.Optional(idShape),
    },
    nothingElse,
  ),
  output: Type.Object(
    {
      settlement: idShape,
      number: Type.Integer(),
      resultHash: resultHashShape,
      total: moneyShape,
      paid: moneyShape,
      currency: Type.String(),
    },
    nothingElse,
  ),
  run: prepare,
});

async function prepare(work: Work, asked: Asked) {
  const { programme, asAt, insteadOf } = asked;
  const knownAt = asked.knownAt ?? dayOf(dayNumber(work.today as Day) - 1);
  await lockSettlements(work.tx, programme);
  const last = await findLastApproved(work.tx, programme);
  const wrong = problemWithDays({ asAt, knownAt, today: work.today }, last);
  if (wrong !== undefined) return { ok: false, problems: [wrong] } as const;
  const cleared = await setAside(work, { programme, insteadOf });
  if (!cleared.ok) return cleared;
  const worked = await workOut(work, { programme, asAt, knownAt, last });
  if (!worked.ok) return worked;
  const kept = await keepSettlement(work, worked.value);
  const { total, currency, payable } = worked.value.result;
  work.note({
    programme,
    about: {
      settlement: kept.settlement,
      resultHash: kept.resultHash,
      asAt,
      knownAt,
      ...(last === undefined ? {} : { previous: last.id }),
      ...(insteadOf === undefined ? {} : { insteadOf }),
    },
  });
  return { ok: true, value: { ...kept, total, paid: payable.paid, currency } } as const;
}

type Days = Readonly<{ asAt: string; knownAt: string; today: string }>;

function problemWithDays(
  { asAt, knownAt, today }: Days,
  last: StoredSettlement | undefined,
): Problem | undefined {
  if (knownAt >= today) return settlementDayOpen(knownAt, today);
  if (asAt > knownAt) return settlementTrueAfterKnown(asAt, knownAt);
  if (last === undefined) return undefined;
  if (asAt < last.asAt) return settlementBeforeLast(asAt, last.asAt);
  return knownAt < last.knownAt ? settlementBeforeLast(knownAt, last.knownAt) : undefined;
}

/** One settlement waits at a time; it makes way where who prepares another says which it is. */
async function setAside(
  { tx, actor, now }: Work,
  { programme, insteadOf }: Readonly<{ programme: string; insteadOf: string | undefined }>,
): Promise<Result<null>> {
  const waiting = await findWaitingSettlement(tx, programme);
  if (waiting !== undefined && insteadOf === undefined) {
    return { ok: false, problems: [settlementWaits(waiting.number)] };
  }
  if (insteadOf === undefined) return { ok: true, value: null };
  if (waiting?.id !== insteadOf || actor.kind !== 'account') {
    return { ok: false, problems: [settlementDecided('not the one that waits')] };
  }
  const of = { programme, settlement: insteadOf };
  await decideSettlement(tx, {
    ...of,
    state: 'set aside',
    reason: null,
    by: actor.account,
    at: now,
  });
  return { ok: true, value: null };
}
