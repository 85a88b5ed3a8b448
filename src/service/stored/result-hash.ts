import { createHash } from 'node:crypto';

/**
 * SHA-256 of a result in canonical JSON (RFC 8785): the same as of the whole text, which is never
 * held whole, as the lines of a nation are more than a text can be. Lists may be made as they are
 * looked at. What `outturn settle --format json` writes has this hash wherever it is worked out.
 */
export function resultHash(result: object): string {
  const hash = openHash();
  writeCanonical(result, hash.put);
  return hash.digest();
}

/** A list that comes some items at a time, or what is known once all before it has come. */
export type InTurn = AsyncIterable<readonly unknown[]> | (() => unknown);

/** The same of a result of which some parts come by and by, each when those before it have. */
export async function resultHashInTurn(
  result: Readonly<Record<string, unknown>>,
  inTurn: Readonly<Record<string, InTurn>>,
): Promise<string> {
  const { put, digest } = openHash();
  let before = '{';
  for (const [key, written] of keysInOrder({ ...result, ...inTurn })) {
    const own = inTurn[key] ?? result[key];
    if (own === undefined) continue;
    put(before + written);
    before = ',';
    if (typeof own === 'function') writeCanonical(own(), put);
    else if (isInTurn(own)) await writeInTurn(own, put);
    else writeCanonical(own, put);
  }
  put('}');
  return digest();
}

function isInTurn(value: unknown): value is AsyncIterable<readonly unknown[]> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function writeInTurn(pieces: AsyncIterable<readonly unknown[]>, put: Put): Promise<void> {
  let before = '[';
  for await (const items of pieces) {
    for (const item of items) {
      put(before);
      writeCanonical(item, put);
      before = ',';
    }
  }
  put(before === '[' ? '[]' : ']');
}

const textAtOnce = 1 << 16;

function openHash(): Readonly<{ put: Put; digest: () => string }> {
  const hash = createHash('sha256');
  let text = '';
  return {
    put: (piece) => {
      text += piece;
      if (text.length < textAtOnce) return;
      hash.update(text);
      text = '';
    },
    digest: () => `sha256:${hash.update(text).digest('hex')}`,
  };
}

type Put = (piece: string) => void;

function writeCanonical(value: unknown, put: Put): void {
  if (typeof value !== 'object' || value === null) put(JSON.stringify(value));
  else if (Symbol.iterator in value) writeList(value as Iterable<unknown>, put);
  else writeObject(value, put);
}

function writeList(items: Iterable<unknown>, put: Put): void {
  let before = '[';
  for (const item of items) {
    put(before);
    writeCanonical(item, put);
    before = ',';
  }
  put(before === '[' ? '[]' : ']');
}

/** Keys stand in the order of their code units; what is undefined is left out. */
function writeObject(value: object, put: Put): void {
  let before = '{';
  for (const [key, written] of keysInOrder(value)) {
    const own = (value as Readonly<Record<string, unknown>>)[key];
    if (own === undefined) continue;
    put(before + written);
    writeCanonical(own, put);
    before = ',';
  }
  put(before === '{' ? '{}' : '}');
}

type WrittenKeys = readonly (readonly [key: string, written: string])[];

// Lines have the same keys again and again.
const known = new Map<string, WrittenKeys>();
const knownMost = 10_000;

function keysInOrder(value: object): WrittenKeys {
  const keys = Object.keys(value);
  const name = keys.join('\n');
  const before = known.get(name);
  if (before !== undefined) return before;
  const inOrder = keys.toSorted((one, other) => (one < other ? -1 : 1));
  const written = inOrder.map((key) => [key, `${JSON.stringify(key)}:`] as const);
  if (known.size < knownMost) known.set(name, written);
  return written;
}
