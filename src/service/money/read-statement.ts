import Type from 'typebox';
import { formatMajor } from '../../money/index.ts';
import { findProgramme } from '../../store/index.ts';
import { listApprovedStatements } from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { dayShape, idShape, listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { columnMoney } from '../statement/money-columns.ts';
import { payableRows, payerRows } from '../statement/payable-rows.ts';
import { lineTable, reasonCells, sumCells } from '../statement/statement-columns.ts';
import { wordsOfDays } from '../statement/words-of-days.ts';
import { shownSettlement } from './settlement-shown.ts';
import { nameShape, ofSettlement, settlementOutput } from './shapes.ts';
import { statementOf } from './statement-of.ts';
import { shownStatement, statementOutput } from './statement-shown.ts';
import { statementsFor } from './who-sees.ts';

const rowOutput = Type.Object({ what: Type.String(), amount: Type.String() }, nothingElse);
const table = listOf(listOf(Type.String()));

/** One payee's statement, in the columns in which it is shown and printed. */
export const readStatement = action({
  ...statementsFor,
  kind: 'read',
  name: 'money.read_statement',
  summary: 'Shows a statement: what is owed by outcome, what is paid now, and every line.',
  input: Type.Object({ ...ofSettlement, payee: nameShape }, nothingElse),
  output: Type.Object(
    {
      /** As the page has it; where people could be in danger, the neutral name. */
      programme: Type.String(),
      days: Type.String(),
      settlement: settlementOutput,
      statement: statementOutput,
      sums: table,
      reasons: table,
      payable: listOf(rowOutput),
      columns: listOf(Type.Object({ heading: Type.String(), side: Type.String() }, nothingElse)),
      lines: table,
      /** The identities of the lines, in the same order. */
      names: listOf(Type.String()),
      notWorkedOut: listOf(Type.String()),
    },
    nothingElse,
  ),
  run: read,
});

type Asked = Readonly<{ programme: string; settlement: string; payee: string }>;

async function read({ tx }: Work, asked: Asked) {
  const found = await statementOf(tx, asked);
  if (!found.ok) return found;
  const { stored, head, statement, statements } = found.value;
  const { result } = statements;
  const { currency } = stored;
  const programme = await findProgramme(tx, asked.programme);
  const paidTo = result.payable?.statements[0];
  const rows =
    paidTo === undefined ? [] : [...payableRows(paidTo, result), ...payerRows(result, head.payee)];
  const { columns, rows: lines } = lineTable(statement.lines, { currency });
  return {
    ok: true,
    value: {
      programme: (programme?.isAboutSafety ? programme.neutralName : programme?.name) ?? '',
      days: wordsOfDays(result),
      settlement: shownSettlement({ ...stored, totalUnits: null, paidUnits: null }),
      statement: shownStatement(head, currency),
      sums: statement.clauses.map((sum) => sumCells(sum, currency)),
      reasons: statement.notPaid.map((sum) => reasonCells(sum, currency)),
      payable: rows.map(({ what, amount }) => {
        return { what: what.trim(), amount: columnMoney(amount, currency) };
      }),
      columns,
      lines,
      names: statement.lines.map(({ line }) => line),
      notWorkedOut: statements.notWorkedOut,
    },
  } as const;
}

const datedOutput = Type.Object(
  {
    settlement: idShape,
    number: Type.Integer(),
    asAt: dayShape,
    currency: Type.String(),
    statement: statementOutput,
    /** What the bank has paid on it so far, as it says. */
    confirmed: moneyShape,
  },
  nothingElse,
);

/** The approved statements of a programme, newest first. */
export const listOfStatements = action({
  ...statementsFor,
  kind: 'read',
  name: 'money.list_statements',
  summary: 'Lists the approved statements of a programme, of one payee or of all.',
  input: Type.Object({ programme: idShape, payee: Type.Optional(nameShape) }, nothingElse),
  output: Type.Object({ statements: listOf(datedOutput) }, nothingElse),
  run: async ({ tx }, asked) => {
    const found = await listApprovedStatements(tx, asked);
    return {
      ok: true,
      value: {
        statements: found.map((each) => ({
          settlement: each.settlement,
          number: each.number,
          asAt: each.asAt,
          currency: each.currency,
          statement: shownStatement(each, each.currency),
          confirmed: formatMajor(each.confirmedUnits, each.currency),
        })),
      },
    };
  },
});
