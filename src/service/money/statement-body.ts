import Type, { type Static } from 'typebox';
import { listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { statementOutput } from './statement-shown.ts';

/** A month of days, as 2027-06. */
export const monthShape = Type.String({ pattern: '^\\d{4}-\\d{2}$' });

const rowOutput = Type.Object({ what: Type.String(), amount: Type.String() }, nothingElse);
const table = listOf(listOf(Type.String()));

/** What of a statement comes from its lines, in the columns in which it is shown and printed. */
export const bodyOutput = {
  statement: statementOutput,
  /** The payer whose part alone it is; left out where it is the whole statement. */
  payer: Type.Optional(Type.String()),
  sums: table,
  reasons: table,
  payable: listOf(rowOutput),
  columns: listOf(Type.Object({ heading: Type.String(), side: Type.String() }, nothingElse)),
  lines: table,
  /** All lines by outcome and month of their days, in the order of both. */
  groups: listOf(
    Type.Object(
      { outcome: Type.String(), month: monthShape, lines: Type.Integer(), owed: moneyShape },
      nothingElse,
    ),
  ),
  /** The identities of the lines, in the same order; none of a payer's part. */
  names: listOf(Type.String()),
  notWorkedOut: listOf(Type.String()),
  /** From after which place further lines follow. */
  after: Type.Optional(Type.Integer()),
};

const bodyShape = Type.Object(bodyOutput, nothingElse);

/** The body of a statement, whole or in part. */
export type StatementBody = Static<typeof bodyShape>;

/** Which statement, and how many of its lines from after which place; all of them without. */
export type StatementAsked = Readonly<{
  programme: string;
  settlement: string;
  payee: string;
  outcome?: string;
  month?: string;
  after?: number;
  most?: number;
}>;
