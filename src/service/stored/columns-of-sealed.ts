import {
  addFactRow,
  addReference,
  type ColumnSource,
  type Fact,
  factColumns,
  factSource,
} from '../../facts/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { factsInRows } from '../../store/facts/index.ts';
import { openFact } from '../facts-in/open-fact.ts';
import type { SealedFacts } from './settling.ts';

/** Columns that are filled with facts as these are opened. */
export type OpenedColumns = Readonly<{
  take: (facts: SealedFacts) => Result<null>;
  close: () => ColumnSource;
}>;

/** Opens facts straight into columns; those of one participant come one after the other. */
export function openedColumns(programme: string): OpenedColumns {
  const columns = factColumns();
  let own: Fact[] = [];
  const addOwn = () => {
    const [first] = own;
    if (first === undefined) return;
    const { participant } = first;
    const number = participant === undefined ? -1 : addReference(columns.participants, participant);
    const rowOf = rowsById(own, columns.rows);
    for (const fact of own) {
      const replacesRow = fact.replaces === undefined ? -1 : rowOf(fact.replaces);
      addFactRow(columns, fact, { participantNumber: number, replacesRow });
    }
    own = [];
  };
  return {
    take: ({ bytes, keys }) => {
      for (const sealed of factsInRows(bytes)) {
        const key = keys.get(sealed.participant);
        if (key === undefined) continue;
        const opened = openFact(key, programme, sealed);
        if (!opened.ok) return opened;
        const fact = opened.value;
        if (own.length > 0 && own[0]?.participant !== fact.participant) addOwn();
        own.push(fact);
      }
      return { ok: true, value: null };
    },
    close: () => {
      addOwn();
      return factSource(columns);
    },
  };
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
