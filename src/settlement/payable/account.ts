import type { DayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import { type ItemName, type PayableItem, type PayableStatement, signs } from './statement.ts';

/** What one line of one payee stands at beside what is owed for it, in smallest units. */
export type LineAccount = {
  held: bigint;
  onAccount: bigint;
  writtenOff: bigint;
  /** Recoverable of what had been paid. */
  debt: bigint;
  exempt: boolean;
  /** Owed by the payee from the start, as a deduction is: no limit of recovery holds. */
  charge: bigint;
  paidOn?: DayNumber;
};

/** The account of one payee while a settlement is worked out. */
export type PayeeAccount = {
  readonly payee: string;
  readonly lines: Map<string, LineAccount>;
  readonly items: PayableItem[];
  due: bigint;
  /** What there is to pay, before anything is taken from it. */
  gains: bigint;
};

export function openAccount(payee: string): PayeeAccount {
  return { payee, lines: new Map(), items: [], due: 0n, gains: 0n };
}

export function lineOfAccount(account: PayeeAccount, line: string): LineAccount {
  const at = lineOrBlank(account, line);
  account.lines.set(line, at);
  return at;
}

/** The same, but one that is opened is not kept so far: of most lines nothing stays open. */
export function lineOrBlank({ lines }: PayeeAccount, line: string): LineAccount {
  return (
    lines.get(line) ?? {
      held: 0n,
      onAccount: 0n,
      writtenOff: 0n,
      debt: 0n,
      exempt: false,
      charge: 0n,
    }
  );
}

/** Keeps what a line stands at if anything of it is open. */
export function keepLine({ lines }: PayeeAccount, line: string, at: LineAccount): void {
  const { held, onAccount, writtenOff, debt, charge } = at;
  if (held + onAccount + writtenOff + debt + charge !== 0n) lines.set(line, at);
}

/** Notes a move; of nothing there is none. */
export function note(
  account: PayeeAccount,
  item: Readonly<{ is: ItemName; line: string; amount: bigint; clause?: string | undefined }>,
): void {
  const { clause, ...rest } = item;
  assert(item.amount >= 0n, 'an item of a statement is not less than nothing');
  if (item.amount === 0n) return;
  account.items.push({ ...rest, ...(clause === undefined ? {} : { clause }) });
}

/** What is due, with every item by its sign, is what is paid. */
export function closeAccount({ payee, due, items }: PayeeAccount): PayableStatement {
  const paid = items.reduce((sum, { is, amount }) => sum + signs[is] * amount, due);
  assert(paid >= 0n, 'nobody is paid less than nothing');
  return { payee, due, items, paid };
}
