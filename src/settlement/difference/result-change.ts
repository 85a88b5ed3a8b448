import { formatMajor } from '../../money/index.ts';
import type { ResultLine } from '../result.ts';
import { type Cause, type Change, sumOfPortions } from './change.ts';

/** A change as other programs read it: money is text in whole units. */
export type ResultChange = Readonly<{
  line: string;
  clause: string;
  outcome: string;
  participant?: string;
  provider: string;
  payee: string;
  takenBack: string;
  paid: string;
  /** Each payer's part of both. */
  payers: readonly Readonly<{ payer: string; takenBack: string; paid: string }>[];
  cause: Cause;
}>;

/** Tells changes in a currency. Of many changes most are of a few amounts, each written once. */
export function changeTeller(currency: string): (change: Change) => ResultChange {
  const written = new Map<bigint, string>();
  const money = (units: bigint): string => {
    const text = written.get(units) ?? formatMajor(units, currency);
    written.set(units, text);
    return text;
  };
  return ({ line, clause, outcome, participant, provider, payee, takenBack, paid, cause }) => ({
    line,
    clause,
    outcome,
    ...(participant === undefined ? {} : { participant }),
    provider,
    payee,
    takenBack: money(sumOfPortions(takenBack)),
    paid: money(sumOfPortions(paid)),
    payers: [...new Set([...takenBack, ...paid].map(({ payer }) => payer))].map((payer) => {
      const own = (portions: Change['paid']) =>
        money(sumOfPortions(portions.filter((each) => each.payer === payer)));
      return { payer, takenBack: own(takenBack), paid: own(paid) };
    }),
    cause,
  });
}

const first = { is: 'first' } as const;

/** What a line changes that nothing was settled before of; nothing where nothing is owed for it. */
export function firstResultChange(line: ResultLine, nothing: string): ResultChange | undefined {
  const { payers = [{ payer: line.payer, amount: line.amount }], participant } = line;
  const paid = payers.filter(({ amount }) => amount !== nothing);
  if (paid.length === 0) return undefined;
  return {
    line: line.line,
    clause: line.clause,
    outcome: line.outcome,
    ...(participant === undefined ? {} : { participant }),
    provider: line.provider,
    payee: line.payee,
    takenBack: nothing,
    paid: line.amount,
    payers: paid.map(({ payer, amount }) => ({ payer, takenBack: nothing, paid: amount })),
    cause: first,
  };
}
