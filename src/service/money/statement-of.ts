import { formatMajor } from '../../money/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import type { PaidResult, ResultPayable } from '../../settlement/index.ts';
import { notWorkedOut, sharesIn } from '../../settlement/index.ts';
import { findProgramme, type Tx } from '../../store/index.ts';
import {
  findSettlement,
  findStatement,
  listChanges,
  listLines,
  listStatementItems,
  listStatements,
  listUnpaid,
  type Of,
  type StoredSettlement,
  type StoredStatement,
} from '../../store/money/index.ts';
import type { Page } from '../pages/load-pages.ts';
import type { Statements } from '../statement/state-owed.ts';
import { type Statement, statementsOf } from '../statement/statements-of.ts';
import { pagesOf } from './pages-of.ts';
import { settlementNotThere, statementNotThere } from './problems.ts';

/** One payee's statement with its lines, in the form in which statements are shown and printed. */
export type PayeeStatement = Readonly<{
  stored: StoredSettlement;
  head: StoredStatement;
  statement: Statement;
  statements: Statements;
}>;

/** Reads a statement: as much as who asks may see of its settlement is enough for it. */
export async function statementOf(
  tx: Tx,
  of: Of & Readonly<{ payee: string }>,
): Promise<Result<PayeeStatement>> {
  const stored = await findSettlement(tx, of);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
  const head = await findStatement(tx, of);
  if (head === undefined) {
    const known = (await listStatements(tx, of)).map(({ payee }) => payee);
    return { ok: false, problems: [statementNotThere(of.payee, known)] };
  }
  const pages = await pagesOf(tx, of.programme, stored.versions);
  if (!pages.ok) return pages;
  const page = pages.value.pages.at(-1) ?? pages.value.pages[0];
  const result = await resultOf(tx, { stored, head });
  const contract = page.read.contract;
  const [statement] = statementsOf(result, contract);
  const own = statement ?? { provider: of.payee, clauses: [], lines: [], notPaid: [], total: 0n };
  assert(own.total === head.owedUnits, 'the lines of a statement add up to it');
  const statements: Statements = {
    result,
    page: await underNeutralName(tx, of.programme, page),
    notWorkedOut: notWorkedOut(contract),
    shares: sharesIn(pages.value.plan),
    leftOut: { rows: 0, problems: [] },
    statements: [own],
  };
  return { ok: true, value: { stored, head, statement: own, statements } };
}

/** Where people could be in danger, paper that lies about says no more than a screen. */
async function underNeutralName(tx: Tx, programme: string, page: Page): Promise<Page> {
  const found = await findProgramme(tx, programme);
  if (found?.isAboutSafety !== true) return page;
  const contract = { ...page.read.contract, title: found.neutralName };
  return { ...page, read: { ...page.read, contract } };
}

type Head = Readonly<{ stored: StoredSettlement; head: StoredStatement }>;

/** What of a result is one payee's. */
async function resultOf(tx: Tx, { stored, head }: Head): Promise<PaidResult> {
  const { currency } = stored;
  const { programme, settlement, payee } = head;
  const asked = { programme, settlement, payee, currency };
  const lines = await listLines(tx, asked);
  const changes = await listChanges(tx, asked);
  return {
    contract: stored.contractHash,
    language: stored.language,
    engine: stored.engine,
    currency,
    asAt: stored.asAt as PaidResult['asAt'],
    knownAt: stored.knownAt as PaidResult['knownAt'],
    total: formatMajor(head.owedUnits, currency),
    lines: lines.map(({ line }) => line),
    notPaid: await listUnpaid(tx, asked),
    statuses: { achieved: 0, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 },
    changes: changes.map((each) => each.change),
    payable: await payableOf(tx, { stored, head }),
  };
}

/** What a statement says is paid on it, item by item. */
export async function payableOf(tx: Tx, { stored, head }: Head): Promise<ResultPayable> {
  const { dueUnits, paidUnits, payee } = head;
  const money = (units: bigint) => formatMajor(units, stored.currency);
  const items = await listStatementItems(tx, head);
  const statement = {
    payee,
    due: money(dueUnits ?? 0n),
    items: items.map(({ what, line, amountUnits, clause }) => ({
      is: what as ResultPayable['statements'][number]['items'][number]['is'],
      line,
      amount: money(amountUnits),
      ...(clause === null ? {} : { clause }),
    })),
    paid: money(paidUnits ?? 0n),
  };
  return {
    paid: statement.paid,
    payBy: head.payBy as ResultPayable['payBy'],
    questionBy: head.questionBy as ResultPayable['questionBy'],
    interest: null,
    statements: dueUnits === null ? [] : [statement],
  };
}
