import { areNamesApart, joinPassedOver, type PassedOver } from './check-names.ts';
import type { FactColumns } from './fact-columns.ts';
import type { FactLoader } from './fact-loader.ts';
import { joinSets, type StemmedSet } from './joined-references.ts';
import { fillPeople, type NumberedPeople } from './people.ts';
import { moveReferences, type ReferenceColumn } from './reference-column.ts';
import { placesInOrder } from './reference-order.ts';
import { closeReferences, isFull } from './reference-set.ts';

/** What must be known of the rows of one part before they are put together with others. */
export type PartNames = Readonly<{
  ids: StemmedSet;
  participants: StemmedSet;
  passedOver: PassedOver;
}>;

/** The ids and participants of rows that have been loaded. */
export function namesOf({ columns, idsRead, people, passedOver }: FactLoader): PartNames {
  return {
    ids: { stems: columns.id.stems, set: idsRead },
    participants: { stems: columns.participants.stems, set: people.set },
    passedOver,
  };
}

/** What all parts have: participants with their references in order, and the stems of ids. */
export type JoinedNames = Readonly<{
  people: NumberedPeople;
  participants: ReferenceColumn;
  idStems: ReferenceColumn;
}>;

/**
 * Joins them; undefined where an id stands in two parts, names look like each other, or there are
 * more than can be held.
 */
export function joinNames(
  parts: readonly PartNames[],
  provider: FactColumns['provider'],
): JoinedNames | undefined {
  const ids = joinSets(parts.map((part) => part.ids));
  if (!ids.areApart) return undefined;
  const { joined } = joinSets(parts.map(({ participants }) => participants));
  if (isFull(joined.set)) return undefined;
  closeReferences(joined.set);
  const participants = { ...joined.column, stems: [...joined.column.stems] };
  fillPeople(participants, joined.set);
  const passedOver = joinPassedOver(parts.map((part) => part.passedOver));
  if (!areNamesApart({ participants, provider }, passedOver)) return undefined;
  const places = placesInOrder(participants);
  if (places !== undefined) moveReferences(participants, places);
  const people = { joined, places, count: participants.rows };
  return { people, participants, idStems: ids.joined.column };
}
