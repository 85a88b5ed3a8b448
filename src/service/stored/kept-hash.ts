import type { Tx } from '../../store/index.ts';
import {
  daysPaid,
  getLeft,
  getPayable,
  getSummary,
  type KeptLine,
  type Of,
} from '../../store/money/index.ts';
import { changesInTurn, linesInTurn } from './kept-in-turn.ts';
import { resultHashInTurn } from './result-hash.ts';

/** The hash of a settlement as it is kept, of which no more is held than some lines at a time. */
export async function keptHash(tx: Tx, of: Of): Promise<string> {
  const { payable: terms, ...rest } = (await getSummary(tx, of)).summary;
  const { currency } = rest;
  const { outstanding, gone } = await getLeft(tx, of, currency);
  const payable = { ...terms, statements: await getPayable(tx, of, currency) };
  const days = new Map(gone);
  const lines = () => linesInTurn(tx, of, currency);
  return resultHashInTurn(
    { ...rest, payable },
    {
      changes: changesInTurn(tx, of, currency),
      lines: mapped(lines(), ({ line, paidOn }) => {
        if (paidOn !== null) days.set(line.line, paidOn);
        return [line];
      }),
      notPaid: mapped(lines(), ({ notPaid }) => notPaid),
      outstanding: () => ({ ...outstanding, paid: daysPaid(days) }),
    },
  );
}

async function* mapped<T>(
  pieces: AsyncIterable<readonly KeptLine[]>,
  what: (line: KeptLine) => readonly T[],
): AsyncGenerator<readonly T[]> {
  for await (const lines of pieces) yield lines.flatMap(what);
}
