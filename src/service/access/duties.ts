/** What somebody may do in an organisation. Duties are separate: see docs/who-may-what.md. */
export type Duty = (typeof duties)[number];

/** Every duty, in the order in which they are shown. */
export const duties = [
  'commissioner',
  'publisher',
  'verifier',
  'finance_preparer',
  'finance_approver',
  'provider_staff',
  'provider_finance',
  'case_worker',
  'auditor',
  'administrator',
] as const;

/** How each duty is named on screens. */
export const dutyNames: Readonly<Record<Duty, string>> = {
  commissioner: 'commissioner',
  publisher: 'publisher',
  verifier: 'verifier',
  finance_preparer: 'finance preparer',
  finance_approver: 'finance approver',
  provider_staff: 'provider staff',
  provider_finance: 'provider finance',
  case_worker: 'case worker',
  auditor: 'auditor',
  administrator: 'administrator',
};

const moneyDuties: ReadonlySet<Duty> = new Set([
  'commissioner',
  'publisher',
  'finance_preparer',
  'finance_approver',
  'provider_finance',
  'auditor',
]);

/**
 * Whether these duties let amounts of money be seen. A case worker never sees a price beside a
 * person, whatever other duties they have.
 */
export function seesMoney(held: readonly Duty[]): boolean {
  return !held.includes('case_worker') && held.some((duty) => moneyDuties.has(duty));
}
