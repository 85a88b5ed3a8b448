const tabColumns = 4;

/**
 * The text as it can safely be put on a screen: tabs as spaces up to the next tab stop, control
 * characters as their pictures, and a replacement character for marks that cannot be seen or that
 * turn the writing direction, which could make a line read as something it does not say. The
 * column at which the text begins decides where its tab stops are.
 */
export function shownText(text: string, startColumn = 0): string {
  if (isPlain(text)) return text;
  let shown = '';
  let column = startColumn;
  for (const letter of text) {
    const drawn = letter === '\t' ? ' '.repeat(tabColumns - (column % tabColumns)) : safe(letter);
    shown += drawn;
    column += shownWidth(drawn);
  }
  return shown;
}

/** How many columns the text takes in a fixed-width face. */
export function shownWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let columns = 0;
  let joined = false;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (!joined && !isWithoutWidth(code)) columns += isWide(code) ? 2 : 1;
    joined = code === 0x200d;
  }
  return columns;
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function safe(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code > 0x7f && code < 0xa0) return '\ufffd';
  return isHidden(code) || isHalfPair(code) ? '\ufffd' : letter;
}

/** Turns the direction, breaks the line, or stands there without being seen. */
function isHidden(code: number): boolean {
  const isDirection = code === 0x200e || code === 0x200f || code === 0x061c;
  const isOverride = code >= 0x202a && code <= 0x202e;
  const isIsolate = code >= 0x2066 && code <= 0x2069;
  const isBreak = code === 0x2028 || code === 0x2029;
  const isUnseen = code === 0x200b || code === 0x2060 || code === 0xfeff;
  return isDirection || isOverride || isIsolate || isBreak || isUnseen;
}

function isHalfPair(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function isWithoutWidth(code: number): boolean {
  if (code < 0x300) return false;
  if (code === 0x200c || code === 0x200d) return true;
  if (code >= 0xfe00 && code <= 0xfe0f) return true;
  if (code >= 0x1f3fb && code <= 0x1f3ff) return true;
  return /^[\p{Mn}\p{Me}]$/u.test(String.fromCodePoint(code));
}

/** First and last code points of what East Asian Width (Unicode UAX 11) calls wide. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2705, 0x2705],
  [0x274c, 0x274c],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f1e6, 0x1f64f],
  [0x1f680, 0x1f6fc],
  [0x1f7e0, 0x1f7eb],
  [0x1f90c, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= 0x1100 && wideRanges.some(([first, last]) => code >= first && code <= last);
}
