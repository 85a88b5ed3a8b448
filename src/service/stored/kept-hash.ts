import type { Tx } from '../../store/index.ts';
import {
  daysPaid,
  getLeft,
  getPayable,
  getSummary,
  type KeptLine,
  linesInRows,
  listChanges,
  type Of,
  readLineRows,
} from '../../store/money/index.ts';
import { resultHashInTurn } from './result-hash.ts';

/** The hash of a settlement as it is kept, of which no more is held than some lines at a time. */
export async function keptHash(tx: Tx, of: Of): Promise<string> {
  const { payable: terms, ...rest } = (await getSummary(tx, of)).summary;
  const { currency } = rest;
  const { outstanding, gone } = await getLeft(tx, of, currency);
  const payable = { ...terms, statements: await getPayable(tx, of, currency) };
  const days = new Map(gone);
  const lines = linesOf(tx, of, currency);
  return resultHashInTurn(
    { ...rest, payable },
    {
      changes: changesOf(tx, of, currency),
      lines: mapped(lines(), ({ line, paidOn }) => {
        if (paidOn !== null) days.set(line.line, paidOn);
        return [line];
      }),
      notPaid: mapped(lines(), ({ notPaid }) => notPaid),
      outstanding: () => ({ ...outstanding, paid: daysPaid(days) }),
    },
  );
}

function linesOf(tx: Tx, of: Of, currency: string) {
  return async function* (): AsyncGenerator<readonly KeptLine[]> {
    const read = linesInRows(currency);
    for await (const rows of readLineRows(tx, of)) yield read(rows);
  };
}

async function* mapped<T>(
  pieces: AsyncIterable<readonly KeptLine[]>,
  what: (line: KeptLine) => readonly T[],
): AsyncGenerator<readonly T[]> {
  for await (const lines of pieces) yield lines.flatMap(what);
}

const changesAtOnce = 5000;

async function* changesOf(tx: Tx, of: Of, currency: string) {
  let after = 0;
  for (;;) {
    const found = await listChanges(tx, { ...of, currency, after, most: changesAtOnce });
    yield found.map(({ change }) => change);
    const last = found.at(-1);
    if (last === undefined || found.length < changesAtOnce) return;
    after = last.place;
  }
}
