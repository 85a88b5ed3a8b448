import Type from 'typebox';

/**
 * Why a condition is not met, as codes: a refusal names a condition and one of these, and no
 * free words that would say more than the page asks.
 */
export const reasonCodes = [
  'not_shown',
  'not_readable',
  'too_little',
  'run_out',
  'of_another_body',
  'register_says_otherwise',
  'no_place_left',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** The codes in words, as both sides read them. */
export const reasonWords: Readonly<Record<ReasonCode, string>> = {
  not_shown: 'What was handed in does not show it',
  not_readable: 'What was handed in cannot be read',
  too_little: 'What was shown is less than the page asks for',
  run_out: 'What was handed in has run out',
  of_another_body: 'What was handed in is about another body',
  register_says_otherwise: 'The register says otherwise',
  no_place_left: 'The places of the page are taken',
};

export const reasonShape = Type.Enum([...reasonCodes]);

/** A code in words; one that is no longer in use stands as it is. */
export function wordsOfReason(code: string): string {
  return code in reasonWords ? reasonWords[code as ReasonCode] : code;
}
