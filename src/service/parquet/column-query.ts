import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column } from '../../facts/index.ts';
import type { ParquetTable, Survey } from './survey.ts';

/** How a column of the query comes: the number of a text, a day, or a piece of a reference. */
export type QueryPart = Readonly<{
  column: Column;
  as: 'number' | 'day' | 'piece';
  type: 'UTINYINT' | 'INTEGER' | 'DATE' | 'VARCHAR';
}>;

/** The function that rows are handed to by the query. */
export const takenName = 'taken';

/** The query that hands over all rows and counts them, and what it hands over of each. */
export type ColumnQuery = Readonly<{ sql: string; parts: readonly QueryPart[] }>;

/** A number of a text counts two before it: for no text, and for an empty one. */
export const numbersBefore = 2;

/** Few texts are quickest found in a list, which is looked through once for each page of a file. */
const listedMax = 64;

const pieceLength = 12;

/** Asks for all columns in which anything stands, their texts numbered as in the survey. */
export async function columnQuery(
  connection: DuckDBConnection,
  { from, types }: ParquetTable,
  { filled, texts, pieces }: Survey,
): Promise<ColumnQuery> {
  const parts: QueryPart[] = [];
  const cells: string[] = [];
  for (const column of filled) {
    const text = types.get(column) === 'VARCHAR' ? `"${column}"` : `cast("${column}" as varchar)`;
    const own = texts.get(column);
    const count = pieces.get(column);
    if (own !== undefined) {
      parts.push({ column, as: 'number', type: typeFor(own) });
      cells.push(await numberIn(connection, { column, text, own }));
    } else if (count === undefined) {
      parts.push({ column, as: 'day', type: 'DATE' });
      cells.push(`"${column}"`);
    } else {
      for (let piece = 0; piece < count; piece += 1) {
        parts.push({ column, as: 'piece', type: 'VARCHAR' });
        cells.push(count === 1 ? text : pieceOf(text, piece));
      }
    }
  }
  const taken = `count(${takenName}(${cells.join(', ')}))`;
  return { sql: `select count(*)::integer, ${taken} from ${from}`, parts };
}

function pieceOf(text: string, piece: number): string {
  return `substring(${text}, ${piece * pieceLength + 1}, ${pieceLength})`;
}

function typeFor(own: readonly string[]): 'UTINYINT' | 'INTEGER' {
  return own.length + numbersBefore < 256 ? 'UTINYINT' : 'INTEGER';
}

type Numbered = Readonly<{ column: Column; text: string; own: readonly string[] }>;

async function numberIn(
  connection: DuckDBConnection,
  { column, text, own }: Numbered,
): Promise<string> {
  const quoted = own.map(quotedText).join(', ');
  const type = typeFor(own);
  if (own.length === 0) return `1::${type}`;
  if (own.length <= listedMax) return `list_position([null, '', ${quoted}], ${text})::${type}`;
  await connection.run(`create or replace type "text of ${column}" as enum (${quoted})`);
  const code = `enum_code(cast(nullif(${text}, '') as "text of ${column}"))`;
  return `coalesce(${code}::integer + ${numbersBefore + 1}, 1)::${type}`;
}

export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
