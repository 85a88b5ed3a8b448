import Type from 'typebox';
import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { hasPart, type Tx } from '../../store/index.ts';
import {
  findSettlement,
  listPayerStatements,
  listStatements,
  type StoredSettlement,
  type StoredStatement,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { csvRow, quoted } from '../line-files/line-table.ts';
import { commissionerOf } from '../pages/page-facts.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { fileName } from './file-name.ts';
import { pagesOf } from './pages-of.ts';
import { settlementNotApproved, settlementNotThere } from './problems.ts';
import { fileOutput, nameShape, ofSettlement } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

const heads = ['payer', 'payee', 'reference', 'amount', 'currency', 'payBy'];

/**
 * What is to be paid on an approved settlement, as CSV for the payer's own payments: one row for
 * each payee and payer. What comes back to a payer is no payment and stands in the statement alone.
 * A payer that is not the commissioner is given its own rows.
 */
export const paymentFile = action({
  who: wholeFor.who,
  parts: ['commissioner', 'auditor', 'payer'],
  showsMoney: true,
  kind: 'read',
  name: 'money.payment_file',
  summary: 'Gives the payments of an approved settlement as CSV, with neutral references.',
  input: Type.Object({ ...ofSettlement, payer: Type.Optional(nameShape) }, nothingElse),
  output: fileOutput,
  run: write,
});

type Payment = Readonly<{ payer: string; units: bigint }>;

/**
 * Who pays how much to the payee of a statement: what it says is paid, and never more. Where money
 * comes back to one payer while another pays, it is paid so much less: the commissioner first, who
 * bears what is held, recovered or carried forward.
 */
export function paymentsOn(
  { payers, paidUnits }: Pick<StoredStatement, 'payers' | 'paidUnits'>,
  commissioner: string,
): readonly Payment[] {
  const all = payers.map(({ payer, now }) => ({ payer, units: unitsOfMajor(now) }));
  let back = sumOf(all.filter(({ units }) => units < 0n));
  const isFirst = (payer: string) => Number(payer !== commissioner);
  const paying = all
    .filter(({ units }) => units > 0n)
    .toSorted((one, other) => isFirst(one.payer) - isFirst(other.payer))
    .map(({ payer, units }) => {
      const rest = units + back;
      const isUsedUp = rest <= 0n;
      back = isUsedUp ? rest : 0n;
      return { payer, units: isUsedUp ? 0n : rest };
    })
    .filter(({ units }) => units > 0n);
  assert(sumOf(paying) === (paidUnits ?? 0n), 'payments add up to what their statement says');
  return paying;
}

function sumOf(payments: readonly Payment[]): bigint {
  return payments.reduce((sum, { units }) => sum + units, 0n);
}

type Asked = Readonly<{ programme: string; settlement: string; payer?: string }>;

async function write({ tx, actor }: Work, asked: Asked) {
  const stored = await findSettlement(tx, asked);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] } as const;
  if (stored.state !== 'approved') {
    return { ok: false, problems: [settlementNotApproved(stored.state)] } as const;
  }
  const organisation = (actor.kind === 'account' && actor.organisation?.id) || '';
  const seesAll = await hasPart(tx, { ...asked, organisation }, ['commissioner', 'auditor']);
  const found = seesAll ? await wholeRows(tx, asked, stored) : await ownRows(tx, asked);
  if (!found.ok) return found;
  const rows = found.value
    .filter(({ payer, units }) => units > 0n && (asked.payer ?? payer) === payer)
    .map(({ payer, payee, reference, units, payBy }) => {
      const { currency } = stored;
      return [payer, payee, reference, formatMajor(units, currency), currency, payBy ?? ''];
    });
  const body = [heads, ...rows].map((cells) => csvRow(cells.map(quoted))).join('');
  const name = await fileName(tx, { ...asked, what: `payments-${stored.asAt}`, ending: 'csv' });
  return { ok: true, value: { name, mediaType: 'text/csv; charset=utf-8', body } } as const;
}

type Row = Payment & Readonly<{ payee: string; reference: string; payBy: string | null }>;

/** What every payer pays on the statements that whoever asks sees whole. */
async function wholeRows(
  tx: Tx,
  asked: Asked,
  { versions }: StoredSettlement,
): Promise<Result<readonly Row[]>> {
  const pages = await pagesOf(tx, asked.programme, versions);
  if (!pages.ok) return pages;
  const page = pages.value.pages.at(-1) ?? pages.value.pages[0];
  const commissioner = commissionerOf(page.read.contract);
  const statements = await listStatements(tx, asked);
  const rows = statements.flatMap((statement) => {
    const { payee, reference, payBy } = statement;
    const own = { payee, reference, payBy };
    return paymentsOn(statement, commissioner).map((payment) => ({ ...payment, ...own }));
  });
  return { ok: true, value: rows };
}

/** What whoever asks pays, where that is a payer and not the commissioner. */
async function ownRows(tx: Tx, asked: Asked): Promise<Result<readonly Row[]>> {
  const parts = await listPayerStatements(tx, asked);
  const rows = parts.map(({ pays, ...part }) => ({ ...part, units: unitsOfMajor(pays) }));
  return { ok: true, value: rows };
}
