import { dayOf } from '../../calendar/index.ts';
import { type HmacPlace, makeRoom } from '../../store/keys/index.ts';

// Texts are mostly short and plain: they are written letter by letter into memory that is there.
const [firstPlain, lastPlain, quote, backslash] = [0x20, 0x7e, 0x22, 0x5c];

/** Writes a text as it stands, in UTF-8. */
export function putText(place: HmacPlace, text: string): void {
  makeRoom(place, 3 * text.length);
  const { bytes, end } = place;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > lastPlain) {
      place.end = end + bytes.write(text, end, 'utf8');
      return;
    }
    bytes[end + at] = unit;
  }
  place.end = end + text.length;
}

/** Writes a text as it stands between quotes in JSON. */
export function putJson(place: HmacPlace, text: string): void {
  makeRoom(place, text.length);
  const { bytes, end } = place;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isPlain = unit >= firstPlain && unit <= lastPlain && unit !== quote && unit !== backslash;
    if (!isPlain) {
      putText(place, JSON.stringify(text).slice(1, -1));
      return;
    }
    bytes[end + at] = unit;
  }
  place.end = end + text.length;
}

/** Writes bytes that are the same each time. */
export function putBytes(place: HmacPlace, some: Uint8Array): void {
  makeRoom(place, some.length);
  const { bytes, end } = place;
  for (let at = 0; at < some.length; at += 1) bytes[end + at] = some[at] as number;
  place.end = end + some.length;
}

const dayLength = 10;
const daysMost = 2 ** 16;
const dayTexts = new Uint8Array(daysMost * dayLength);

/** Writes a day. Days come again and again: the text of each is made once. */
export function putDay(place: HmacPlace, day: number): void {
  if (!(day >= 0 && day < daysMost)) {
    putText(place, dayOf(day));
    return;
  }
  const first = day * dayLength;
  if (dayTexts[first] === 0) dayTexts.set(Buffer.from(dayOf(day)), first);
  makeRoom(place, dayLength);
  const { bytes, end } = place;
  for (let at = 0; at < dayLength; at += 1) bytes[end + at] = dayTexts[first + at] as number;
  place.end = end + dayLength;
}
