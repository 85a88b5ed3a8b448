import Type from 'typebox';
import { formatMajor } from '../../money/index.ts';
import { listPayments } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import {
  cursorShape,
  dayShape,
  idShape,
  listOf,
  moneyShape,
  nothingElse,
} from '../programmes/shapes.ts';
import { cutTo, mostShape, stretchMost } from './shapes.ts';

/** What was paid, newest first, as far as whoever asks may see it. */
export const listOfPayments = action({
  who: ['commissioner', 'finance_preparer', 'finance_approver', 'provider_finance', 'auditor'],
  parts: ['commissioner', 'auditor', 'provider', 'payer'],
  showsMoney: true,
  kind: 'read',
  name: 'money.list_payments',
  summary: 'Lists payments as banks told them, with the settlement each belongs to, newest first.',
  input: Type.Object({ programme: idShape, after: cursorShape, most: mostShape }, nothingElse),
  output: Type.Object(
    {
      payments: listOf(
        Type.Object(
          {
            payment: idShape,
            payer: Type.String(),
            payee: Type.String(),
            bankReference: Type.String(),
            reference: Type.String(),
            amount: moneyShape,
            currency: Type.String(),
            day: dayShape,
            settlement: idShape,
          },
          nothingElse,
        ),
      ),
      after: cursorShape,
    },
    nothingElse,
  ),
  run: async ({ tx }, { programme, after = null, most = stretchMost }) => {
    const found = await listPayments(tx, { programme, after, most: most + 1 });
    const { shown, last } = cutTo(found, most);
    return {
      ok: true,
      value: {
        payments: shown.map((each) => ({
          payment: each.id,
          payer: each.payer,
          payee: each.payee,
          bankReference: each.bankReference,
          reference: each.statementReference,
          amount: formatMajor(each.amountUnits, each.currency),
          currency: each.currency,
          day: each.day,
          settlement: each.settlement,
        })),
        ...(last === undefined ? {} : { after: last.id }),
      },
    };
  },
});
