import Type, { type TSchema } from 'typebox';
import type { Problem, Result } from '../../problem/index.ts';
import type { Work } from '../act/index.ts';

/** Somebody is signed in: the browser holds this token. */
export const signedIn = Type.Object({
  state: Type.Literal('signed in'),
  token: Type.String(),
  secondsMax: Type.Integer(),
});

/**
 * A try that went wrong. It is an answer and not a problem of the action, because the try must
 * stay counted, and problems undo everything.
 */
export const refused = Type.Object({
  state: Type.Literal('refused'),
  problems: Type.Array(Type.Unsafe<Problem>(Type.Object({}))),
});

/** How a try to sign in ends. */
export function tried<Schema extends TSchema>(well: Schema) {
  return Type.Union([well, refused]);
}

/** The try went wrong. */
export function refuse(
  work: Work,
  problems: readonly Problem[],
): Result<{ state: 'refused'; problems: Problem[] }> {
  work.note({ about: { state: 'refused' } });
  return { ok: true, value: { state: 'refused', problems: [...problems] } };
}
