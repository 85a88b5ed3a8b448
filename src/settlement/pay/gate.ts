import type { Gate } from '../measure/index.ts';
import type { Draft } from './draft.ts';

/** The gate over a line, if there is one. */
export type GateOver = (draft: Draft) => Gate | undefined;

/**
 * Step 4. What a gate has not passed is not paid and takes no place; what it has passed is payable
 * from the day on which it did. What waits for verification waits for the gate first.
 */
export function applyGates(drafts: readonly Draft[], gateOver: GateOver): readonly Draft[] {
  return drafts.map((draft) => {
    const isWaiting = draft.refusal?.reason === 'not_verified';
    if ((draft.refusal && !isWaiting) || draft.isGiven) return draft;
    const gate = gateOver(draft);
    if (gate === undefined) return draft;
    const { clause, passedOn } = gate;
    if (passedOn === undefined) return { ...draft, gate, refusal: { reason: 'gate', clause } };
    return { ...draft, gate, heldUntil: passedOn };
  });
}
