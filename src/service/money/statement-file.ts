import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import { action, type Work } from '../act/index.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { showStatements } from '../statement/show-statements.ts';
import { fileName } from './file-name.ts';
import { readStatement } from './read-statement.ts';
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
  run: async (work, asked) => {
    const found = await statementOf(work.tx, asked);
    if (!found.ok) return found;
    const { stored, statements } = found.value;
    const body =
      asked.format === 'txt'
        ? await textOf(work, asked)
        : await showStatements(statements, asked.format);
    if (!body.ok) return body;
    const what = `statement-${stored.asAt}-${found.value.head.place}`;
    const name = await fileName(work.tx, { ...asked, what, ending: asked.format });
    return { ok: true, value: { name, mediaType: mediaTypes[asked.format], body: body.value } };
  },
});

async function textOf(work: Work, whole: Asked): Promise<Result<string>> {
  const { format: _, ...asked } = whole;
  const read = await readStatement.run(work, asked);
  return read.ok ? { ok: true, value: statementText(read.value) } : read;
}
