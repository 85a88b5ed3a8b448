/** Who sees statements: finance of the commissioner, the auditor, and each payee its own. */
export const statementsFor = {
  who: ['commissioner', 'finance_preparer', 'finance_approver', 'provider_finance', 'auditor'],
  parts: ['commissioner', 'auditor', 'provider'],
  showsMoney: true,
} as const;

/** Who sees what is of all providers together. */
export const wholeFor = {
  who: ['commissioner', 'finance_preparer', 'finance_approver', 'auditor'],
  parts: ['commissioner', 'auditor'],
  showsMoney: true,
} as const;

/** Who sees and records what was paid: whoever pays. */
export const payingFor = {
  who: ['finance_preparer', 'finance_approver'],
  parts: ['commissioner', 'payer'],
  showsMoney: true,
} as const;
