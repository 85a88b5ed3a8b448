import { journal, type Ledger } from '../../ledger/index.ts';
import type { Result } from '../../problem/index.ts';
import { type By, ledgerOf, type PaidResult } from '../../settlement/index.ts';
import { wordsOfDays } from '../statement/words-of-days.ts';
import { journalLinesOverMost } from './problems.ts';
import { type Settled, type SettleRequest, settle } from './settle.ts';

/** A settlement, and the ledger up to it. */
export type Booked = Settled & Readonly<{ ledger: Ledger }>;

const linesMax = 100_000;

/** Settles, and books what is owed and paid since the settlement before, or since the beginning. */
export async function keepLedger(
  request: SettleRequest & Readonly<{ by: By }>,
): Promise<Result<Booked>> {
  const settled = await settle(request);
  if (!settled.ok) return settled;
  const { result, previous } = settled.value;
  const { by } = request;
  const count = result.lines.length;
  if (by === 'line' && count > linesMax) {
    return { ok: false, problems: [journalLinesOverMost(count)] };
  }
  const ledger =
    previous === undefined
      ? ledgerOf([result], by)
      : ledgerOf([standingAfter(previous), result], by);
  return { ok: true, value: { ...settled.value, ledger } };
}

/** Of a settlement read from a file: what was owed and what it left outstanding, and no more. */
function standingAfter(previous: PaidResult): PaidResult {
  const { changes: _, payable: __, reserved: ___, ...standing } = previous;
  return standing;
}

/** The ledger as a journal of hledger, piece by piece. */
export async function journalOf({ ledger, result, page }: Booked): Promise<Iterable<string>> {
  return journal(ledger, [
    `${page.read.contract.title}: what is owed ${wordsOfDays(result)}.`,
    `Terms ${result.contract}`,
    `Engine ${result.engine}, language ${result.language}`,
  ]);
}
