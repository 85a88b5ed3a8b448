import Type from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import { type Due, findProvider, listDue, type Provider } from '../../store/joining/index.ts';
import {
  type Action,
  action,
  dayIn,
  performAlone,
  type Service,
  type WhyNot,
  type Work,
} from '../act/index.ts';
import { addFacts } from '../facts-in/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { takeStep, type Whose } from './take-step.ts';

const input = Type.Object({ programme: idShape, organisation: idShape }, nothingElse);

/** Whether there was anything to do. */
const output = Type.Object({ isMoved: Type.Boolean() }, nothingElse);

const pauseLapsed = action({
  name: 'joining.pause_lapsed',
  kind: 'change',
  who: [],
  summary: 'Pauses new referrals to a provider that no longer shows a condition.',
  input,
  output,
  run: async (work, whose) => {
    const { provider, hasLapsed } = await dueNow(work, whose);
    if (!hasLapsed) return { ok: true, value: { isMoved: false } };
    const pausedBy = [...provider.pausedBy, 'condition' as const];
    const moved = await takeStep(work, provider, { step: 'lose a condition', pausedBy });
    return moved.ok ? { ok: true, value: { isMoved: true } } : moved;
  },
});

const endNotice = action({
  name: 'joining.end_notice',
  kind: 'change',
  who: [],
  summary: 'Ends the part of a provider whose last day is over.',
  input,
  output,
  run: async (work, whose) => {
    const { provider, hasLeft } = await dueNow(work, whose);
    if (!hasLeft) return { ok: true, value: { isMoved: false } };
    const left = await leave(work, provider);
    return left.ok ? { ok: true, value: { isMoved: true } } : left;
  },
});

/** A provider that could not be moved on, and why. */
export type NotMoved = Whose & WhyNot;

/**
 * What the days bring, done by the service itself once a day: who no longer shows a condition is
 * sent nobody new, and who has reached the last day of its notice has left. Each is done on its
 * own, so that one that meets a problem keeps no other from it; done twice on a day it changes
 * nothing more. Gives those that could not be moved.
 */
export async function keepUpProviders(service: Service): Promise<readonly NotMoved[]> {
  const lapsed = (await listDueOn(service)).filter(({ hasLapsed }) => hasLapsed);
  const notPaused = await moveEach(service, pauseLapsed, lapsed);
  const leavers = (await listDueOn(service)).filter(({ hasLeft }) => hasLeft);
  return [...notPaused, ...(await moveEach(service, endNotice, leavers))];
}

async function listDueOn({ store, clock }: Service): Promise<readonly Due[]> {
  const today = dayIn(store.timeZone, clock());
  return store.read({ reach: 'upkeep' }, async (tx) => listDue(tx, { today }));
}

async function moveEach(
  service: Service,
  step: Action,
  due: readonly Due[],
): Promise<readonly NotMoved[]> {
  const notMoved: NotMoved[] = [];
  for (const { programme, organisation } of due) {
    const whose = { programme, organisation };
    const whyNot = await performAlone(service, step, whose);
    if (whyNot !== undefined) notMoved.push({ ...whose, ...whyNot });
  }
  return notMoved;
}

type DueNow = Readonly<{ provider: Provider; hasLapsed: boolean; hasLeft: boolean }>;

// Asked again once nobody else can change it: it may have shown the condition meanwhile.
async function dueNow(work: Work, whose: Whose): Promise<DueNow> {
  const provider = await findProvider(work.tx, whose, { toChange: true });
  assert(provider !== undefined, 'who has shown a condition is a provider');
  const [due] = await listDue(work.tx, { today: work.today, whose });
  return { provider, hasLapsed: due?.hasLapsed ?? false, hasLeft: due?.hasLeft ?? false };
}

// Settlement goes by the fact: grants end, and what comes after is paid as the page says.
async function leave(work: Work, provider: Provider): Promise<Result<unknown>> {
  const { programme, name, leavesOn } = provider;
  assert(leavesOn !== null, 'who leaves has a last day');
  const moved = await takeStep(work, provider, { step: 'leave', pausedBy: [] });
  if (!moved.ok) return moved;
  const facts = [{ kind: 'left', provider: name, day: leavesOn }];
  return addFacts(work, programme, { way: 'service', facts });
}
