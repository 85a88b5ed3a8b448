import Papa from 'papaparse';
import Type from 'typebox';
import { parseDay } from '../../calendar/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { action } from '../act/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { paymentRowOtherwise } from './problems.ts';
import { recordedOutput, recordGiven } from './record-payments.ts';
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
    const read = readPayments(csv);
    return read.ok ? recordGiven(work, programme, read.value) : read;
  },
});

const needed = ['bankReference', 'reference', 'amount', 'day'] as const;
const optional = ['payer', 'payee'] as const;

type Row = Record<(typeof needed)[number], string> & Partial<Record<'payer' | 'payee', string>>;

/** Reads the rows of a file of payments, or says which cannot be read. */
export function readPayments(csv: string): Result<readonly Row[]> {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (head) => head.trim(),
    transform: (cell) => cell.trim(),
  });
  if (data.length === 0) return { ok: false, problems: [paymentRowOtherwise(1, 'there is none')] };
  if (data.length > rowsMax) {
    return { ok: false, problems: [paymentRowOtherwise(rowsMax + 1, `${rowsMax} is the most`)] };
  }
  const problems = data.flatMap((row, at) => problemWith(row, at + 2) ?? []);
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 100) };
  const rows = data.map((row) => {
    const named = optional.flatMap((name) => {
      const cell = row[name] ?? '';
      return cell === '' ? [] : [[name, cell] as const];
    });
    const { bankReference = '', reference = '', amount = '', day = '' } = row;
    return { bankReference, reference, amount, day, ...Object.fromEntries(named) };
  });
  return { ok: true, value: rows };
}

function problemWith(row: Record<string, string>, line: number): Problem | undefined {
  const missing = needed.find((name) => row[name] === undefined);
  if (missing !== undefined) return paymentRowOtherwise(line, `it has no ${missing}`);
  if ((row.bankReference ?? '') === '') {
    return paymentRowOtherwise(line, 'its bankReference is empty');
  }
  const day = row.day ?? '';
  return parseDay(day) === undefined
    ? paymentRowOtherwise(line, `its day ${day} is not written as 2027-04-01`)
    : undefined;
}
