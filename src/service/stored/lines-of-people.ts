import type { Tx } from '../../store/index.ts';
import { type KeptLine, linesInRows, type Of, readLineRows } from '../../store/money/index.ts';

/** Of whom lines are asked for, and in which currency they are. */
export type OfPeople = Readonly<{ currency: string; participants: readonly string[] }>;

/** The lines of some participants in a settlement, in place in line. */
export async function linesOfPeople(
  tx: Tx,
  of: Of,
  { currency, participants }: OfPeople,
): Promise<readonly KeptLine[]> {
  if (participants.length === 0) return [];
  const read = linesInRows(currency);
  const lines: KeptLine[] = [];
  for await (const rows of readLineRows(tx, of, participants)) lines.push(...read(rows));
  return lines;
}
