import { type Duty, duties, dutyNames } from '../../service/access/index.ts';

/** What each duty lets somebody do, in a line. */
const whatFor: Readonly<Record<Duty, string>> = {
  commissioner: 'Writes pages, puts them forward, decides on applications.',
  publisher: 'Publishes pages that somebody else put forward, up to a limit in money.',
  verifier: 'Accepts or rejects claims that somebody else made.',
  finance_preparer: 'Prepares settlements and records payments.',
  finance_approver: 'Approves settlements that somebody else prepared.',
  provider_staff: 'Sends facts and evidence for a provider. Sees no money.',
  provider_finance: 'Sees statements and disputes lines of a provider.',
  case_worker: 'Refers people. Never sees an amount of money.',
  auditor: 'Reads everything, recomputes settlements, changes nothing.',
  administrator: 'Invites members and gives duties to others.',
};

/** A duty in a list of them. */
export function dutyName(duty: string): string {
  return dutyNames[duty as Duty] ?? duty;
}

/** As a line begins. */
export function withCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every duty to choose from. */
export const dutyOptions = duties.map((duty) => ({
  value: duty,
  label: withCapital(dutyName(duty)),
  hint: whatFor[duty],
}));
