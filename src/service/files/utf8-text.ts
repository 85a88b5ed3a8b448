import { isAscii, isUtf8 } from 'node:buffer';

/**
 * Turns bytes that come in pieces into text, without splitting a character between two. It hands
 * out whole lines, but for lines that nobody would write, so that readers need not join them.
 */
export type Utf8Text = Readonly<{
  push: (bytes: Uint8Array) => string;
  end: () => string;
}>;

/** A line as long as this is handed out in parts. */
const heldMax = 1 << 17;

/**
 * Decodes UTF-8. What is no UTF-8 becomes U+FFFD, which the readers of facts refuse in its place,
 * and a byte-order mark stays where it is, so that nothing is swallowed in silence.
 */
export function utf8Text(): Utf8Text {
  let held: Buffer = Buffer.allocUnsafe(2 * heldMax);
  let length = 0;
  return {
    push: (bytes) => {
      if (length + bytes.length > held.length) held = longer(held, length + bytes.length);
      held.set(bytes, length);
      length += bytes.length;
      const joined = held.subarray(0, length);
      const whole = wholeLength(joined);
      const text = decode(joined.subarray(0, whole));
      held.copyWithin(0, whole, length);
      length -= whole;
      return text;
    },
    end: () => {
      const text = decode(held.subarray(0, length));
      length = 0;
      return text;
    },
  };
}

function longer(held: Buffer, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(2 * length);
  buffer.set(held);
  return buffer;
}

const lineFeed = 0x0a;

/** How many bytes to hand out: whole lines or, where one goes on for too long, whole characters. */
function wholeLength(bytes: Uint8Array): number {
  const lines = bytes.lastIndexOf(lineFeed) + 1;
  if (bytes.length - lines < heldMax) return lines;
  return bytes.length - unfinishedLength(bytes);
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Plain ASCII, which most files are throughout, is read as one byte a character. */
function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : lenient.decode(buffer);
}

/** How many bytes at the end may belong to a character that goes on in the next piece: up to 3. */
function unfinishedLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < characterLength(byte) ? back : 0;
  }
  return 0;
}

function characterLength(firstByte: number): number {
  if (firstByte >= 0xf0) return 4;
  return firstByte >= 0xe0 ? 3 : 2;
}
