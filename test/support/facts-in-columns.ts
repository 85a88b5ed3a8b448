import {
  addFactRow,
  addReference,
  type ColumnSource,
  type Fact,
  factColumns,
  factSource,
} from '../../src/facts/index.ts';

/** Facts by column, whatever they replace, as they would be read from a file. */
export function factsInColumns(facts: readonly Fact[]): ColumnSource {
  const columns = factColumns();
  const people = [...new Set(facts.flatMap(({ participant }) => participant ?? []))].sort();
  const rows = new Map(facts.map(({ id }, row) => [id, row] as const));
  for (const person of people) addReference(columns.participants, person);
  for (const fact of facts) {
    const { participant, replaces } = fact;
    addFactRow(columns, fact, {
      participantNumber: participant === undefined ? -1 : people.indexOf(participant),
      replacesRow: rows.get(replaces ?? '') ?? -1,
    });
  }
  return factSource(columns);
}
