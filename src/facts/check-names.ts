import { findAlike } from './check-alike.ts';
import type { FactColumns } from './fact-columns.ts';
import { numberIn } from './number-column.ts';
import { digitsAtEnd, type ReferenceColumn, referenceAt } from './reference-column.ts';
import { othersMax } from './reference-set.ts';

/** Participants of rows that are not kept. Of numbered ones only their stems are known. */
export type PassedOver = {
  readonly others: Set<string>;
  hasNumbered: boolean;
};

export function noPassedOver(): PassedOver {
  return { others: new Set(), hasNumbered: false };
}

/** Adds one that is no numbered reference, as long as there is room. */
export function addPassedOver({ others }: PassedOver, name: string): void {
  if (others.size < othersMax) others.add(name);
}

/** Those of several parts. */
export function joinPassedOver(parts: readonly PassedOver[]): PassedOver {
  const hasNumbered = parts.some((part) => part.hasNumbered);
  const joined: PassedOver = { ...noPassedOver(), hasNumbered };
  for (const { others } of parts) for (const name of others) addPassedOver(joined, name);
  return joined;
}

/**
 * Whether no participant or provider differs from another only in capitals or spaces, nor from one
 * that is passed over; false also where that cannot be told, of numbered ones or of too many.
 */
export function areNamesApart(
  { participants, provider }: Pick<FactColumns, 'participants' | 'provider'>,
  passedOver: PassedOver,
): boolean {
  const { others, hasNumbered } = passedOver;
  const { rows, stems, blocks } = participants;
  if (findAlike(provider.pool.values).length > 0) return false;
  const isTooMuch = stems.length + others.size + rows > othersMax;
  if (isTooMuch && (others.size > 0 || blocks.length > 0)) return false;
  if (areStemsApart(participants, others)) return true;
  if (isTooMuch || hasNumbered) return false;
  const names = new Set(others);
  for (let row = 0; row < rows; row += 1) names.add(referenceAt(participants, row));
  return findAlike([...names]).length === 0;
}

/** Quick to see of most references: with no space in any stem, alike ones have alike stems. */
function areStemsApart(participants: ReferenceColumn, others: ReadonlySet<string>): boolean {
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
