import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import type { Debt, Outstanding, OutstandingItem } from '../../settlement/index.ts';
import { insertRows } from '../insert-rows.ts';
import { rows, type Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

const columns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['place', 'integer'],
  ['what', 'text'],
  ['line', 'text'],
  ['payee', 'text'],
  ['amount_units', 'bigint'],
  ['paid_on', 'date'],
  ['is_exempt', 'boolean'],
] as const;

type Left = Readonly<{
  what: 'held' | 'on account' | 'debt' | 'written off' | 'paid';
  line: string;
  payee: string | null;
  amount: bigint | null;
  paidOn: Debt['paidOn'];
  isExempt: boolean | null;
}>;

/**
 * What a settlement leaves for the next. On which day more was last paid for a line stands with the
 * line; here it stands for lines that are gone.
 */
export async function insertLeft(
  tx: Tx,
  { programme, settlement }: Of,
  { outstanding, lines }: Readonly<{ outstanding: Outstanding; lines: ReadonlySet<string> }>,
): Promise<void> {
  const { held, onAccount, debts, writtenOff, paid } = outstanding;
  const all: readonly Left[] = [
    ...held.map((each) => leftOf('held', each)),
    ...onAccount.map((each) => leftOf('on account', each)),
    ...debts.map((each) => leftOf('debt', each)),
    ...writtenOff.map((each) => leftOf('written off', each)),
    ...paid.flatMap(({ on, lines: named }) =>
      named.filter((line) => !lines.has(line)).map((line) => goneLine(line, on)),
    ),
  ];
  const cells = all.map(({ what, line, payee, amount, paidOn, isExempt }, at) => [
    programme,
    settlement,
    at + 1,
    what,
    line,
    payee,
    amount,
    paidOn,
    isExempt,
  ]);
  await insertRows(tx, { table: 'settlement_left', columns }, cells);
}

function leftOf(what: Left['what'], item: OutstandingItem | Debt): Left {
  const { line, payee, amount } = item;
  const debt = 'exempt' in item ? item : undefined;
  return {
    what,
    line,
    payee,
    amount: unitsOfMajor(amount),
    paidOn: debt?.paidOn ?? null,
    isExempt: debt?.exempt ?? null,
  };
}

function goneLine(line: string, paidOn: NonNullable<Left['paidOn']>): Left {
  return { what: 'paid', line, payee: null, amount: null, paidOn, isExempt: null };
}

/** The same as it stood in the result, but for the days of lines that are still there. */
export async function getLeft(
  tx: Tx,
  { programme, settlement }: Of,
  currency: string,
): Promise<
  Readonly<{ outstanding: Omit<Outstanding, 'paid'>; gone: ReadonlyMap<string, string> }>
> {
  const found = await rows<Left>(
    tx,
    `select what, line, payee, amount_units as amount, paid_on as "paidOn",
        is_exempt as "isExempt"
      from settlement_left where programme = $1 and settlement = $2 order by place`,
    [programme, settlement],
  );
  const items = (what: Left['what']) =>
    found
      .filter((each) => each.what === what)
      .map(({ line, payee, amount }): OutstandingItem => {
        return { line, payee: payee ?? '', amount: formatMajor(amount ?? 0n, currency) };
      });
  const debts = found.filter(({ what }) => what === 'debt');
  const outstanding = {
    held: items('held'),
    onAccount: items('on account'),
    debts: items('debt').map((each, at): Debt => {
      const { paidOn = null, isExempt = null } = debts[at] ?? {};
      return { ...each, paidOn, exempt: isExempt ?? false };
    }),
    writtenOff: items('written off'),
  };
  const gone = found.filter(({ what }) => what === 'paid');
  return { outstanding, gone: new Map(gone.map(({ line, paidOn }) => [line, paidOn ?? ''])) };
}
