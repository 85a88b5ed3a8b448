import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** What went through: how many bytes, how many lines ended in them, and their SHA-256. */
export type Measured = Readonly<{ bytes: number; lines: number; sha256: string }>;

/** Lets everything through as it comes, and says afterwards what it was. */
export function measure(): Readonly<{ through: Transform; measured: () => Measured }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  const through = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      bytes += piece.length;
      lines += lineEndsIn(piece);
      done(null, piece);
    },
  });
  return { through, measured: () => ({ bytes, lines, sha256: hash.digest('hex') }) };
}

const lineEnd = 10;

function lineEndsIn(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(lineEnd); at >= 0; at = piece.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}
