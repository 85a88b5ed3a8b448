/** Why a fact is rejected: a code, never free text about somebody. */
export const rejectionReasons = {
  'nothing shown': 'Nothing was shown for it',
  'not enough shown': 'What was shown is not what the page asks for',
  unreadable: 'What was shown cannot be read',
  'other person': 'What was shown is about somebody else',
  'other day': 'It happened on another day',
  'other kind': 'It is something else than was recorded',
  'did not happen': 'It did not happen',
  'sent twice': 'It was recorded before',
  'false records': 'What was shown is false',
} as const;

export type RejectionReason = keyof typeof rejectionReasons;
