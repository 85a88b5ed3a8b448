import type { Result } from '../../problem/index.ts';
import {
  type Owed,
  type OwedByColumn,
  type PaidResult,
  type SettlementResult,
  settlementResult,
  unpaidLines,
} from '../../settlement/index.ts';
import { columnsOfOwed } from '../columns/columns-of-owed.ts';
import { writeColumnChunks } from '../line-files/write-column-chunks.ts';
import type { Settled } from '../settling/settle.ts';
import { type SettlementSums, sumsOfOwed } from '../settling/settlement-sums.ts';
import { type LargeRequest, settleLargeFacts } from './settle-large.ts';

/** A result but for what it has of each line. */
export type ResultWithoutLines = Omit<PaidResult, 'lines' | 'notPaid'>;

/** A settlement of which the lines stand in a file, and what they come to. */
export type WrittenSettlement = Omit<Settled, 'result' | 'previous'> &
  Readonly<{
    result: ResultWithoutLines;
    sums: SettlementSums;
    /** The result with what of its lines is not paid, made when it is asked for. */
    withUnpaid: () => Omit<PaidResult, 'lines'>;
  }>;

/** Settles facts of which there are too many for an object each; writes the lines to Parquet. */
export async function settleToFile(
  request: LargeRequest,
  file: string,
): Promise<Result<WrittenSettlement> | undefined> {
  const settled = await settleLargeFacts(request, async (found) => {
    const { source: _, since: __, digest, ...told } = found;
    return { ...told, facts: await digest() };
  });
  if (settled === undefined) return undefined;
  const { owed, facts, ...rest } = settled;
  const { read, hashes } = rest.page;
  const about = { contract: hashes.contract ?? '', language: read.contract.language };
  const { notPaid: _, ...result } = resultWith(owed, about, []);
  request.onProgress?.({ doing: 'Writing', done: 0, total: owed.rows.length, unit: 'lines' });
  const written = await writeColumnChunks(file, columnsOfOwed(owed, result, facts));
  if (!written.ok) return written;
  const sums = sumsOfOwed(owed, read.contract);
  const withUnpaid = () => resultWith(owed, about, unpaidLines(owed));
  return { ok: true, value: { ...rest, result, sums, withUnpaid } };
}

/** A result in its documented keys, without the lines. */
function resultWith(
  owed: OwedByColumn,
  about: Parameters<typeof settlementResult>[1],
  notPaid: Owed['notPaid'],
): Omit<SettlementResult, 'lines'> {
  const { lines: _, ...result } = settlementResult({ ...owed, lines: [], notPaid }, about);
  return result;
}
