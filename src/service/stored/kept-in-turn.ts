import type { Tx } from '../../store/index.ts';
import {
  type KeptLine,
  linesInRows,
  listChanges,
  type Of,
  readLineRows,
} from '../../store/money/index.ts';

/** The lines of a settlement in place in line, some at a time. */
export async function* linesInTurn(
  tx: Tx,
  of: Of,
  currency: string,
): AsyncGenerator<readonly KeptLine[]> {
  const read = linesInRows(currency);
  for await (const rows of readLineRows(tx, of)) yield read(rows);
}

const changesAtOnce = 5000;

/** The changes of a settlement in their order, some at a time. */
export async function* changesInTurn(tx: Tx, of: Of, currency: string) {
  let after = 0;
  for (;;) {
    const found = await listChanges(tx, { ...of, currency, after, most: changesAtOnce });
    yield found.map(({ change }) => change);
    const last = found.at(-1);
    if (last === undefined || found.length < changesAtOnce) return;
    after = last.place;
  }
}
