import { Fault } from '../../problem/index.ts';
import type { Action } from './action.ts';
import { perform } from './perform.ts';
import type { Service } from './service.ts';

/** Why something could not be done: codes for those whom it concerns, words for the log. */
export type WhyNot = Readonly<{ codes: readonly string[]; words: string }>;

/**
 * Does one of several things that the service does by itself, where what stands in the way of one,
 * a fault even, must not keep the others from being done.
 */
export async function performAlone(
  service: Service,
  action: Action,
  input: unknown,
): Promise<WhyNot | undefined> {
  try {
    const done = await perform(service, action, { actor: { kind: 'service' }, input });
    if (done.ok) return undefined;
    const codes = done.problems.map(({ code }) => code);
    return { codes, words: codes.join(', ') };
  } catch (error) {
    const words = error instanceof Fault ? error.message : String(error);
    return { codes: ['service.at_fault'], words };
  }
}
