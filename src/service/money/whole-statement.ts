import type { Contract } from '../../contract/index.ts';
import { formatMajor } from '../../money/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { notWorkedOut } from '../../settlement/index.ts';
import type { Tx } from '../../store/index.ts';
import {
  type ClauseUnits,
  countLinesTo,
  type LinesOfMonth,
  listLines,
  listLinesByMonth,
  listTakingLines,
  listUnpaid,
  numbersInStatement,
  type ReasonUnits,
  type StoredLine,
  type StoredSettlement,
  type StoredStatement,
  sumStatement,
  sumUnpaid,
} from '../../store/money/index.ts';
import { columnMoney, unitsOf } from '../statement/money-columns.ts';
import { payableRowsBy } from '../statement/payable-rows.ts';
import { lineTable, reasonCells, sumCells } from '../statement/statement-columns.ts';
import { statementsOf, sumsByClause, sumsByReason } from '../statement/statements-of.ts';
import { pagesOf } from './pages-of.ts';
import type { StatementAsked, StatementBody } from './statement-body.ts';
import { payableOf } from './statement-of.ts';
import { shownStatement } from './statement-shown.ts';

type Head = Readonly<{ stored: StoredSettlement; head: StoredStatement }>;

/** A statement as its payee has it: its sums are added up where the lines are. */
export async function wholeStatement(
  tx: Tx,
  asked: StatementAsked,
  { stored, head }: Head,
): Promise<Result<StatementBody>> {
  const { currency } = stored;
  const pages = await pagesOf(tx, asked.programme, stored.versions);
  if (!pages.ok) return pages;
  const { contract } = (pages.value.pages.at(-1) ?? pages.value.pages[0]).read;
  const { parts, unpaid, groups } = await sumsOf(tx, asked);
  const owed = parts.reduce((sum, { amount }) => sum + amount, 0n);
  assert(owed === head.owedUnits, 'the lines of a statement add up to it');
  const shown = {
    quantity: parts.some(({ hasQuantity }) => hasQuantity),
    from: head.payers.length > 1,
    notPaid: unpaid.length > 0,
  };
  const { columns, lines, names, after } = await linesOf(tx, asked, { currency, contract, shown });
  const clauses = parts.map(({ group, ...rest }) => ({ ...rest, ...(group && { group }) }));
  return {
    ok: true,
    value: {
      statement: shownStatement(head, currency),
      sums: sumsByClause(clauses, contract).map((sum) => sumCells(sum, currency)),
      reasons: sumsByReason(unpaid).map((sum) => reasonCells(sum, currency)),
      payable: await payableRowsOf(tx, { stored, head }),
      columns,
      lines,
      names,
      groups: groups.map(({ amount, ...group }) => {
        return { ...group, owed: formatMajor(amount, currency) };
      }),
      notWorkedOut: notWorkedOut(contract),
      ...(after === undefined ? {} : { after }),
    },
  };
}

type Sums = Readonly<{
  parts: readonly ClauseUnits[];
  unpaid: readonly ReasonUnits[];
  groups: readonly LinesOfMonth[];
}>;

// Lines that are kept never change; whoever comes here was shown the statement by the database.
const added = new Map<string, Sums>();
const addedMost = 500;

/** What a statement adds up to: added up once, and known from then on. */
async function sumsOf(tx: Tx, { programme, settlement, payee }: StatementAsked): Promise<Sums> {
  const name = JSON.stringify([programme, settlement, payee]);
  const known = added.get(name);
  if (known !== undefined) return known;
  const asked = { programme, settlement, payee };
  const parts = await sumStatement(tx, asked);
  const unpaid = await sumUnpaid(tx, asked);
  const sums = { parts, unpaid, groups: await listLinesByMonth(tx, asked) };
  if (added.size >= addedMost) added.clear();
  added.set(name, sums);
  return sums;
}

type Showing = Readonly<{
  currency: string;
  contract: Contract;
  shown: Readonly<{ quantity: boolean; from: boolean; notPaid: boolean }>;
}>;

/** Some lines of a statement as a table, numbered as they stand in it. */
async function linesOf(
  tx: Tx,
  { after = 0, most, ...of }: StatementAsked,
  { currency, contract, shown }: Showing,
) {
  const range = { ...of, after, currency };
  const found = await listLines(tx, most === undefined ? range : { ...range, most: most + 1 });
  const own = found.slice(0, most);
  const notPaid = await listUnpaid(tx, { ...range, ...(most === undefined ? {} : { most }) });
  const numbers = await numbersOf(tx, of, own);
  const lines = own.map(({ line }) => line);
  const [some] = statementsOf({ lines, notPaid }, contract);
  const numbered = (some?.lines ?? []).map((line, at) => ({ ...line, place: numbers(at) }));
  const { columns, rows } = lineTable(numbered, { currency, shown });
  return {
    columns,
    lines: rows,
    names: numbered.map(({ line }) => line),
    after: found.length > own.length ? own.at(-1)?.place : undefined,
  };
}

/** The how-manieth line of the statement each is: in a row, unless they are some of many. */
async function numbersOf(
  tx: Tx,
  of: Omit<StatementAsked, 'after' | 'most'>,
  own: readonly StoredLine[],
): Promise<(at: number) => number> {
  const [first] = own;
  if (first === undefined) return (at) => at + 1;
  if (of.outcome === undefined && of.month === undefined) {
    const before = await countLinesTo(tx, { ...of, place: first.place });
    return (at) => before + at;
  }
  const places = own.map(({ place }) => place);
  const numbers = await numbersInStatement(tx, { ...of, places });
  return (at) => numbers.get(places[at] ?? 0) ?? 0;
}

async function payableRowsOf(tx: Tx, { stored, head }: Head) {
  const [paidTo] = (await payableOf(tx, { stored, head })).statements;
  if (paidTo === undefined) return [];
  const isRecovering = paidTo.items.some(({ is }) => is === 'recoverable' || is === 'recovered');
  const taking = new Set(isRecovering ? await listTakingLines(tx, head) : []);
  const rows = payableRowsBy(paidTo, (line) => taking.has(line));
  const told = head.payers.length > 1 ? head.payers.filter(({ now }) => unitsOf(now) !== 0n) : [];
  return [
    ...rows.map(({ what, amount }) => {
      return { what: what.trim(), amount: columnMoney(amount, stored.currency) };
    }),
    ...told.map(({ payer, now, pays = now }) => {
      return { what: `by ${payer}`, amount: columnMoney(unitsOf(pays), stored.currency) };
    }),
  ];
}
