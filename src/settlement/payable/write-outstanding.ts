import { type DayNumber, dayOf } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import { formatMajor } from '../../money/index.ts';
import type { LineAccount } from './account.ts';
import type { Debt, Outstanding, OutstandingItem } from './outstanding.ts';
import type { Accounts } from './read-outstanding.ts';

type Open = Readonly<{ payee: string; line: string; at: LineAccount }>;

/** What the accounts leave for the next settlement, in the order of payees and lines. */
export function outstandingOf(
  accounts: Accounts,
  { currency, paidOn }: Readonly<{ currency: string; paidOn: ReadonlyMap<string, DayNumber> }>,
): Outstanding {
  const open = [...accounts.values()]
    .flatMap(({ payee, lines }) => [...lines].map(([line, at]): Open => ({ payee, line, at })))
    .sort((a, b) => compareTexts(a.payee, b.payee) || compareTexts(a.line, b.line));
  const items = (amountOf: (at: LineAccount) => bigint): OutstandingItem[] =>
    open
      .filter(({ at }) => amountOf(at) > 0n)
      .map(({ payee, line, at }) => ({ line, payee, amount: formatMajor(amountOf(at), currency) }));
  return {
    held: items(({ held }) => held),
    onAccount: items(({ onAccount }) => onAccount),
    debts: open.flatMap((each) => debtsOf(each, currency)),
    writtenOff: items(({ writtenOff }) => writtenOff),
    paid: daysOf(paidOn),
  };
}

function debtsOf({ payee, line, at }: Open, currency: string): readonly Debt[] {
  const debts: Debt[] = [];
  const whose = { line, payee };
  if (at.debt > 0n) {
    const paidOn = at.paidOn === undefined ? null : dayOf(at.paidOn);
    debts.push({ ...whose, amount: formatMajor(at.debt, currency), paidOn, exempt: at.exempt });
  }
  if (at.charge > 0n) {
    const amount = formatMajor(at.charge, currency);
    debts.push({ ...whose, amount, paidOn: null, exempt: false });
  }
  return debts;
}

function daysOf(paidOn: ReadonlyMap<string, DayNumber>): Outstanding['paid'] {
  const byDay = new Map<DayNumber, string[]>();
  for (const [line, day] of [...paidOn].sort(([a], [b]) => compareTexts(a, b))) {
    const known = byDay.get(day);
    if (known) known.push(line);
    else byDay.set(day, [line]);
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, lines]) => ({ on: dayOf(day), lines }));
}
