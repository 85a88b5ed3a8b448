import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  openedLength,
  pieceLength,
  pieceOpener,
  sealedHeadLength,
  sealedPieceLength,
  sealPieces,
} from './sealed-pieces.ts';

const seal = { key: Buffer.alloc(32, 7), bound: 'evidence 12' };

test('what was sealed in pieces of any length opens to the same', async () => {
  const near = fc.integer({ min: -20, max: 20 });
  const lengths = fc.tuple(fc.integer({ min: 0, max: 3 }), near);
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 1, max: 90_000 }), async ([many, more], step) => {
      const plain = content(Math.max(1, many * pieceLength + more));
      const sealed = await sealedOf(plain, step);
      expect(openedLength(sealed.length)).toBe(plain.length);
      expect(opened(sealed, seal)?.equals(plain)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('another key or place, pieces moved, left out or changed, a cut end: none opens', async () => {
  const sealed = await sealedOf(content(2 * pieceLength + 100), 5000);
  const [head, ...pieces] = [
    sealed.subarray(0, sealedHeadLength),
    sealed.subarray(sealedHeadLength, sealedHeadLength + sealedPieceLength),
    sealed.subarray(sealedHeadLength + sealedPieceLength, -116),
    sealed.subarray(-116),
  ];
  const [first, second, third] = pieces;
  const from = (...parts: (Buffer | undefined)[]) =>
    opened(Buffer.concat(parts.flatMap((part) => part ?? [])), seal);
  expect(from(head, first, second, third)).toBeDefined();
  expect(from(head, second, first, third)).toBeUndefined();
  expect(from(head, first, third)).toBeUndefined();
  expect(from(head, first, second)).toBeUndefined();
  expect(from(head, third)).toBeUndefined();
  expect(opened(sealed, { ...seal, bound: 'evidence 13' })).toBeUndefined();
  expect(opened(sealed, { ...seal, key: Buffer.alloc(32, 8) })).toBeUndefined();
  for (const at of [0, 9, 45, 70_000, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(opened(changed, seal)).toBeUndefined();
  }
});

test('the same content is never sealed to the same bytes', async () => {
  const [one, other] = await Promise.all([sealedOf(content(50), 50), sealedOf(content(50), 50)]);
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
});

function content(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 31) % 251));
}

async function sealedOf(plain: Buffer, step: number): Promise<Buffer> {
  async function* source() {
    for (let at = 0; at < plain.length; at += step) yield plain.subarray(at, at + step);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of sealPieces(source(), seal)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function opened(sealed: Buffer, by: typeof seal): Buffer | undefined {
  const open = pieceOpener(sealed.subarray(0, sealedHeadLength), by);
  const count = Math.ceil((sealed.length - sealedHeadLength) / sealedPieceLength);
  const pieces = Array.from({ length: count }, (_, number) => {
    const at = sealedHeadLength + number * sealedPieceLength;
    return open?.(sealed.subarray(at, at + sealedPieceLength), {
      number,
      isLast: number === count - 1,
    });
  });
  return pieces.includes(undefined)
    ? undefined
    : Buffer.concat(pieces.flatMap((piece) => piece ?? []));
}
