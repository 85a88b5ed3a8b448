import type { DayNumber } from '../../calendar/index.ts';
import type { Draft } from './draft.ts';

/** A gate as a line met it: the day from which it is open, or none while it is not. */
export type Gate = Readonly<{
  clause: string;
  passedOn?: DayNumber;
  explain: () => readonly string[];
}>;

/** The gate over a line, if there is one. */
export type GateOver = (draft: Draft) => Gate | undefined;

/**
 * Step 4. What a gate has not passed is not paid and takes no place; what it has passed is payable
 * from the day on which it did.
 */
export function applyGates(drafts: readonly Draft[], gateOver: GateOver): readonly Draft[] {
  return drafts.map((draft) => {
    if (draft.refusal) return draft;
    const gate = gateOver(draft);
    if (gate === undefined) return draft;
    const { clause, passedOn } = gate;
    if (passedOn === undefined) return { ...draft, gate, refusal: { reason: 'gate', clause } };
    return { ...draft, gate, heldUntil: Math.max(passedOn, draft.heldUntil ?? passedOn) };
  });
}
