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

export function resultChange(change: Change, currency: string): ResultChange {
  const { takenBack, paid, cause, ...named } = change;
  const money = (units: bigint) => formatMajor(units, currency);
  const payers = [...new Set([...takenBack, ...paid].map(({ payer }) => payer))];
  return {
    ...named,
    takenBack: money(sumOfPortions(takenBack)),
    paid: money(sumOfPortions(paid)),
    payers: payers.map((payer) => {
      const own = (portions: Change['paid']) =>
        money(sumOfPortions(portions.filter((each) => each.payer === payer)));
      return { payer, takenBack: own(takenBack), paid: own(paid) };
    }),
    cause,
  };
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
