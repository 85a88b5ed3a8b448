import { assert } from '../../problem/index.ts';
import { copyOut } from '../copy-out.ts';
import type { Tx } from '../tx.ts';
import { dayOfField, uuidOf } from './binary-fields.ts';
import { isReference, type SealedFact } from './facts.ts';

/** Some rows of facts as the database sends them, and whom they are about. */
export type FactRows = Readonly<{
  bytes: Uint8Array;
  count: number;
  participants: readonly string[];
}>;

/** Of which programme; up to which fact as they came in, and of whom alone, where that is said. */
type FactsAsked = Readonly<{
  programme: string;
  through?: bigint | undefined;
  participants?: readonly string[] | undefined;
}>;

const bytesAtOnce = 1 << 20;

/**
 * The facts of a programme that whoever asks may see, participant by participant, as the database
 * sends them: they are told apart, and no object is made of them. `factsInRows` reads them,
 * wherever that is done.
 */
export async function* readFactRows(
  tx: Tx,
  { programme, through, participants }: FactsAsked,
): AsyncGenerator<FactRows> {
  const named = [programme, ...(participants ?? [])];
  assert(named.every(isReference), 'programmes and participants are named by their references');
  const upTo = through === undefined ? '' : `and number <= ${through}`;
  const whose =
    participants === undefined ? '' : `and participant = any('{${participants.join()}}'::uuid[])`;
  const pieces = copyOut(
    tx,
    `copy (select participant, id, known, state, replaces, number, sealed from fact
      where programme = '${programme}' ${upTo} ${whose} order by participant, id)
      to stdout (format binary)`,
  );
  let held: Buffer[] = [];
  let length = 0;
  const cut = rowCutter();
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < bytesAtOnce) continue;
    const { rows, rest } = cut(Buffer.concat(held));
    held = [rest];
    length = rest.length;
    if (rows.count > 0) yield rows;
  }
  const { rows } = cut(Buffer.concat(held));
  if (rows.count > 0) yield rows;
}

// The header: a signature of eleven bytes, flags, and the length of what follows, which is nothing.
const headLength = 19;

/** Cuts off the rows that have come whole. */
function rowCutter() {
  let isBegun = false;
  return (bytes: Buffer): Readonly<{ rows: FactRows; rest: Buffer }> => {
    const start = isBegun ? 0 : headLength;
    isBegun = true;
    const participants = new Set<string>();
    let [end, count, last] = [start, 0, ''];
    for (;;) {
      const next = endOfRow(bytes, end);
      if (next < 0) break;
      const own = bytes.toString('latin1', end + 6, end + 22);
      if (own !== last) participants.add(uuidOf(bytes.subarray(end + 6, end + 22)));
      [last, end] = [own, next];
      count += 1;
    }
    const rows = { bytes: bytes.subarray(start, end), count, participants: [...participants] };
    return { rows, rest: bytes.subarray(end) };
  };
}

/** Where the row that begins here ends; -1 where it has not come whole, or none follows. */
function endOfRow(bytes: Buffer, start: number): number {
  if (start + 2 > bytes.length) return -1;
  const fields = bytes.readInt16BE(start);
  if (fields < 0) return -1;
  let at = start + 2;
  for (let field = 0; field < fields; field += 1) {
    if (at + 4 > bytes.length) return -1;
    at += 4 + Math.max(0, bytes.readInt32BE(at));
  }
  return at > bytes.length ? -1 : at;
}

/** The facts in such rows, each while it is looked at. */
export function* factsInRows({
  buffer,
  byteOffset,
  byteLength,
}: Uint8Array): Generator<SealedFact> {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  let [at, whose, participant] = [0, '', ''];
  const field = (): Buffer | undefined => {
    const length = bytes.readInt32BE(at);
    at += 4 + Math.max(0, length);
    return length < 0 ? undefined : bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    at += 2;
    const [own, id, known, state, replaces, number, sealed] = [
      field(),
      field(),
      field(),
      field(),
      field(),
      field(),
      field(),
    ];
    assert(own && id && known && state && number && sealed, 'a fact has all that it must have');
    const mark = own.toString('latin1');
    if (mark !== whose) [whose, participant] = [mark, uuidOf(own)];
    yield {
      participant,
      id: uuidOf(id),
      known: dayOfField(known),
      state: state.toString('latin1'),
      replaces: replaces && uuidOf(replaces),
      number: number.readBigInt64BE(),
      sealed,
    };
  }
}
