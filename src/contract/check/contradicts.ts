import { placeOf } from '../page/source.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';

/** Complains of a sentence or table that says again, perhaps otherwise, what another has said. */
export function contradicts(first: object, other: object, reader: Reader): void {
  const { line } = placeOf(reader.source, rangeOf(reader, first));
  complain(reader, rangeOf(reader, other), {
    code: 'sentence.said_otherwise',
    message: `Line ${line} has said this, perhaps otherwise, and only one of the two can hold.`,
    help: 'Take one of the two out.',
  });
}
