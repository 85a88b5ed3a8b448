import type { DuckDBConnection } from '@duckdb/node-api';
import { piecesMax } from '../../facts/index.ts';
import { getCurrency } from '../../money/index.ts';
import { type EarlierText, earlierTexts } from '../../settlement/index.ts';
import { quotedText } from '../parquet/column-query.ts';
import type { RawType } from '../parquet/raw-vector.ts';

/** By what an earlier line is told: where it stands, who pays, and the texts of today's lines. */
export type EarlierAsked = Readonly<{
  /** The file, as SQL reads it with the place of each row. */
  from: string;
  currency: string;
  /** Who pays every line of which nothing else is said. */
  payer: string;
  texts: Readonly<Record<EarlierText, Iterable<string>>>;
}>;

/** A query for all lines, what its columns are, and in how many pieces their references come. */
export type EarlierQuery = Readonly<{
  sql: string;
  types: readonly RawType[];
  participants: number;
  attachments: number;
}>;

const pieceLength = 12;
const rowsSampled = 20_000;

/** The columns that come as they are, in their order after the pieces and the texts. */
export const plainCells = ['place', 'isPlain', 'version', 'day', 'payableOn'] as const;
export const amountCells = ['gross', 'amount'] as const;

/** The columns of the file that texts are in, where they are called otherwise. */
const named: Readonly<Partial<Record<EarlierText, string>>> = { unpaid: 'notPaid' };

/** Asks for every line by number: its texts as the numbers that they have among today's. */
export async function earlierQuery(
  connection: DuckDBConnection,
  asked: EarlierAsked,
): Promise<EarlierQuery> {
  const { from, currency, payer, texts } = asked;
  const rows = `(select *, file_row_number as place, coalesce(${attachmentOf}, '') as own
    from ${from})`;
  const participants = await piecesOf(connection, rows, 'participant');
  const attachments = await piecesOf(connection, rows, 'own');
  const unit = 10 ** getCurrency(currency).exponent;
  const plain = `${isPlain(payer)} and ${fits('participant', participants)}
    and ${fits('own', attachments)}`;
  const cells: Cell[] = [
    ['place', 'INTEGER'],
    [`coalesce(${plain}, false)`, 'UTINYINT'],
    ['version', 'INTEGER'],
    ['day', 'DATE'],
    ['payableOn', 'DATE'],
    ...amountCells.map((name): Cell => [`${name} * ${unit}`, 'BIGINT']),
    ...pieces("coalesce(participant, '')", participants),
    ...pieces('own', attachments),
  ];
  for (const name of earlierTexts) {
    cells.push(await numberOf(connection, `"${named[name] ?? name}"`, [...texts[name]]));
  }
  const selected = cells.map(([cell, type]) => `(${cell})::${type}`).join(', ');
  const types = cells.map(([, type]) => type);
  return { sql: `select ${selected} from ${rows}`, types, participants, attachments };
}

/** What is asked of a line, and as what it is to come. */
type Cell = readonly [sql: string, type: RawType];

/** What stands in the name of a line between its clause and its provider and number. */
const attachmentOf = `substring(line, length(clause) + 2,
  length(line) - length(clause) - length(provider) - length(number) - 3)`;

function isPlain(payer: string): string {
  return `(cohort is null and period is null and earnedOn is null and payers is null
    and payer = ${quotedText(payer)} and payee = provider and participant is not null
    and gross is not null and amount is not null
    and line = concat_ws('|', clause, own, provider, number))`;
}

/** In how many pieces a reference comes, by the first rows: no longer one is plain. */
async function piecesOf(
  connection: DuckDBConnection,
  rows: string,
  column: string,
): Promise<number> {
  const found = await connection.runAndReadAll(
    `select max(strlen(${column}))::integer from (from ${rows} limit ${rowsSampled})`,
  );
  const longest = Number(found.getRows()[0]?.[0] ?? 0);
  return Math.min(piecesMax, Math.max(1, Math.ceil(longest / pieceLength)));
}

/** Of several pieces each character must be one byte, or it would be cut in two. */
function fits(column: string, count: number): string {
  const isShort = `strlen(${column}) <= ${count * pieceLength}`;
  return count === 1 ? isShort : `${isShort} and strlen(${column}) = length(${column})`;
}

function pieces(text: string, count: number): readonly Cell[] {
  if (count === 1) return [[text, 'VARCHAR']];
  return Array.from(
    { length: count },
    (_, piece): Cell => [
      `substring(${text}, ${piece * pieceLength + 1}, ${pieceLength})`,
      'VARCHAR',
    ],
  );
}

/** What a number counts before the first text: one that is none of them, and none at all. */
export const numbersBefore = 2;

/** Few texts are quickest found in a list; of too many none is, and lines are compared whole. */
const listedMax = 64;
const namedMax = 100_000;

async function numberOf(
  connection: DuckDBConnection,
  cell: string,
  texts: readonly string[],
): Promise<Cell> {
  const found = await placeOf(connection, cell, texts);
  const type = texts.length + numbersBefore < 256 ? 'UTINYINT' : 'INTEGER';
  return [`case when ${cell} is null then 1 else coalesce(${found}, 0) end`, type];
}

async function placeOf(
  connection: DuckDBConnection,
  cell: string,
  texts: readonly string[],
): Promise<string> {
  if (texts.length === 0 || texts.length > namedMax) return '0';
  const quoted = texts.map(quotedText).join(', ');
  if (texts.length <= listedMax) return `list_position([${quoted}], ${cell}) + 1`;
  const type = `texts of ${cell.replaceAll('"', '')}`;
  await connection.run(`create or replace type "${type}" as enum (${quoted})`);
  return `enum_code(try_cast(${cell} as "${type}"))::integer + ${numbersBefore}`;
}
