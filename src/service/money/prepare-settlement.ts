import Type from 'typebox';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  countKnownFacts,
  decideSettlement,
  findLastApproved,
  findWaitingSettlement,
  lockSettlements,
  type StoredSettlement,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { dayShape, idShape, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { type KeptSettlement, keepSettlement } from './keep-settlement.ts';
import {
  settlementBeforeLast,
  settlementDayOpen,
  settlementDecided,
  settlementTooLarge,
  settlementTrueAfterKnown,
  settlementWaits,
} from './problems.ts';
import { resultHashShape } from './shapes.ts';
import { workOut } from './work-out.ts';

/** What is to be settled: as at which days, and instead of which that waits. */
export type ToPrepare = Readonly<{
  programme: string;
  asAt: string;
  knownAt?: string;
  insteadOf?: string;
}>;

/** More facts than these take longer than somebody waits for an answer. */
export const factsAtOnceMax = 100_000;

export const toPrepare = Type.Object(
  {
    programme: idShape,
    asAt: dayShape,
    knownAt: Type.Optional(dayShape),
    /** The settlement that waits, to be set aside for this one. */
    insteadOf: Type.Optional(idShape),
  },
  nothingElse,
);

/**
 * Works out what is owed as at a day, and keeps it for somebody else to approve. Known by is the
 * day before today at the latest: of today nobody knows yet what will still come in.
 */
export const prepareSettlement = preparingOf(async (work, asked) => {
  const { knownAt } = withDays(work, asked);
  const { count } = await countKnownFacts(work.tx, { programme: asked.programme, knownAt });
  return count > factsAtOnceMax
    ? { ok: false, problems: [settlementTooLarge(count)] }
    : prepare(work, asked);
});

/** The same action with another way of doing it: at once, or by and by. */
export function preparingOf(run: (work: Work, asked: ToPrepare) => ReturnType<typeof prepare>) {
  return action({
    name: 'money.prepare_settlement',
    kind: 'change',
    who: ['finance_preparer'],
    parts: ['commissioner'],
    showsMoney: true,
    summary: 'Prepares a settlement as at a day, with every line and what changed since the last.',
    input: toPrepare,
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
    run,
  });
}

/** A settlement that is prepared: by what it is known, and what it comes to. */
export type Prepared = KeptSettlement & Readonly<{ total: string; paid: string; currency: string }>;

/** Is told how far it has come. */
export type OnStep = (step: 'settling' | 'keeping') => Promise<void>;

/** Prepares a settlement, whatever its size. */
export async function prepare(
  work: Work,
  asked: ToPrepare,
  onStep?: OnStep,
): Promise<Result<Prepared>> {
  const { programme, asAt, insteadOf } = asked;
  const { knownAt } = withDays(work, asked);
  await lockSettlements(work.tx, programme);
  const last = await findLastApproved(work.tx, programme);
  const wrong = problemWithDays({ asAt, knownAt, today: work.today }, last);
  if (wrong !== undefined) return { ok: false, problems: [wrong] };
  const cleared = await setAside(work, { programme, insteadOf });
  if (!cleared.ok) return cleared;
  await onStep?.('settling');
  const prepared = await workOut(work, { programme, asAt, knownAt, last }, async (worked) => {
    await onStep?.('keeping');
    const { total, currency, payable } = worked.about.result;
    return { ...(await keepSettlement(work, worked)), total, paid: payable.paid, currency };
  });
  if (!prepared.ok) return prepared;
  const { settlement, resultHash } = prepared.value;
  work.note({
    programme,
    about: {
      settlement,
      resultHash,
      asAt,
      knownAt,
      ...(last === undefined ? {} : { previous: last.id }),
      ...(insteadOf === undefined ? {} : { insteadOf }),
    },
  });
  return prepared;
}

/** With the day before today, where nothing else is said. */
export function withDays({ today }: Work, { asAt, knownAt }: ToPrepare) {
  return { asAt, knownAt: knownAt ?? dayOf(dayNumber(today as Day) - 1) };
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
