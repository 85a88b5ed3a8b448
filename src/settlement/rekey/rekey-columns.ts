import {
  addReference,
  type ColumnSource,
  type ReferenceColumn,
  referenceColumn,
  sourceOf,
} from '../../facts/index.ts';
import { openRanking, type RankedKeys } from './ranked-keys.ts';
import type { Keys, Named } from './rekey.ts';

/** Facts under new keys by column, and the keys. */
export type RekeyedColumns = Readonly<{ source: ColumnSource; keys: Keys }>;

/** Takes up what is named besides facts, such as the lines of somebody erased; then names all. */
export type Rekeying = Readonly<{
  add: (named: Named) => void;
  close: () => RekeyedColumns;
}>;

/**
 * Puts facts under new keys by column. Who signed must have been left out of those about somebody
 * before; all columns but references are those of the source.
 */
export function openRekeying({ columns, starts }: ColumnSource): Rekeying {
  const people = openRanking(columns.participants, 'P');
  const facts = openRanking(columns.id, 'F');
  return {
    add: (named) => {
      for (const each of named.participants) people.add(each);
      for (const each of named.facts) facts.add(each);
    },
    close: () => {
      const keys = { participants: people.close(), facts: facts.close() };
      const participants = newColumn(columns.participants, keys.participants);
      const id = newColumn(columns.id, keys.facts);
      return { source: sourceOf({ ...columns, id, participants }, { starts, participants }), keys };
    },
  };
}

function newColumn({ rows }: ReferenceColumn, keys: RankedKeys): ReferenceColumn {
  const column = referenceColumn(rows);
  for (let row = 0; row < rows; row += 1) addReference(column, keys.keyAt(row));
  return column;
}
