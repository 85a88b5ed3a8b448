import { formatMajor } from '../../money/index.ts';
import type { Debt, Outstanding, OutstandingItem } from '../../settlement/index.ts';
import { rows, type Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

type Left = Readonly<{
  what: 'held' | 'on account' | 'debt' | 'written off' | 'paid';
  line: string;
  payee: string | null;
  amount: bigint | null;
  paidOn: Debt['paidOn'];
  isExempt: boolean | null;
}>;

/**
 * What a settlement leaves for the next, as it stood in the result. On which day more was last paid
 * for a line stands with the line; here it stands for lines that are gone.
 */
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
