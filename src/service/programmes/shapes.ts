import Type, { type TSchema } from 'typebox';

// Shapes that inputs and outputs of several actions have in common.

export const idShape = Type.String({ format: 'uuid' });

/** The page's own number of a version. */
export const versionShape = Type.Integer({ minimum: 1, maximum: 9999 });

/** What a page that was put forward is known by, published or not. */
export const numberShape = Type.Integer({ minimum: 1, maximum: 9999 });

export const revisionShape = Type.Integer({ minimum: 1 });

export const hashShape = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });

/**
 * The most characters that a draft may have: some five sheets of A4, which are still checked in
 * less than a second.
 */
export const pageLengthMax = 50_000;

export const pageTextShape = Type.String({ maxLength: pageLengthMax });

export const cursorShape = Type.Optional(Type.String({ format: 'uuid' }));

export const nothingElse = { additionalProperties: false } as const;

/** A list of an answer, which nobody changes. */
export function listOf<Schema extends TSchema>(items: Schema) {
  return Type.Immutable(Type.Array(items));
}

export const momentShape = Type.String({ format: 'date-time' });
export const dayShape = Type.String({ format: 'date' });
export const moneyShape = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' });

const placeShape = Type.Object(
  {
    source: Type.String(),
    line: Type.Integer(),
    column: Type.Integer(),
    endColumn: Type.Integer(),
    excerpt: Type.String(),
    field: Type.Optional(Type.String()),
  },
  nothingElse,
);

export const problemShape = Type.Object(
  {
    code: Type.String(),
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    at: placeShape,
    message: Type.String(),
    help: Type.String(),
  },
  nothingElse,
);

export const stateShape = Type.Union([
  Type.Literal('prepared'),
  Type.Literal('published'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
]);

/** A page that was put forward, without its text. */
export const versionOutput = Type.Object(
  {
    number: numberShape,
    version: versionShape,
    countsFrom: dayShape,
    title: Type.String(),
    state: stateShape,
    contractHash: hashShape,
    pageHash: hashShape,
    currency: Type.String(),
    /** The most that it may pay in all; absent where the page says no limit. */
    worth: Type.Optional(moneyShape),
    preparedAt: momentShape,
    decidedAt: Type.Optional(momentShape),
  },
  nothingElse,
);
