import {
  addReference,
  type ColumnSource,
  type FactColumns,
  factColumns,
  type NumberColumn,
  pooledNames,
  type ReferenceColumn,
  referenceAt,
  referenceColumn,
  sourceOf,
  takeRows,
} from '../../facts/index.ts';

/** The facts of those participants alone who stand in these places, in columns of their own. */
export function chosenPeople(source: ColumnSource, places: Int32Array): ColumnSource {
  const { columns, starts, others } = source;
  const { rows, ends } = rowsOf(starts, places);
  const of = (column: NumberColumn) => takeRows(column, rows);
  const pooled = pooledNames.map((name) => {
    return [name, { ...columns[name], cells: of(columns[name].cells) }] as const;
  });
  const participants = references(columns.participants, places);
  const chosen = {
    ...factColumns(0),
    ...(Object.fromEntries(pooled) as Pick<FactColumns, (typeof pooledNames)[number]>),
    rows: rows.length,
    id: references(columns.id, rows),
    participants,
    day: of(columns.day),
    from: of(columns.from),
    to: of(columns.to),
    known: of(columns.known),
    // What a row replaces is its participant's, whose rows stand as they stood.
    replaces: of(columns.replaces),
  };
  return { ...sourceOf(chosen, { starts: ends, participants }), others };
}

type Rows = Readonly<{ rows: Int32Array; ends: Int32Array }>;

/** Their rows, and where those of each begin; the last row ends twice, as none is about nobody. */
function rowsOf(starts: Int32Array, places: Int32Array): Rows {
  const ends = new Int32Array(places.length + 2);
  for (const [at, place] of places.entries()) {
    const own = (starts[place + 1] as number) - (starts[place] as number);
    ends[at + 1] = (ends[at] as number) + own;
  }
  const count = ends[places.length] as number;
  ends[places.length + 1] = count;
  const rows = new Int32Array(count);
  let next = 0;
  for (const place of places) {
    const end = starts[place + 1] as number;
    for (let row = starts[place] as number; row < end; row += 1) rows[next++] = row;
  }
  return { rows, ends };
}

function references(column: ReferenceColumn, rows: Int32Array): ReferenceColumn {
  if (column.blocks.length === 0) {
    return {
      ...referenceColumn(0),
      rows: rows.length,
      stems: column.stems,
      stemNumbers: column.stemNumbers,
      stem: takeRows(column.stem, rows),
      number: takeRows(column.number, rows),
    };
  }
  const chosen = referenceColumn(rows.length);
  for (const row of rows) addReference(chosen, referenceAt(column, row));
  return chosen;
}
