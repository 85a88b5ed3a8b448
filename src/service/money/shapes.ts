import Type from 'typebox';
import { dayShape, idShape, momentShape, moneyShape, nothingElse } from '../programmes/shapes.ts';

// Shapes that inputs and outputs of several actions about money have in common.

export const resultHashShape = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' });

/** A settlement of a programme. */
export const ofSettlement = { programme: idShape, settlement: idShape } as const;

/** How much of a list, from after which of its places on. */
export const stretch = {
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
} as const;

export const stretchMost = 200;

/** How many of a list at the most. */
export const mostShape = stretch.most;

/** What of a list is shown, where one more was asked for; and the last, where there are more. */
export function cutTo<Each>(
  found: readonly Each[],
  most: number,
): Readonly<{ shown: readonly Each[]; last: Each | undefined }> {
  const shown = found.slice(0, most);
  return { shown, last: found.length > most ? shown.at(-1) : undefined };
}

/** A name as the page and the facts have it. */
export const nameShape = Type.String({ minLength: 1, maxLength: 200 });

/** The identity of a line. */
export const lineName = Type.String({ minLength: 1, maxLength: 1000 });

export const settlementStateShape = Type.Union([
  Type.Literal('prepared'),
  Type.Literal('approved'),
  Type.Literal('refused'),
  Type.Literal('set aside'),
]);

/** A settlement without its lines. Its sums are for those who may see all of it. */
export const settlementOutput = Type.Object(
  {
    settlement: idShape,
    number: Type.Integer(),
    asAt: dayShape,
    knownAt: dayShape,
    currency: Type.String(),
    state: settlementStateShape,
    reason: Type.Optional(Type.String()),
    resultHash: resultHashShape,
    contractHash: Type.String(),
    engine: Type.String(),
    previous: Type.Optional(idShape),
    preparedAt: momentShape,
    preparedBy: Type.Optional(Type.String()),
    decidedAt: Type.Optional(momentShape),
    decidedBy: Type.Optional(Type.String()),
    total: Type.Optional(moneyShape),
    paid: Type.Optional(moneyShape),
  },
  nothingElse,
);

/** Lines added up. */
export const sumOutput = Type.Object(
  { by: Type.String(), lines: Type.Integer(), gross: moneyShape, amount: moneyShape },
  nothingElse,
);

/** A file that is handed out. */
export const fileOutput = Type.Object(
  { name: Type.String(), mediaType: Type.String(), body: Type.Unknown() },
  nothingElse,
);
