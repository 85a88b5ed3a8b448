import Type, { type Static } from 'typebox';
import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import type { StoredStatement } from '../../store/money/index.ts';
import { dayShape, listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';

/** A statement without its lines. Where nothing moved, nothing is due on it or paid. */
export const statementOutput = Type.Object(
  {
    payee: Type.String(),
    reference: Type.String(),
    lines: Type.Integer(),
    owed: moneyShape,
    due: Type.Optional(moneyShape),
    paid: Type.Optional(moneyShape),
    /** Whose part has changed by how much, and who is told to pay how much of what is paid. */
    payers: listOf(
      Type.Object({ payer: Type.String(), now: moneyShape, pays: moneyShape }, nothingElse),
    ),
    payBy: Type.Optional(dayShape),
    questionBy: Type.Optional(dayShape),
  },
  nothingElse,
);

/** A statement that was stored, as it is shown. */
export function shownStatement(
  stored: StoredStatement,
  currency: string,
): Static<typeof statementOutput> {
  const { payee, reference, lines, owedUnits, dueUnits, paidUnits } = stored;
  const { payers, payBy, questionBy } = stored;
  return {
    payee,
    reference,
    lines,
    owed: formatMajor(owedUnits, currency),
    ...(dueUnits === null ? {} : { due: formatMajor(dueUnits, currency) }),
    ...(paidUnits === null ? {} : { paid: formatMajor(paidUnits, currency) }),
    payers: payers
      .filter(({ now }) => unitsOfMajor(now) !== 0n)
      .map(({ payer, now, pays = now }) => ({ payer, now, pays })),
    ...(payBy === null ? {} : { payBy }),
    ...(questionBy === null ? {} : { questionBy }),
  };
}
