import { form } from '../wording/form.ts';

const join = 'To join, a provider must';
const shownAgain = '[, shown again every {every:length}]';

/** Joining: what a provider must show, each condition checkable and perhaps with an expiry. */
export const registeredBody = form({
  name: 'registered body',
  wording: `${join} be a registered
    {body:body|charity|company|mutual|social enterprise}${shownAgain}`,
  meaning: 'Registered where the law that it was formed under asks for it.',
  example: 'To join, a provider must be a registered body.',
});

export const insured = form({
  name: 'insured',
  wording: `${join} have insurance of {least:money}[ against {risk:words}]${shownAgain}`,
  meaning: 'Insured for at least this much for each claim.',
  example: 'To join, a provider must have insurance of £5,000,000, shown again every 12 months.',
});

export const safeguardingLead = form({
  name: 'safeguarding lead',
  wording: `${join} have a safeguarding lead${shownAgain}`,
  meaning: 'A named member of the provider answers for the safety of those it serves.',
  example: 'To join, a provider must have a safeguarding lead.',
});

export const everyoneChecked = form({
  name: 'everyone checked',
  wording: `${join} have checked everyone who meets those served
    against {register:words}${shownAgain}`,
  meaning: 'The register in which nobody who meets those served may stand.',
  example:
    'To join, a provider must have checked everyone who meets those served against the barred ' +
    'lists, shown again every 12 months.',
});

export const notExcluded = form({
  name: 'not excluded',
  wording: `${join} not be excluded from public contracts${shownAgain}`,
  meaning: 'No ground in law excludes it from contracts with public bodies.',
  example: 'To join, a provider must not be excluded from public contracts.',
});

export const registeredWith = form({
  name: 'registered with',
  wording: `${join} be registered with {regulator:words}${shownAgain}`,
  meaning: 'Registered with a regulator of the work.',
  example: 'To join, a provider must be registered with Ofsted.',
});

export const rated = form({
  name: 'rated',
  wording: `${join} be rated {least:words} or better by {inspector:words}${shownAgain}`,
  meaning: 'The least rating from an inspector. One that was never inspected meets it.',
  example: 'To join, a provider must be rated Good or better by Ofsted.',
});

export const accountsFiled = form({
  name: 'accounts filed',
  wording: `${join} have filed every account that was due${shownAgain}`,
  meaning: 'No account is overdue. There is no least turnover: newcomers may join.',
  example: 'To join, a provider must have filed every account that was due.',
});

export const certificateHeld = form({
  name: 'certificate held',
  wording: `${join} hold {certificate:words} for the safety of data${shownAgain}`,
  meaning: 'A certificate that it keeps facts about people safe.',
  example: 'To join, a provider must hold Cyber Essentials for the safety of data.',
});

export const conditionLost = form({
  name: 'condition lost',
  wording: `A provider that no longer meets a condition of joining is sent nobody new, and leaves
    after {after:length}`,
  meaning: 'What follows when a condition expires or fails, and how long there is to mend it.',
  example:
    'A provider that no longer meets a condition of joining is sent nobody new, and leaves after ' +
    '3 months.',
});

export const joiningDecided = form({
  name: 'joining decided',
  wording: 'Joining is decided in {within:length}, with reasons',
  meaning:
    'How soon the commissioner decides on an application, by the conditions and nothing else.',
  example: 'Joining is decided in 10 working days, with reasons.',
});

export const joiningDays = form({
  name: 'joining days',
  wording: `A provider may join on {days:any day|the first day of any month|the first day of any
    year}[ until {last:date}]`,
  meaning: 'Without this sentence a provider may join on any day on which people may be referred.',
  example: 'A provider may join on any day until 31 March 2030.',
});

export const joiningForms = [
  registeredBody,
  insured,
  safeguardingLead,
  everyoneChecked,
  notExcluded,
  registeredWith,
  rated,
  accountsFiled,
  certificateHeld,
  conditionLost,
  joiningDecided,
  joiningDays,
] as const;
