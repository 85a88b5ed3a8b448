import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** So much text is given as it is. */
const plainMost = 1 << 20;

/**
 * A text that is made piece by piece, to be given once all of it is there: whoever takes it slowly
 * keeps nobody waiting who made it. What is long is held packed, at about a tenth of its length,
 * and no more of it than that, as it may be longer than any one text can be.
 */
export async function packedText(pieces: AsyncIterable<string>): Promise<string | Readable> {
  const given = pieces[Symbol.asyncIterator]();
  let text = '';
  while (text.length <= plainMost) {
    const { value, done } = await given.next();
    if (done === true) return text;
    text += value;
  }
  const packed: Uint8Array[] = [];
  const rest = { [Symbol.asyncIterator]: () => given };
  await pipeline(bytesOf(text, rest), createGzip({ level: 1 }), async (made) => {
    for await (const piece of made) packed.push(piece as Uint8Array);
  });
  return Readable.from(packed).pipe(createGunzip());
}

const textAtOnce = 1 << 16;

async function* bytesOf(first: string, rest: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = first;
  for await (const piece of rest) {
    text += piece;
    if (text.length < textAtOnce) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
