import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from '../keys/derive-key.ts';
import type { Key } from '../keys/seal.ts';

// A stored file is
//   outfile1   8 bytes
//   salt      32 bytes, drawn for the file
//   pieces    of 65,536 bytes each, the last of 1 to 65,536, every one followed by its tag of 16
// Each piece is sealed with AES-256 in Galois counter mode under a key for this file alone: the
// first block of HKDF-Expand over the given key, with "file" and the salt. The nonce is 7 zeros,
// the number of the piece (4 bytes, the highest first) and 1 for the last piece, else 0, so that
// pieces can be neither moved, left out nor cut off at the end. This is the STREAM construction
// (Hoang, Reyhanitabar, Rogaway, Vizar: Online Authenticated-Encryption, CRYPTO 2015, section 7).

const magic = Buffer.from('outfile1');
const saltLength = 32;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

export const pieceLength = 65_536;
export const sealedHeadLength = magic.length + saltLength;
export const sealedPieceLength = pieceLength + tagLength;

/** The key of whoever a file is about, and what the file is bound to: the place that names it. */
export type FileSeal = Readonly<{ key: Key; bound: string }>;

/** Seals a file piece by piece, so that one of any size takes little room. */
export async function* sealPieces(
  content: AsyncIterable<Uint8Array>,
  seal: FileSeal,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(saltLength);
  const key = fileKey(seal.key, salt);
  yield Buffer.concat([magic, salt]);
  let number = 0;
  let held: Buffer | undefined;
  for await (const piece of evenPieces(content)) {
    if (held !== undefined) yield sealPiece(held, { key, bound: seal.bound, number: number++ });
    held = piece;
  }
  const last = held ?? Buffer.alloc(0);
  yield sealPiece(last, { key, bound: seal.bound, number, isLast: true });
}

/** How many bytes a stored file of this size opens to; undefined where none has this size. */
export function openedLength(size: number): number | undefined {
  const sealed = size - sealedHeadLength;
  const pieces = Math.ceil(sealed / sealedPieceLength);
  const length = sealed - pieces * tagLength;
  return length > 0 && sealed - (pieces - 1) * sealedPieceLength > tagLength ? length : undefined;
}

/** Opens the pieces of one stored file; undefined for one that is not what was sealed there. */
export function pieceOpener(head: Buffer, seal: FileSeal): PieceOpener | undefined {
  if (!head.subarray(0, magic.length).equals(magic)) return undefined;
  const key = fileKey(seal.key, head.subarray(magic.length));
  return (sealed, place) => openPiece(sealed, { key, bound: seal.bound, ...place });
}

export type PieceOpener = (
  sealed: Buffer,
  place: Readonly<{ number: number; isLast: boolean }>,
) => Buffer | undefined;

type Piece = Readonly<{ key: Key; bound: string; number: number; isLast?: boolean }>;

function sealPiece(plain: Buffer, piece: Piece): Buffer {
  const cipher = createCipheriv(algorithm, piece.key, nonceOf(piece));
  cipher.setAAD(Buffer.from(piece.bound));
  const sealed = cipher.update(plain);
  cipher.final();
  return Buffer.concat([sealed, cipher.getAuthTag()]);
}

function openPiece(sealed: Buffer, piece: Piece): Buffer | undefined {
  if (sealed.length < tagLength) return undefined;
  const options = { authTagLength: tagLength };
  const decipher = createDecipheriv(algorithm, piece.key, nonceOf(piece), options);
  decipher.setAAD(Buffer.from(piece.bound));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const plain = decipher.update(sealed.subarray(0, -tagLength));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

function nonceOf({ number, isLast = false }: Piece): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function fileKey(key: Key, salt: Uint8Array): Buffer {
  return deriveKey(key, Buffer.concat([Buffer.from('file'), salt]));
}

// Pieces as they come have any length.
async function* evenPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let room = Buffer.allocUnsafe(pieceLength);
  let used = 0;
  for await (const piece of content) {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.subarray(at, at + pieceLength - used);
      room.set(taken, used);
      used += taken.length;
      at += taken.length;
      if (used < pieceLength) continue;
      yield room;
      room = Buffer.allocUnsafe(pieceLength);
      used = 0;
    }
  }
  if (used > 0) yield room.subarray(0, used);
}
