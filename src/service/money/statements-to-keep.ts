import type { Contract } from '../../contract/index.ts';
import { compareTexts } from '../../facts/index.ts';
import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import type { StatementItem, StoredStatement, WholeResult } from '../../store/money/index.ts';
import { commissionerOf } from '../pages/page-facts.ts';
import { payersOf } from '../statement/payers-of.ts';
import { statementReference } from './statement-reference.ts';

type Named = Readonly<{ programme: string; settlement: string; number: number; name: string }>;

type Kept = Readonly<{ statements: readonly StoredStatement[]; items: readonly StatementItem[] }>;

/** A statement for everybody who has a line or is paid something, in the order of their names. */
export function statementsToKeep(
  result: WholeResult,
  contract: Contract,
  { programme, settlement, number, name }: Named,
): Kept {
  const { payable } = result;
  const own = ownedBy(result);
  const paid = new Map(payable.statements.map((each) => [each.payee, each]));
  const payees = [...new Set([...own.keys(), ...paid.keys()])].toSorted(compareTexts);
  const statements = payees.map((payee, at): StoredStatement => {
    const { lines = 0, owed = 0n } = own.get(payee) ?? {};
    const now = paid.get(payee);
    return {
      programme,
      settlement,
      place: at + 1,
      payee,
      reference: statementReference({ programme, name, number, place: at + 1 }),
      lines,
      owedUnits: owed,
      dueUnits: now === undefined ? null : unitsOfMajor(now.due),
      paidUnits: now === undefined ? null : unitsOfMajor(now.paid),
      payers: now === undefined ? [] : payersNow(result, contract, now),
      payBy: payable.payBy,
      questionBy: payable.questionBy,
    };
  });
  const items = payable.statements.flatMap((each) =>
    each.items.map(({ is, line, amount, clause = null }): StatementItem => {
      return { payee: each.payee, what: is, line, amountUnits: unitsOfMajor(amount), clause };
    }),
  );
  return { statements, items };
}

function ownedBy({ lines }: WholeResult) {
  const sums = new Map<string, { lines: number; owed: bigint }>();
  for (const { payee, amount } of lines) {
    const sum = sums.get(payee) ?? { lines: 0, owed: 0n };
    sum.lines += 1;
    sum.owed += unitsOfMajor(amount);
    sums.set(payee, sum);
  }
  return sums;
}

/** Who pays how much of it now: the commissioner all of it where the page names no payers. */
function payersNow(
  result: WholeResult,
  contract: Contract,
  { payee, paid }: Readonly<{ payee: string; paid: string }>,
): StoredStatement['payers'] {
  const named = payersOf(result, payee);
  if (named.length === 0) return [{ payer: commissionerOf(contract), now: paid }];
  return named
    .map(({ payer, now = 0n }) => ({ payer, now: formatMajor(now, result.currency) }))
    .filter(({ now }) => unitsOfMajor(now) !== 0n);
}
