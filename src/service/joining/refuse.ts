import Type from 'typebox';
import { decisionProblems } from '../../market/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  type Application,
  findApplication,
  type WhichApplication,
} from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { listOf, nothingElse } from '../programmes/shapes.ts';
import { getPageAgreed } from './joining-page.ts';
import { deciders } from './may-join.ts';
import { applicationNotThere, applicationNotWaiting, applicationOfOwnWork } from './problems.ts';
import { whichApplication } from './read-application.ts';
import { reasonShape } from './reason-codes.ts';
import { endApplication, endedOutput } from './withdraw.ts';

const reasons = listOf(
  Type.Object({ condition: Type.String({ maxLength: 100 }), reason: reasonShape }, nothingElse),
);

/** Refuses an application, by conditions of the page and a reason for each. */
export const refuseApplication = action({
  name: 'joining.refuse',
  kind: 'change',
  who: deciders,
  parts: ['commissioner'],
  summary: 'Refuses an application by conditions of the page, with a reason for each.',
  input: Type.Object({ ...whichApplication, reasons }, nothingElse),
  output: endedOutput,
  run: async (work, { reasons: given, ...which }) => {
    const waiting = await findWaiting(work, which);
    if (!waiting.ok) return waiting;
    const { contract } = await getPageAgreed(work.tx, waiting.value);
    const problems = decisionProblems(contract, { is: 'refused', reasons: given });
    if (problems.length > 0) return { ok: false, problems };
    const ended = await endApplication(work, waiting.value, { is: 'refused', reasons: given });
    return ended.ok ? { ok: true, value: { state: 'refused' as const } } : ended;
  },
});

/** The application, if it waits and somebody else sent it. */
export async function findWaiting(
  work: Work,
  which: WhichApplication,
): Promise<Result<Application>> {
  const application = await findApplication(work.tx, which);
  if (application === undefined || application.state === 'draft') {
    return { ok: false, problems: [applicationNotThere()] };
  }
  if (application.state !== 'applied') {
    return { ok: false, problems: [applicationNotWaiting(application.state)] };
  }
  if (application.appliedBy === actingFor(work).account) {
    return { ok: false, problems: [applicationOfOwnWork()] };
  }
  return { ok: true, value: application };
}
