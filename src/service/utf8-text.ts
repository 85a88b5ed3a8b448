import { isAscii, isUtf8 } from 'node:buffer';

/** Turns bytes that come in pieces into text, without splitting a character between two. */
export type Utf8Text = Readonly<{
  push: (bytes: Uint8Array) => string;
  end: () => string;
}>;

/**
 * Decodes UTF-8. What is no UTF-8 becomes U+FFFD, which the readers of facts refuse in its place,
 * and a byte-order mark stays where it is, so that nothing is swallowed in silence.
 */
export function utf8Text(): Utf8Text {
  let rest: Uint8Array = new Uint8Array();
  return {
    push: (bytes) => {
      const joined = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const whole = joined.length - unfinishedLength(joined);
      rest = joined.subarray(whole);
      return decode(joined.subarray(0, whole));
    },
    end: () => {
      const text = decode(rest);
      rest = new Uint8Array();
      return text;
    },
  };
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
