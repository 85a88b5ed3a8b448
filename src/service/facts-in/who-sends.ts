/** Who may say what happened. */
export const whoSends = [
  'provider_staff',
  'case_worker',
  'commissioner',
  'verifier',
  'finance_preparer',
  'provider_finance',
] as const;

/** Whose facts a programme takes. */
export const partsThatSend = ['commissioner', 'provider', 'verifier', 'referrer'] as const;
