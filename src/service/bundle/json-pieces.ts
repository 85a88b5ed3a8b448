/** So many items of a list are written at once. */
const itemsAtOnce = 500;

/** Lists and objects that stand so deep are written whole. */
const deepest = 3;

/**
 * A value as JSON, piece by piece: the same text as that of the whole, which may be longer than any
 * one text can be. It is for plain data, as JSON gives it back.
 */
export function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  if (typeof value !== 'object' || value === null || depth >= deepest) {
    yield JSON.stringify(value);
  } else if (Array.isArray(value)) {
    yield* listPieces(value);
  } else {
    yield* objectPieces(value, depth);
  }
}

function* listPieces(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (let from = 0; from < items.length; from += itemsAtOnce) {
    const some = JSON.stringify(items.slice(from, from + itemsAtOnce)).slice(1, -1);
    yield from === 0 ? some : `,${some}`;
  }
  yield ']';
}

function* objectPieces(value: object, depth: number): Generator<string> {
  let before = '{';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    yield* jsonPieces(each, depth + 1);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}
