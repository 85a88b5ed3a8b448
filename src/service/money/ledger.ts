import Type from 'typebox';
import {
  accountName,
  append,
  assertSound,
  balancesInOrder,
  emptyLedger,
  journal,
  type Ledger,
} from '../../ledger/index.ts';
import { formatMajor } from '../../money/index.ts';
import type { Result } from '../../problem/index.ts';
import { findProgramme, type Tx } from '../../store/index.ts';
import { findLastApproved, listLedgerEntries } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { idShape, listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { fileName } from './file-name.ts';
import { settlementNotApproved } from './problems.ts';
import { fileOutput } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

/** The ledger of a programme: what its approved settlements and its payments have booked. */
async function ledgerOfProgramme(tx: Tx, programme: string): Promise<Result<Ledger>> {
  const last = await findLastApproved(tx, programme);
  if (last === undefined) return { ok: false, problems: [settlementNotApproved('not there yet')] };
  const entries = await listLedgerEntries(tx, { programme });
  const ledger = append(emptyLedger(last.currency), entries);
  assertSound(ledger);
  return { ok: true, value: ledger };
}

/** What every account holds. */
export const listOfBalances = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.list_balances',
  summary: 'Lists what every account of the ledger holds: debits above nothing, credits below.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object(
    {
      currency: Type.String(),
      entries: Type.Integer(),
      balances: listOf(Type.Object({ account: Type.String(), amount: moneyShape }, nothingElse)),
    },
    nothingElse,
  ),
  run: async ({ tx }, { programme }) => {
    const found = await ledgerOfProgramme(tx, programme);
    if (!found.ok) return found;
    const { currency, entries } = found.value;
    const balances = balancesInOrder(found.value).map(({ account, amount }) => {
      return { account: accountName(account), amount: formatMajor(amount, currency) };
    });
    return { ok: true, value: { currency, entries: entries.length, balances } };
  },
});

/** The ledger as a journal that hledger reads, and works every balance out from for itself. */
export const journalFile = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.journal_file',
  summary: 'Gives the ledger as a journal of hledger, with declared accounts and balances.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: fileOutput,
  run: async ({ tx }, { programme }) => {
    const found = await ledgerOfProgramme(tx, programme);
    if (!found.ok) return found;
    const named = await findProgramme(tx, programme);
    const heading = [`${named?.neutralName ?? ''}: approved settlements and what was paid.`];
    const body = [...journal(found.value, heading)].join('');
    const name = await fileName(tx, { programme, what: 'ledger', ending: 'journal' });
    return { ok: true, value: { name, mediaType: 'text/plain; charset=utf-8', body } };
  },
});
