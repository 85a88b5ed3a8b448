/** A document that was handed in: its bytes by hash, and the last day on which it holds. */
export type DocumentAnswer = Readonly<{ file: string; expiresOn?: string }>;

/**
 * What an applicant answered, by the names of the fields, as people write it. Nothing, and a text
 * of nothing but spaces, are no answer.
 */
export type JoiningAnswers = Readonly<Record<string, string | DocumentAnswer | undefined>>;
