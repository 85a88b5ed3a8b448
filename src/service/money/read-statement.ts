import Type, { type Static } from 'typebox';
import type { Result } from '../../problem/index.ts';
import { findProgramme, type Tx } from '../../store/index.ts';
import {
  findPayerStatement,
  findSettlement,
  findStatement,
  listPayerStatements,
  listStatements,
} from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { wordsOfDays } from '../statement/words-of-days.ts';
import { partOfStatement } from './payer-part.ts';
import { settlementNotThere, statementNotThere } from './problems.ts';
import { shownSettlement } from './settlement-shown.ts';
import { nameShape, ofSettlement, settlementOutput, stretch, stretchMost } from './shapes.ts';
import {
  bodyOutput,
  monthShape,
  type StatementAsked,
  type StatementBody,
} from './statement-body.ts';
import { statementsFor } from './who-sees.ts';
import { wholeStatement } from './whole-statement.ts';

const readOutput = Type.Object(
  {
    /** As the page has it; where people could be in danger, the neutral name. */
    programme: Type.String(),
    days: Type.String(),
    settlement: settlementOutput,
    ...bodyOutput,
  },
  nothingElse,
);

/** A statement as it is read. */
export type ReadStatement = Static<typeof readOutput>;

/** One payee's statement: its sums, and some of its lines; to a payer its own part of both. */
export const readStatement = action({
  ...statementsFor,
  kind: 'read',
  name: 'money.read_statement',
  summary: 'Shows a statement: what is owed by outcome, what is paid now, and lines of it.',
  input: Type.Object(
    {
      ...ofSettlement,
      payee: nameShape,
      /** Lines of this outcome alone, and of this month of their days. */
      outcome: Type.Optional(nameShape),
      month: Type.Optional(monthShape),
      ...stretch,
    },
    nothingElse,
  ),
  output: readOutput,
  run: async ({ tx }, { most = stretchMost, ...asked }) => readStatementOf(tx, { ...asked, most }),
});

/** Reads a statement as far as whoever asks sees it. */
export async function readStatementOf(
  tx: Tx,
  asked: StatementAsked,
): Promise<Result<ReadStatement>> {
  const stored = await findSettlement(tx, asked);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
  const body = await bodyOf(tx, asked, stored);
  if (!body.ok) return body;
  const named = await findProgramme(tx, asked.programme);
  return {
    ok: true,
    value: {
      programme: (named?.isAboutSafety ? named.neutralName : named?.name) ?? '',
      days: wordsOfDays(stored),
      settlement: shownSettlement({ ...stored, totalUnits: null, paidUnits: null }),
      ...body.value,
    },
  };
}

type Stored = NonNullable<Awaited<ReturnType<typeof findSettlement>>>;

async function bodyOf(
  tx: Tx,
  asked: StatementAsked,
  stored: Stored,
): Promise<Result<StatementBody>> {
  const head = await findStatement(tx, asked);
  if (head !== undefined) return wholeStatement(tx, asked, { stored, head });
  const part = await findPayerStatement(tx, asked);
  if (part !== undefined) return { ok: true, value: await partOfStatement(tx, asked, part) };
  const known = [...(await listStatements(tx, asked)), ...(await listPayerStatements(tx, asked))];
  const names = known.map(({ payee }) => payee);
  return { ok: false, problems: [statementNotThere(asked.payee, names)] };
}
