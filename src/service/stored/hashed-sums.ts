import type { PaidOwed, PaidResult, SeenLine } from '../../settlement/index.ts';
import { resultHash } from './result-hash.ts';
import { growingSums, type StatementSums } from './statement-sums.ts';

type Hashed = Readonly<{ resultHash: string; sums: StatementSums }>;

/** The hash of a whole result, and what is added up of its lines and changes as they pass by. */
export function hashedSums(
  { seen, changes, notPaid }: Pick<PaidOwed, 'seen' | 'changes' | 'notPaid'>,
  about: Omit<PaidResult, 'lines' | 'notPaid' | 'changes'>,
): Hashed {
  const sums = growingSums();
  const hash = resultHash({
    ...about,
    changes: passing(changes(), sums.addChange),
    lines: linesPassing(seen(), sums.addLine),
    notPaid: notPaid(),
  });
  return { resultHash: hash, sums: sums.close() };
}

function* passing<T>(items: Iterable<T>, look: (item: T) => void): Generator<T> {
  for (const item of items) {
    look(item);
    yield item;
  }
}

function* linesPassing(seen: Iterable<SeenLine>, look: (line: SeenLine['line']) => void) {
  for (const { line } of seen) {
    look(line);
    yield line;
  }
}
