import Type from 'typebox';
import { duties } from '../access/index.ts';

export const dutyWord = Type.Enum([...duties]);

/** The most that a publisher may bind the organisation to: "250000.00" and "GBP". */
export const limitInMoney = Type.Object(
  { amount: Type.String({ maxLength: 20 }), currency: Type.String({ maxLength: 3 }) },
  { additionalProperties: false },
);

/** Duties as they are given together. */
export const givenDuties = Type.Object(
  { duties: Type.Array(dutyWord, { uniqueItems: true }), limit: Type.Optional(limitInMoney) },
  { additionalProperties: false },
);

export const emailText = Type.String({ maxLength: 254 });
export const nameText = Type.String({ maxLength: 200 });
export const idText = Type.String({ format: 'uuid' });
