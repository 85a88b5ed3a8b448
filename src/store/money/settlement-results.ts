import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { PaidResult, ResultPayable } from '../../settlement/index.ts';
import { change, getRow, type Tx } from '../tx.ts';
import { listChanges } from './settlement-changes.ts';
import { getLeft } from './settlement-left.ts';
import { listLines, listUnpaid } from './settlement-lines.ts';
import type { Of } from './settlements.ts';
import { listStatementItems, listStatements } from './statements.ts';

/** A result that follows another, or is the first of its series: as the service keeps them. */
export type WholeResult = PaidResult &
  Required<Pick<PaidResult, 'changes' | 'payable' | 'outstanding'>>;

type Summary = Omit<WholeResult, 'lines' | 'notPaid' | 'changes' | 'payable' | 'outstanding'> &
  Readonly<{ payable: Omit<ResultPayable, 'statements'> }>;

/** A result but for what it has of each line, and what it leaves for the next. */
export type ResultAbout = Omit<WholeResult, 'lines' | 'notPaid' | 'changes' | 'outstanding'>;

/**
 * Keeps what of a result is about all providers together. Its lines and changes are kept by
 * `insertResultBatch`, its statements by `insertStatements`.
 */
export async function insertWhole(
  tx: Tx,
  of: Of,
  { result, problems }: Readonly<{ result: ResultAbout; problems: unknown }>,
): Promise<void> {
  const { payable, ...rest } = result;
  const { statements: _, ...terms } = payable;
  const summary: Summary = { ...rest, payable: terms };
  await change(
    tx,
    `insert into settlement_whole
      (programme, settlement, total_units, paid_units, summary, problems)
      values ($1, $2, $3, $4, $5, $6)`,
    [
      of.programme,
      of.settlement,
      unitsOfMajor(result.total),
      unitsOfMajor(payable.paid),
      JSON.stringify(summary),
      JSON.stringify(problems),
    ],
  );
}

/** What of a result is about all providers together. */
export async function getSummary(
  tx: Tx,
  { programme, settlement }: Of,
): Promise<Readonly<{ summary: Summary; problems: unknown }>> {
  return getRow(
    tx,
    'select summary, problems from settlement_whole where programme = $1 and settlement = $2',
    [programme, settlement],
  );
}

/** The whole result again, as it was kept. */
export async function getResult(tx: Tx, of: Of): Promise<WholeResult> {
  const { summary } = await getSummary(tx, of);
  const { payable: terms, ...rest } = summary;
  const asked = { ...of, currency: rest.currency };
  const lines = await listLines(tx, asked);
  const notPaid = await listUnpaid(tx, asked);
  const changes = await listChanges(tx, asked);
  const { outstanding, gone } = await getLeft(tx, of, rest.currency);
  const days = lines.flatMap(({ line, paidOn }) =>
    paidOn === null ? [] : [[line.line, paidOn] as const],
  );
  return {
    ...rest,
    lines: lines.map(({ line }) => line),
    notPaid,
    changes: changes.map((each) => each.change),
    payable: { ...terms, statements: await getPayable(tx, of, rest.currency) },
    outstanding: { ...outstanding, paid: daysPaid(new Map([...days, ...gone])) },
  };
}

/** What is paid on a settlement to each payee, as it stood in the result. */
export async function getPayable(
  tx: Tx,
  of: Of,
  currency: string,
): Promise<ResultPayable['statements']> {
  const items = await listStatementItems(tx, of);
  const statements = await listStatements(tx, of);
  return statements.flatMap(({ payee, dueUnits, paidUnits }) => {
    if (dueUnits === null || paidUnits === null) return [];
    const own = items.filter((each) => each.payee === payee);
    return {
      payee,
      due: formatMajor(dueUnits, currency),
      items: own.map(({ what, line, amountUnits, clause }) => ({
        is: what as ResultPayable['statements'][number]['items'][number]['is'],
        line,
        amount: formatMajor(amountUnits, currency),
        ...(clause === null ? {} : { clause }),
      })),
      paid: formatMajor(paidUnits, currency),
    };
  });
}

/** Days in order, and the lines of a day in the order in which results have them: by code unit. */
export function daysPaid(days: ReadonlyMap<string, string>): WholeResult['outstanding']['paid'] {
  const byDay = new Map<string, string[]>();
  for (const [line, day] of days) {
    assert(day !== '', 'a line that was paid was paid on a day');
    const known = byDay.get(day);
    if (known === undefined) byDay.set(day, [line]);
    else known.push(line);
  }
  type On = WholeResult['outstanding']['paid'][number]['on'];
  return [...byDay.keys()]
    .toSorted()
    .map((day) => ({ on: day as On, lines: (byDay.get(day) ?? []).toSorted() }));
}
