import { unitsOfMajor } from '../../money/index.ts';
import type { ResultLine } from '../../settlement/index.ts';
import { type MoneyBetween, pairsOf } from './money-between.ts';

/** The difference in money between two settlements, in sums; of lines how many differ. */
export type SumsBetween = Omit<MoneyBetween, 'lines'> & Readonly<{ lines: number }>;

/** Lines of two settlements as they pass, of which no more is held than what each is worth. */
export type PassingLines = Readonly<{
  was: (line: ResultLine) => void;
  now: (line: ResultLine) => void;
  close: (total: MoneyBetween['total']) => SumsBetween;
}>;

export function passingLines(): PassingLines {
  const [before, after] = [growing(), growing()];
  // Of those of the first that have no equal in the second so far; no worth is not kept.
  const left = new Map<string, string>();
  let differing = 0;
  return {
    was: (line) => {
      addTo(before, line);
      const worth = worthOf(line);
      if (worth !== '') left.set(line.line, worth);
    },
    now: (line) => {
      addTo(after, line);
      if ((left.get(line.line) ?? '') !== worthOf(line)) differing += 1;
      left.delete(line.line);
    },
    close: (total) => ({
      total,
      outcomes: pairsOf(before.outcomes, after.outcomes),
      providers: pairsOf(before.payees, after.payees),
      payers: pairsOf(before.payers, after.payers),
      lines: differing + left.size,
    }),
  };
}

type Growing = Readonly<Record<'outcomes' | 'payees' | 'payers', Map<string, bigint>>>;

function growing(): Growing {
  return { outcomes: new Map(), payees: new Map(), payers: new Map() };
}

function addTo({ outcomes, payees, payers }: Growing, line: ResultLine): void {
  add(outcomes, line.outcome, line.amount);
  add(payees, line.payee, line.amount);
  for (const { payer, amount } of portionsOf(line)) add(payers, payer, amount);
}

function add(sums: Map<string, bigint>, name: string, amount: string): void {
  sums.set(name, (sums.get(name) ?? 0n) + unitsOfMajor(amount));
}

function portionsOf({ payers, payer, amount }: ResultLine) {
  return payers ?? [{ payer, amount }];
}

/** What is paid for a line and by whom: two that say the same pay the same. */
function worthOf(line: ResultLine): string {
  const paid = portionsOf(line).filter(({ amount }) => unitsOfMajor(amount) !== 0n);
  const [first, second] = paid;
  if (first === undefined) return '';
  if (second === undefined) return `${first.payer} ${first.amount}`;
  const parts = paid.map(({ payer, amount }) => `${payer} ${amount}`);
  return parts.toSorted().join('; ');
}
