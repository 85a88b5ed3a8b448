import { findAlike } from './check-alike.ts';
import type { FactColumns } from './fact-columns.ts';
import { numberIn } from './number-column.ts';
import { digitsAtEnd, type ReferenceColumn, referenceAt } from './reference-column.ts';

/** Participants of rows that are not kept. Of numbered ones only their stems are known. */
export type PassedOver = {
  readonly others: Set<string>;
  hasNumbered: boolean;
};

export function noPassedOver(): PassedOver {
  return { others: new Set(), hasNumbered: false };
}

/** Those of several parts. */
export function joinPassedOver(parts: readonly PassedOver[]): PassedOver {
  return {
    others: new Set(parts.flatMap(({ others }) => [...others])),
    hasNumbered: parts.some(({ hasNumbered }) => hasNumbered),
  };
}

/**
 * Whether no participant or provider differs from another only in capitals or spaces, nor from one
 * that is passed over; false also where that cannot be told of numbered ones.
 */
export function areNamesApart(
  { participants, provider }: Pick<FactColumns, 'participants' | 'provider'>,
  passedOver: PassedOver,
): boolean {
  if (findAlike(provider.pool.values).length > 0) return false;
  if (areStemsApart(participants, passedOver)) return true;
  if (passedOver.hasNumbered) return false;
  const names = new Set(passedOver.others);
  for (let row = 0; row < participants.rows; row += 1) names.add(referenceAt(participants, row));
  return findAlike([...names]).length === 0;
}

/** Quick to see of most references: with no space in any stem, alike ones have alike stems. */
function areStemsApart(participants: ReferenceColumn, { others }: PassedOver): boolean {
  const known = new Map<string, string>();
  const isApart = (stem: string, digits: number): boolean => {
    if (stem.includes(' ')) return false;
    const folded = `${digits} ${stem.toLowerCase()}`;
    const before = known.get(folded) ?? stem;
    known.set(folded, before);
    return before === stem;
  };
  const isNameApart = (name: string): boolean => {
    const digits = digitsAtEnd(name);
    return isApart(name.slice(0, name.length - digits), digits);
  };
  for (const { text, digits } of participants.stems) if (!isApart(text, digits)) return false;
  for (const name of others) if (!isNameApart(name)) return false;
  if (participants.blocks.length === 0) return true;
  for (let row = 0; row < participants.rows; row += 1) {
    const isNumbered = numberIn(participants.stem, row) !== 0;
    if (!isNumbered && !isNameApart(referenceAt(participants, row))) return false;
  }
  return true;
}
