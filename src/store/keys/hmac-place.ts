import { hash } from 'node:crypto';
import { assert } from '../../problem/index.ts';
import type { Key } from './seal.ts';

/**
 * Memory for HMAC with SHA-256 (RFC 2104) over one text after the other, under one key after the
 * other: nothing is made for a text, which for a short one would take longer than hashing it.
 */
export type HmacPlace = {
  /** The block of the key, changed as the inner hash has it; the text follows from `textStart`. */
  bytes: Buffer;
  /** Where the text ends. */
  end: number;
  /** The block of the key, changed as the outer hash has it, and the inner hash. */
  readonly outer: Buffer;
  /** All up to the end, and the text alone, by the end: most texts are as long as others before. */
  views: Views;
  texts: Views;
};

type Views = (Uint8Array | undefined)[];

const [keyLength, blockLength, hashLength] = [32, 64, 32];
const [innerChange, outerChange] = [0x36, 0x5c];

/** Where in its memory a text begins. */
export const textStart = blockLength;

const viewsMost = 2048;

/** Room for texts of so many bytes; it grows. */
export function hmacPlace(bytesLikely: number): HmacPlace {
  return {
    bytes: Buffer.alloc(blockLength + bytesLikely, innerChange),
    end: blockLength,
    outer: Buffer.alloc(blockLength + hashLength, outerChange),
    views: [],
    texts: [],
  };
}

/** Sees that there is room for so many bytes more. What is written already stays. */
export function makeRoom(place: HmacPlace, more: number): void {
  const { bytes, end } = place;
  if (end + more <= bytes.length) return;
  place.bytes = Buffer.alloc(2 * (end + more));
  place.bytes.set(bytes);
  place.views = [];
  place.texts = [];
}

/** Takes the key for what is hashed next: thirty-two bytes, which may stand among others. */
export function useKey({ bytes, outer }: HmacPlace, key: Key, from = 0): void {
  assert(key.length >= from + keyLength, 'a key has 32 bytes');
  for (let at = 0; at < keyLength; at += 1) {
    const byte = key[from + at] as number;
    bytes[at] = byte ^ innerChange;
    outer[at] = byte ^ outerChange;
  }
}

/** Forgets the key. */
export function forgetKey({ bytes, outer }: HmacPlace): void {
  bytes.fill(innerChange, 0, keyLength);
  outer.fill(outerChange, 0, keyLength);
}

/** Writes the HMAC of the text, or as much of it as there is room for. */
export function writeHmac(place: HmacPlace, into: Uint8Array): void {
  // Given as a text of single bytes it takes half as long as given as bytes.
  copyUnits(hash('sha256', viewOf(place), 'binary'), place.outer, blockLength);
  copyUnits(hash('sha256', place.outer, 'binary'), into, 0);
}

/** The text as it is now; it is there until the next is written. */
export function textIn({ bytes, end, texts }: HmacPlace): Uint8Array {
  return viewIn(texts, end) ?? keepView(texts, bytes.subarray(textStart, end), end);
}

function viewOf({ bytes, end, views }: HmacPlace): Uint8Array {
  return viewIn(views, end) ?? keepView(views, bytes.subarray(0, end), end);
}

function viewIn(views: Views, end: number): Uint8Array | undefined {
  return end < viewsMost ? views[end] : undefined;
}

function keepView(views: Views, view: Uint8Array, end: number): Uint8Array {
  if (end < viewsMost) views[end] = view;
  return view;
}

function copyUnits(text: string, into: Uint8Array, from: number): void {
  const length = Math.min(hashLength, into.length - from);
  for (let at = 0; at < length; at += 1) into[from + at] = text.charCodeAt(at);
}
