/** What a key holds; a number keeps the digits that were written. */
export type FlatType = 'text' | 'number' | 'empty' | 'true or false' | 'list or object';

/** One key and its value in an object, with where the value stands. */
export type FlatEntry = Readonly<{
  key: string;
  value: string;
  type: FlatType;
  keyStart: number;
  start: number;
  end: number;
}>;

/** The entries up to where the text stopped being one flat object, and what is wrong there. */
export type FlatObject = Readonly<{
  entries: readonly FlatEntry[];
  wrong?: Readonly<{ at: number; what: string }>;
}>;

const space = /[ \t\r]*/y;
const numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[a-z]+/y;

/**
 * Reads one flat JSON object (RFC 8259), its keys in order and repeated ones kept. `JSON.parse`
 * would drop a repeated key and round a number without a word, and does not say where it stopped.
 */
export function parseFlatJson(line: string): FlatObject {
  const entries: FlatEntry[] = [];
  let at = skip(line, 0);
  if (line[at] !== '{') return stop(entries, at, 'it does not start with "{"');
  at = skip(line, at + 1);
  if (line[at] === '}') return close(line, at, entries);
  for (;;) {
    const keyStart = at;
    const key = readText(line, at);
    if (key === undefined) return stop(entries, at, 'a key in quotes was awaited');
    at = skip(line, key.end);
    if (line[at] !== ':') return stop(entries, at, 'a ":" was awaited after the key');
    at = skip(line, at + 1);
    const value = readValue(line, at);
    if (value === undefined) return stop(entries, at, 'a value was awaited');
    entries.push({ key: key.text, ...value, keyStart, start: at });
    if (value.type === 'list or object') return { entries };
    at = skip(line, value.end);
    if (line[at] === '}') return close(line, at, entries);
    if (line[at] !== ',') return stop(entries, at, 'a "," or "}" was awaited');
    at = skip(line, at + 1);
  }
}

function close(line: string, at: number, entries: readonly FlatEntry[]): FlatObject {
  const next = skip(line, at + 1);
  return next === line.length ? { entries } : stop(entries, next, 'there is more after the "}"');
}

function stop(entries: readonly FlatEntry[], at: number, what: string): FlatObject {
  return { entries, wrong: { at, what } };
}

function skip(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (code !== 32 && code !== 9 && code !== 13) return at;
  space.lastIndex = at;
  space.test(line);
  return space.lastIndex;
}

type Value = Readonly<{ value: string; type: FlatType; end: number }>;

function readValue(line: string, at: number): Value | undefined {
  const first = line[at];
  if (first === '"') {
    const text = readText(line, at);
    return text && { value: text.text, type: 'text', end: text.end };
  }
  // Facts have no lists and no objects, so that nothing deep is ever walked through.
  if (first === '[' || first === '{') return { value: '', type: 'list or object', end: at + 1 };
  const digits = match(numeral, line, at);
  if (digits !== undefined) return { value: digits, type: 'number', end: at + digits.length };
  const literal = match(word, line, at);
  const end = at + (literal?.length ?? 0);
  if (literal === 'null') return { value: '', type: 'empty', end };
  if (literal !== 'true' && literal !== 'false') return undefined;
  return { value: literal, type: 'true or false', end };
}

function match(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}

type Text = Readonly<{ text: string; end: number }>;

function readText(line: string, at: number): Text | undefined {
  if (line[at] !== '"') return undefined;
  const end = closingQuote(line, at + 1);
  if (end < 0) return undefined;
  const inside = line.slice(at + 1, end);
  if (!inside.includes('\\')) return { text: inside, end: end + 1 };
  const text = unescaped(line.slice(at, end + 1));
  return text === undefined ? undefined : { text, end: end + 1 };
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && isEscaped(line, at, from)) at = line.indexOf('"', at + 1);
  return at;
}

/** An odd number of backslashes stands before it. */
function isEscaped(line: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before >= from && line[before] === '\\') before -= 1;
  return (at - 1 - before) % 2 === 1;
}

function unescaped(quoted: string): string | undefined {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
