import Type from 'typebox';
import { unitsOfMajor } from '../../money/index.ts';
import { findSettlement, listStatements } from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { csvRow, quoted } from '../line-table.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { fileName } from './file-name.ts';
import { settlementNotApproved, settlementNotThere } from './problems.ts';
import { fileOutput, nameShape, ofSettlement } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

const heads = ['payer', 'payee', 'reference', 'amount', 'currency', 'payBy'];

/**
 * What is to be paid on an approved settlement, as CSV for the payer's own payments: one row for
 * each payee and payer. What comes back to a payer is no payment and stands in the statement alone.
 */
export const paymentFile = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.payment_file',
  summary: 'Gives the payments of an approved settlement as CSV, with neutral references.',
  input: Type.Object({ ...ofSettlement, payer: Type.Optional(nameShape) }, nothingElse),
  output: fileOutput,
  run: write,
});

type Asked = Readonly<{ programme: string; settlement: string; payer?: string }>;

async function write({ tx }: Work, asked: Asked) {
  const stored = await findSettlement(tx, asked);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] } as const;
  if (stored.state !== 'approved') {
    return { ok: false, problems: [settlementNotApproved(stored.state)] } as const;
  }
  const statements = await listStatements(tx, asked);
  const rows = statements.flatMap(({ payee, reference, payers, payBy }) =>
    payers
      .filter(({ payer, now }) => {
        return unitsOfMajor(now) > 0n && (asked.payer === undefined || asked.payer === payer);
      })
      .map(({ payer, now }) => [payer, payee, reference, now, stored.currency, payBy ?? '']),
  );
  const body = [heads, ...rows].map((cells) => csvRow(cells.map(quoted))).join('');
  const name = await fileName(tx, { ...asked, what: `payments-${stored.asAt}`, ending: 'csv' });
  return { ok: true, value: { name, mediaType: 'text/csv; charset=utf-8', body } } as const;
}
