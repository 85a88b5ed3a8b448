import { type Incoming, writeUuidText } from '../../store/facts/index.ts';
import { type HmacPlace, hmacPlace, type Key, textStart, useKey } from '../../store/keys/index.ts';
import { putText } from './put-text.ts';

/** Memory on which one fact after the other is written, marked and sealed. */
export type SealingDesk = Readonly<{
  /** What a fact says, and its fingerprint. */
  text: HmacPlace;
  /** The sender's own reference, and its mark; what is the same of all ends at `markFrom`. */
  mark: HmacPlace;
  markFrom: number;
  /** What a sealed fact is bound to, of which all but two references is the same. */
  bound: Uint8Array;
  row: Incoming;
}>;

/** Whose facts lie on a desk, and into which programme they go. */
export type DeskGround = Readonly<{ programme: string; organisation: string; markKey: Key }>;

const uuidLength = 36;

export function sealingDesk({ programme, organisation, markKey }: DeskGround): SealingDesk {
  const mark = hmacPlace(1024);
  useKey(mark, markKey);
  mark.end = textStart;
  putText(mark, `mark\0${organisation}/fact/`);
  return {
    text: hmacPlace(4096),
    mark,
    markFrom: mark.end,
    bound: Buffer.from(`fact/${programme}/${'-'.repeat(uuidLength)}/${'-'.repeat(uuidLength)}`),
    row: emptyRow(),
  };
}

/** Binds what is sealed next to whom it is about and to its id, and to no other place. */
export function bindTo({ bound }: SealingDesk, participant: Uint8Array, id: Uint8Array): void {
  writeUuidText(bound, bound.length - 2 * uuidLength - 1, participant);
  writeUuidText(bound, bound.length - uuidLength, id);
}

function emptyRow(): Incoming {
  return {
    participant: new Uint8Array(16),
    id: new Uint8Array(16),
    mark: new Uint8Array(16),
    provider: null,
    state: new Uint8Array(0),
    fingerprint: new Uint8Array(32),
    sealedLength: 0,
    replacesMark: new Uint8Array(16),
    replaces: null,
  };
}
