import Type, { type Static } from 'typebox';
import type { ContactDetails } from '../../people/index.ts';
import type { Result } from '../../problem/index.ts';
import { type Key, seal, unseal } from '../../store/keys/index.ts';

const text = Type.String({ maxLength: 200 });

/** Names and ways of contact, as an action is given them. */
export const detailsSchema = Type.Object(
  {
    names: Type.Array(text, { maxItems: 6 }),
    bornOn: Type.Optional(Type.String({ maxLength: 10 })),
    language: Type.Optional(text),
    ways: Type.Array(
      Type.Object(
        {
          kind: Type.Union([
            Type.Literal('phone'),
            Type.Literal('text'),
            Type.Literal('e-mail'),
            Type.Literal('post'),
            Type.Literal('in person'),
          ]),
          to: text,
        },
        { additionalProperties: false },
      ),
      { maxItems: 11 },
    ),
    safeWay: Type.Optional(
      Type.Object(
        { way: Type.Integer({ minimum: 1, maximum: 10 }), when: Type.Optional(text) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

export type GivenDetails = Static<typeof detailsSchema>;

/** Seals who somebody is under their own key. */
export function sealDetails(key: Key, person: string, details: GivenDetails): Buffer {
  return seal(key, Buffer.from(JSON.stringify(details)), `person/${person}`);
}

export function unsealDetails(key: Key, person: string, sealed: Uint8Array): Result<GivenDetails> {
  const plain = unseal(key, sealed, `person/${person}`);
  if (!plain.ok) return plain;
  const details = JSON.parse(Buffer.from(plain.value).toString('utf8')) as GivenDetails;
  return { ok: true, value: details };
}

/** The same as the rules of people take it. */
export function asContactDetails(details: GivenDetails): ContactDetails {
  return details as ContactDetails;
}
