import Type from 'typebox';
import { assert } from '../../problem/index.ts';
import {
  decideSettlement,
  findSettlement,
  lockSettlements,
  type SettlementState,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { settlementDecided, settlementNotThere } from './problems.ts';
import { ofSettlement } from './shapes.ts';

/** Why a settlement may be refused, and how each reason reads. */
export const refusalReasons = {
  facts_wrong: 'Facts are wrong or missing',
  page_wrong: 'The page says something else',
  result_not_clear: 'What changed is not clear',
  not_now: 'It is to be settled as at another day',
} as const;

type Reason = keyof typeof refusalReasons;

const reasonShape = Type.Union(
  (Object.keys(refusalReasons) as Reason[]).map((reason) => Type.Literal(reason)),
);

/** Refuses what was prepared, with a reason. */
export const refuseSettlement = action({
  name: 'money.refuse_settlement',
  kind: 'change',
  who: ['finance_approver'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Refuses a prepared settlement with a reason.',
  input: Type.Object({ ...ofSettlement, reason: reasonShape }, nothingElse),
  output: Type.Object({ settlement: idShape, state: Type.Literal('refused') }, nothingElse),
  run: async (work, { programme, settlement, reason }) => {
    const done = await decide(work, { programme, settlement, state: 'refused', reason });
    return done.ok ? ({ ok: true, value: { settlement, state: 'refused' } } as const) : done;
  },
});

/** Sets aside what was prepared, as who prepared it may. */
export const setAsideSettlement = action({
  name: 'money.set_aside_settlement',
  kind: 'change',
  who: ['finance_preparer'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Sets a prepared settlement aside.',
  input: Type.Object(ofSettlement, nothingElse),
  output: Type.Object({ settlement: idShape, state: Type.Literal('set aside') }, nothingElse),
  run: async (work, { programme, settlement }) => {
    const done = await decide(work, { programme, settlement, state: 'set aside', reason: null });
    return done.ok ? ({ ok: true, value: { settlement, state: 'set aside' } } as const) : done;
  },
});

type Decision = Readonly<{
  programme: string;
  settlement: string;
  state: Exclude<SettlementState, 'prepared' | 'approved'>;
  reason: string | null;
}>;

async function decide({ tx, actor, now, note }: Work, decision: Decision) {
  assert(actor.kind === 'account', 'a settlement is decided upon by somebody');
  const { programme, settlement, state, reason } = decision;
  await lockSettlements(tx, programme);
  const stored = await findSettlement(tx, decision);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] } as const;
  if (stored.state !== 'prepared') {
    return { ok: false, problems: [settlementDecided(stored.state)] } as const;
  }
  await decideSettlement(tx, { ...decision, by: actor.account, at: now });
  note({ programme, about: { settlement, state, ...(reason === null ? {} : { reason }) } });
  return { ok: true, value: null } as const;
}
