import { addFactRow, addReference, type Fact, type FactColumns } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';

/** Adds facts of one participant, or about nobody, as the next rows. */
export function addFactsOfOne(columns: FactColumns, own: readonly Fact[]): void {
  const [first] = own;
  if (first === undefined) return;
  const { participant } = first;
  const number = participant === undefined ? -1 : addReference(columns.participants, participant);
  const rowOf = rowsById(own, columns.rows);
  for (const fact of own) {
    const replacesRow = fact.replaces === undefined ? -1 : rowOf(fact.replaces);
    addFactRow(columns, fact, { participantNumber: number, replacesRow });
  }
}

/** The rows that facts of one participant are about to have, whichever of them comes first. */
function rowsById(facts: readonly Fact[], first: number): (id: string) => number {
  let rows: Map<string, number> | undefined;
  return (id) => {
    rows ??= new Map(facts.map((fact, at) => [fact.id, first + at]));
    const row = rows.get(id);
    assert(row !== undefined, 'a fact replaces one of the same participant');
    return row;
  };
}
