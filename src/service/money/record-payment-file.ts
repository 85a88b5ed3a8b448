import Papa from 'papaparse';
import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import { action } from '../act/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { paymentRowOtherwise } from './problems.ts';
import { matchRows, recordedOutput, recordMatched } from './record-payments.ts';
import { payingFor } from './who-sees.ts';

const rowsMax = 10_000;

/** The same from a file of the bank: CSV with the columns that a payment has. */
export const recordPaymentFile = action({
  ...payingFor,
  kind: 'change',
  name: 'money.record_payment_file',
  summary: 'Records payments from CSV with bankReference, reference, amount and day.',
  input: Type.Object(
    { programme: idShape, csv: Type.String({ minLength: 1, maxLength: 900_000 }) },
    nothingElse,
  ),
  output: recordedOutput,
  run: async (work, { programme, csv }) => {
    const read = readRows(csv);
    if (!read.ok) return read;
    const matched = await matchRows(work, programme, read.value);
    return matched.ok ? recordMatched(work, programme, matched.value) : matched;
  },
});

const needed = ['bankReference', 'reference', 'amount', 'day'] as const;

type Row = Readonly<Record<(typeof needed)[number], string> & { payer?: string }>;

/** Reads the rows of a file of payments, whatever else stands in them. */
function readRows(csv: string): Result<readonly Readonly<{ row: number; payment: Row }>[]> {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (head) => head.trim(),
    transform: (cell) => cell.trim(),
  });
  const missing = needed.find((name) => !(meta.fields ?? []).includes(name));
  if (missing !== undefined) {
    return { ok: false, problems: [paymentRowOtherwise(1, `it has no ${missing}`)] };
  }
  if (data.length === 0) return { ok: false, problems: [paymentRowOtherwise(2, 'there is none')] };
  if (data.length > rowsMax) {
    return { ok: false, problems: [paymentRowOtherwise(rowsMax + 2, `${rowsMax} is the most`)] };
  }
  const rows = data.map((cells, at) => {
    const { bankReference = '', reference = '', amount = '', day = '', payer = '' } = cells;
    const named = payer === '' ? {} : { payer };
    return { row: at + 2, payment: { bankReference, reference, amount, day, ...named } };
  });
  return { ok: true, value: rows };
}
