/**
 * Who sees statements: finance of the commissioner, the auditor, each payee its own, and each payer
 * its own part of them.
 */
export const statementsFor = {
  who: ['commissioner', 'finance_preparer', 'finance_approver', 'provider_finance', 'auditor'],
  parts: ['commissioner', 'auditor', 'provider', 'payer'],
  showsMoney: true,
} as const;

/** Who sees lines as they are: the same, but for payers, who see their own part of them. */
export const linesFor = {
  ...statementsFor,
  parts: ['commissioner', 'auditor', 'provider'],
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
