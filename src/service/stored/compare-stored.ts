import type { Result } from '../../problem/index.ts';
import type { Work } from '../act/index.ts';
import type { PlansBetween } from '../compare/compare-read.ts';
import type { SumsBetween } from '../compare/sums-between.ts';
import { readSealed } from '../facts-in/load-facts.ts';
import { openSettling, type StoredAsked } from './settle-stored.ts';

/** What two pages pay for the same facts of a store, each alone and with the versions before it. */
export type StoredCompared = Readonly<{
  facts: number;
  alone: SumsBetween;
  together?: SumsBetween;
}>;

type CompareAsked = Omit<StoredAsked, 'previous' | 'given'> &
  Readonly<{ plans: PlansBetween; onStep: (step: 'alone' | 'together') => Promise<void> }>;

/**
 * Compares two pages in money, on threads of its own: facts are opened once, and of what each page
 * comes to no more is held at a time than what each line is worth.
 */
export async function compareStored(
  work: Pick<Work, 'tx' | 'service'>,
  { plans, onStep, ...asked }: CompareAsked,
): Promise<Result<StoredCompared>> {
  const { programme, through } = asked;
  const settling = openSettling(asked);
  try {
    const read = await readSealed(work, { programme, through }, async ({ bytes, keys }) =>
      settling.takeFacts({ bytes, keys }),
    );
    if (!read.ok) return read;
    await onStep('alone');
    const { was, now } = plans.alone;
    const alone = await settling.compare({ was: was.contracts, now: now.contracts });
    const found = { facts: alone.facts, alone: alone.money };
    if (plans.together === undefined) return { ok: true, value: found };
    await onStep('together');
    const { was: before = was, now: after } = plans.together;
    const both = await settling.compare({ was: before.contracts, now: after.contracts });
    return { ok: true, value: { ...found, together: both.money } };
  } finally {
    await settling.close();
  }
}
