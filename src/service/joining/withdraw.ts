import Type from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { nextProviderState } from '../../market/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  type Application,
  decideApplication,
  findNewestApplication,
  findProvider,
  type KeptReason,
  moveProvider,
  type Provider,
} from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { getPageAgreed } from './joining-page.ts';
import { signatories } from './may-join.ts';
import { applicationNotThere, applicationNotWaiting } from './problems.ts';
import { applicationState } from './shapes.ts';
import { keptStanding, standingOf } from './standing.ts';

export const endedOutput = Type.Object({ state: applicationState }, nothingElse);

/** The applicant takes its application back. */
export const withdrawApplication = action({
  name: 'joining.withdraw',
  kind: 'change',
  who: signatories,
  summary: 'Withdraws the application of your organisation before it is decided.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: endedOutput,
  run: async (work, { programme }) => {
    const { organisation } = actingFor(work);
    const newest = await findNewestApplication(work.tx, {
      programme,
      organisation: organisation.id,
    });
    if (newest === undefined) return { ok: false, problems: [applicationNotThere()] };
    const ended = await endApplication(work, newest, { is: 'withdrawn', reasons: null });
    return ended.ok ? { ok: true, value: { state: 'withdrawn' as const } } : ended;
  },
});

type Ending = Readonly<{
  is: 'withdrawn' | 'refused' | 'admitted';
  reasons: readonly KeptReason[] | null;
}>;

const steps = { withdrawn: 'withdraw', refused: 'refuse', admitted: 'admit' } as const;

/**
 * Ends an application that waits, and moves its provider on; gives how the provider stands then.
 * Of two who end it at once the second is told how the first did.
 */
export async function endApplication(
  work: Work,
  application: Application,
  { is, reasons }: Ending,
): Promise<Result<Provider>> {
  const { programme, organisation, number } = application;
  const ended = { state: is, reasons, by: actingFor(work).account, at: work.now, on: work.today };
  const which = { programme, organisation, number };
  if (!(await decideApplication(work.tx, { ...which, ...ended }))) {
    const now = await findNewestApplication(work.tx, which);
    return { ok: false, problems: [applicationNotWaiting(now?.state ?? application.state)] };
  }
  const provider = await findProvider(work.tx, which, { toChange: true });
  assert(provider !== undefined, 'who has applied is entered as a provider');
  const { contract } = await getPageAgreed(work.tx, application);
  const step = { step: steps[is], on: work.today as Day };
  const next = nextProviderState(contract, standingOf(provider), step);
  if (!next.ok) return next;
  const moved = keptStanding(next.value, { provider, pausedBy: [] });
  await moveProvider(work.tx, moved);
  const codes = reasons?.map(({ condition, reason }) => `${condition}: ${reason}`);
  const about = { applicant: organisation, number, ...(codes ? { reasons: codes } : {}) };
  work.note({ programme, about });
  return { ok: true, value: moved };
}
