import type { Contract } from '../contract.ts';
import { otherLines } from '../other-lines.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';

/** Lines are known by what they are for, so that an outcome is not called grant or fee. */
export function checkLineNames({ outcomes, measures }: Contract, reader: Reader): void {
  for (const named of [...outcomes.outcomes, ...(measures?.measures ?? [])]) {
    const other = otherLines.find((line) => line === named.name.toLowerCase());
    if (other === undefined) continue;
    complain(reader, rangeOf(reader, named), {
      code: 'outcome.named_as_another_line',
      message: `"${named.name}" is what lines of another sort are called on every page.`,
      help: 'Give it a name that says what is achieved.',
    });
  }
}
