import type { Answer, GivenFile, Visit } from '../../http/index.ts';
import type { Result } from '../../problem/index.ts';
import { journalFile, paymentFile, settlementFile } from '../../service/money/index.ts';
import { showRefused } from '../show.tsx';

/** A file about a settlement: its lines, changes or whole result. */
export async function giveSettlementFile(visit: Visit): Promise<Answer> {
  const { programme, settlement, what } = visit.params;
  return give(visit, await visit.perform(settlementFile, { programme, settlement, what }));
}

/** What is to be paid on a settlement; to a payer its own rows. */
export async function givePaymentFile(visit: Visit): Promise<Answer> {
  const { programme, settlement } = visit.params;
  return give(visit, await visit.perform(paymentFile, { programme, settlement }));
}

/** The ledger as a journal. */
export async function giveJournal(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  return give(visit, await visit.perform(journalFile, { programme }));
}

type Given = Result<Readonly<{ name: string; mediaType: string; body: unknown }>>;

/** Hands a file out, or says why not. */
export function give(visit: Visit, found: Given): Answer {
  if (!found.ok) return showRefused(visit, found.problems);
  const { name, mediaType, body } = found.value;
  return { kind: 'file', file: { name, mediaType, body: body as GivenFile['body'] } };
}
