import type { Contract } from '../../contract/index.ts';
import { compareTexts } from '../../facts/index.ts';
import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import type { ResultPayable } from '../../settlement/index.ts';
import type { PayerPart, StatementItem, StoredStatement } from '../../store/money/index.ts';
import { commissionerOf } from '../pages/page-facts.ts';
import type { PayerShare, StatementSums } from '../stored/statement-sums.ts';
import { paymentsOn } from './payment-file.ts';
import { statementReference } from './statement-reference.ts';

type Named = Readonly<{ programme: string; settlement: string; number: number; name: string }>;

type Kept = Readonly<{ statements: readonly StoredStatement[]; items: readonly StatementItem[] }>;

/** What is paid now, and what the lines and changes of each payee come to. */
export type Summed = Readonly<{ currency: string; payable: ResultPayable; sums: StatementSums }>;

/** A statement for everybody who has a line or is paid something, in the order of their names. */
export function statementsToKeep(
  summed: Summed,
  contract: Contract,
  { programme, settlement, number, name }: Named,
): Kept {
  const { payable, sums } = summed;
  const own = new Map(sums.payees.map((each) => [each.payee, each]));
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
      payers: partsOf(summed, commissionerOf(contract), { payee, now }),
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

type Paid = Readonly<{ payee: string; now: ResultPayable['statements'][number] | undefined }>;

/**
 * What of a statement is whose: what each payer's part comes to, has changed by, and is told to
 * pay. The commissioner pays all of it where the page names no payers.
 */
function partsOf(
  { currency, sums }: Summed,
  commissioner: string,
  { payee, now }: Paid,
): readonly PayerPart[] {
  const beside = now === undefined ? 0n : unitsOfMajor(now.paid) - unitsOfMajor(now.due);
  const named = sharesOf(sums, payee, beside);
  const paid = now?.paid;
  if (named.length === 0) {
    return paid === undefined ? [] : [{ payer: commissioner, now: paid, pays: paid }];
  }
  const parts = named.map((share) => ({
    payer: share.payer,
    now: formatMajor(share.now, currency),
    lines: share.lines,
    owed: formatMajor(share.owed, currency),
  }));
  const told = paymentsOn({ payers: parts, paidUnits: unitsOfMajor(paid ?? '0') }, commissioner);
  return parts.map((part) => {
    const { units = 0n } = told.find(({ payer }) => payer === part.payer) ?? {};
    return { ...part, pays: formatMajor(units, currency) };
  });
}

/** Each pays its part of what changed; what is held or recovered is the commissioner's. */
function sharesOf(
  { payees, commissioner }: StatementSums,
  payee: string,
  beside: bigint,
): readonly PayerShare[] {
  const shares = payees.find((each) => each.payee === payee)?.payers ?? [];
  if (commissioner === undefined || beside === 0n) return shares;
  const own = shares.find(({ payer }) => payer === commissioner);
  return own === undefined
    ? [...shares, { payer: commissioner, lines: 0, owed: 0n, now: beside }]
    : shares.map((each) => (each === own ? { ...own, now: own.now + beside } : each));
}
