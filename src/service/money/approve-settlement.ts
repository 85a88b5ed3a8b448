import Type from 'typebox';
import { assert, type Problem } from '../../problem/index.ts';
import { closeDay } from '../../store/facts/index.ts';
import {
  decideSettlement,
  findSettlement,
  lockSettlements,
  type StoredSettlement,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { findOvertaken } from './find-overtaken.ts';
import {
  settlementDecided,
  settlementNotThere,
  settlementOfOwnWork,
  settlementOtherwise,
  settlementOvertaken,
} from './problems.ts';
import { ofSettlement, resultHashShape } from './shapes.ts';

/**
 * Approves what was prepared, by the hash of what was looked at, by somebody who has not
 * prepared it. From then on it is owed: statements, entries and payments of it stand.
 */
export const approveSettlement = action({
  name: 'money.approve_settlement',
  kind: 'change',
  who: ['finance_approver'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Approves a prepared settlement by the hash of its result.',
  input: Type.Object({ ...ofSettlement, resultHash: resultHashShape }, nothingElse),
  output: Type.Object({ settlement: idShape, state: Type.Literal('approved') }, nothingElse),
  run: approve,
});

type Asked = Readonly<{ programme: string; settlement: string; resultHash: string }>;

async function approve(work: Work, asked: Asked) {
  const { tx, actor, now } = work;
  assert(actor.kind === 'account', 'a settlement is approved by somebody');
  const { programme, settlement, resultHash } = asked;
  await lockSettlements(tx, programme);
  const stored = await findSettlement(tx, asked);
  const wrong = problemWith(stored, { account: actor.account, resultHash });
  if (stored === undefined || wrong !== undefined) {
    return { ok: false, problems: [wrong ?? settlementNotThere()] } as const;
  }
  await closeDay(tx, { programme, day: stored.knownAt });
  const overtaken = await findOvertaken(tx, stored);
  if (overtaken !== undefined) {
    return { ok: false, problems: [settlementOvertaken(overtaken)] } as const;
  }
  const isDecided = await decideSettlement(tx, {
    programme,
    settlement,
    state: 'approved',
    reason: null,
    by: actor.account,
    at: now,
  });
  assert(isDecided, 'what waits behind the lock is decided upon once');
  const { asAt, knownAt, contractHash, previous } = stored;
  work.note({
    programme,
    about: { settlement, resultHash, asAt, knownAt, contractHash, ...(previous && { previous }) },
  });
  return { ok: true, value: { settlement, state: 'approved' } } as const;
}

function problemWith(
  stored: StoredSettlement | undefined,
  { account, resultHash }: Readonly<{ account: string; resultHash: string }>,
): Problem | undefined {
  if (stored === undefined) return settlementNotThere();
  if (stored.state !== 'prepared') return settlementDecided(stored.state);
  if (stored.preparedBy === account) return settlementOfOwnWork();
  return stored.resultHash === resultHash ? undefined : settlementOtherwise();
}
