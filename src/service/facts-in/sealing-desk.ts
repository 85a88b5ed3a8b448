import type { Incoming } from '../../store/facts/index.ts';
import { type HmacPlace, hmacPlace, type Key, textStart, useKey } from '../../store/keys/index.ts';
import { putText } from './put-text.ts';

/** Memory on which one fact after the other is written and marked. */
export type SealingDesk = Readonly<{
  /** What a fact says, and its fingerprint. */
  text: HmacPlace;
  /** The sender's own reference, and its mark; what is the same of all ends at `markFrom`. */
  mark: HmacPlace;
  markFrom: number;
  row: Incoming;
}>;

/** Whose facts lie on a desk. */
export type DeskGround = Readonly<{ organisation: string; markKey: Key }>;

export function sealingDesk({ organisation, markKey }: DeskGround): SealingDesk {
  const mark = hmacPlace(1024);
  useKey(mark, markKey);
  mark.end = textStart;
  putText(mark, `mark\0${organisation}/fact/`);
  return {
    text: hmacPlace(4096),
    mark,
    markFrom: mark.end,
    row: emptyRow(),
  };
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
