/** A text and its code units, which an array gives far sooner than a text does. */
export type TextUnits = { text: string; units: Uint16Array; bytes: Uint8Array };

export function textUnits(): TextUnits {
  return { text: '', units: new Uint16Array(0), bytes: new Uint8Array(0) };
}

const encoder = new TextEncoder();

/** Takes another text. What the arrays hold beyond it is of texts before. */
export function useText(holder: TextUnits, text: string): void {
  const { length } = text;
  if (length > holder.units.length) {
    holder.units = new Uint16Array(2 * length);
    holder.bytes = new Uint8Array(2 * length);
  }
  holder.text = text;
  const { units, bytes } = holder;
  // Bytes are as many as code units only where each is ASCII, and then they are the same.
  const isPlain = encoder.encodeInto(text, bytes).written === length;
  if (isPlain) units.set(bytes.subarray(0, length));
  else for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at);
}
