import { eachToSeal, type IncomingColumns } from '../../store/facts/index.ts';
import { type HeldKey, holdKey, plainFrom, sealInto, sealLength } from '../../store/keys/index.ts';
import { bindTo, placeBound } from './bound-place.ts';
import type { WrittenFacts, WrittenRows } from './write-facts.ts';

/** Facts that are sealed, as they are sent to the store: those that replace others apart. */
export type SealedFacts = Readonly<{
  plain: IncomingColumns | undefined;
  replacing: IncomingColumns | undefined;
}>;

/** What seals the facts of one intake, and has the keys of all who have come so far. */
export type Sealer = Readonly<{ keys: HeldKey[]; bound: Uint8Array }>;

export function openSealer(programme: string): Sealer {
  return { keys: [], bound: placeBound(programme) };
}

const keyLength = 32;

/** Seals facts in the order in which they were written, in the place in which they stand. */
export function sealFacts(sealer: Sealer, { plain, replacing, keys }: WrittenFacts): SealedFacts {
  for (let at = 0; at < keys.length; at += keyLength) {
    sealer.keys.push(holdKey(keys.subarray(at, at + keyLength)));
  }
  return { plain: sealRows(sealer, plain), replacing: sealRows(sealer, replacing) };
}

/** Seals what each row says under the key of whom it is about, bound to its place. */
function sealRows(
  { keys, bound }: Sealer,
  written: WrittenRows | undefined,
): IncomingColumns | undefined {
  if (written === undefined) return undefined;
  const { columns, whose } = written;
  eachToSeal(columns, ({ row, participant, id, bytes, at, length }) => {
    bindTo(bound, participant, id);
    const first = at + plainFrom;
    const plain = bytes.subarray(first, first + length - sealLength);
    sealInto({ bytes, at }, keys[whose[row] as number] as HeldKey, { plain, bound });
  });
  return columns;
}
