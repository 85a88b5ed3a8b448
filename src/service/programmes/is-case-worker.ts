import type { Actor } from '../access/index.ts';

/** Whether somebody acts as a case worker, whatever else they do: they are shown no amounts. */
export function isCaseWorker(actor: Actor): boolean {
  return actor.kind === 'account' && actor.duties.includes('case_worker');
}
