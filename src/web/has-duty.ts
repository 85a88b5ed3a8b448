import type { Visit } from '../http/index.ts';
import type { Duty } from '../service/access/index.ts';

/** Whether somebody has a duty where they act, so that a button for it is worth showing. */
export function hasDuty({ actor }: Pick<Visit, 'actor'>, duty: Duty): boolean {
  return actor.kind === 'account' && actor.duties.includes(duty);
}
