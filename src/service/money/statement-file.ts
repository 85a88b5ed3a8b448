import Type from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import type { Tx } from '../../store/index.ts';
import { findPayerStatement, findSettlement, listPayerLines } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { showStatements } from '../statement/show-statements.ts';
import { fileName } from './file-name.ts';
import { partCsv, partPdf } from './payer-files.ts';
import { readStatementOf } from './read-statement.ts';
import { fileOutput, nameShape, ofSettlement } from './shapes.ts';
import { statementOf } from './statement-of.ts';
import { statementText } from './statement-text.ts';
import { statementsFor } from './who-sees.ts';

const mediaTypes = {
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
} as const;

type Asked = Readonly<{
  programme: string;
  settlement: string;
  payee: string;
  format: keyof typeof mediaTypes;
}>;

/** A statement as a file: plain text, a table of its lines, or sheets of paper. */
export const statementFile = action({
  ...statementsFor,
  kind: 'read',
  name: 'money.statement_file',
  summary: 'Gives a statement as plain text, as CSV of its lines, or as PDF.',
  input: Type.Object(
    {
      ...ofSettlement,
      payee: nameShape,
      format: Type.Union([Type.Literal('txt'), Type.Literal('csv'), Type.Literal('pdf')]),
    },
    nothingElse,
  ),
  output: fileOutput,
  run: async ({ tx }, asked) => {
    const head = await readStatementOf(tx, { ...asked, most: 1 });
    if (!head.ok) return head;
    const { settlement, payer, statement } = head.value;
    const body = await (payer === undefined ? wholeFile(tx, asked) : partFile(tx, asked));
    if (!body.ok) return body;
    const what = `statement-${settlement.asAt}-${statement.reference.split('-').at(-1)}`;
    const name = await fileName(tx, { ...asked, what, ending: asked.format });
    return { ok: true, value: { name, mediaType: mediaTypes[asked.format], body: body.value } };
  },
});

type Body = Result<string | Uint8Array>;

async function wholeFile(tx: Tx, { format, ...asked }: Asked): Promise<Body> {
  if (format === 'txt') return textOf(tx, asked);
  const found = await statementOf(tx, asked);
  return found.ok ? showStatements(found.value.statements, format) : found;
}

/** A payer's own part has no more in it than is read of it. */
async function partFile(tx: Tx, { format, ...asked }: Asked): Promise<Body> {
  if (format === 'txt') return textOf(tx, asked);
  if (format === 'pdf') {
    const read = await readStatementOf(tx, asked);
    const stored = await findSettlement(tx, asked);
    return read.ok ? partPdf(read.value, stored?.language ?? 1) : read;
  }
  const part = await findPayerStatement(tx, asked);
  assert(part !== undefined, 'what was read of a statement is there');
  return { ok: true, value: partCsv(part, await listPayerLines(tx, asked)) };
}

async function textOf(tx: Tx, asked: Omit<Asked, 'format'>): Promise<Result<string>> {
  const read = await readStatementOf(tx, asked);
  return read.ok ? { ok: true, value: statementText(read.value) } : read;
}
