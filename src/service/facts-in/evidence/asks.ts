/** Why more is asked for: a code, never free text about somebody. */
export const askReasons = {
  'nothing shown': 'Nothing is shown for it so far',
  'not enough shown': 'What is shown is not what the page asks for',
  unreadable: 'What is shown cannot be read',
  'other person': 'What is shown seems to be about somebody else',
  'other day': 'What is shown names another day',
} as const;

export type AskReason = keyof typeof askReasons;
