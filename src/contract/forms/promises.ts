import { form } from '../wording/form.ts';

/**
 * Promises to people, to subcontractors and to those who wish to join. Each is measured for all,
 * and says what follows if it is broken. What follows is never money taken from a provider for
 * what is recorded not for pay, so it is one of a list and not free words.
 */
const people = `{remedy:they are offered another provider that day|nobody new is referred there
  until it is put right|the provider says why in public|the commissioner sees to it}` as const;

const subcontractors = `{remedy:the commissioner pays them and takes it from the provider's next
  statement|nobody new is referred there until it is put right|the provider says why in
  public}` as const;

const entrants = `{remedy:the applicant has joined|the accountable officer decides that day|the
  commissioner says why in public}` as const;

export const seen = form({
  name: 'seen',
  wording: `Everyone is seen within {within:length} of {event:referral|attachment};
    if not, ${people}`,
  meaning: 'The longest that anyone waits to be seen for the first time.',
  example:
    'Everyone is seen within 5 working days of referral; if not, they are offered another ' +
    'provider that day.',
});

export const seenAgain = form({
  name: 'seen again',
  wording: `Everyone is seen at least once in every {every:length}; if not, ${people}`,
  meaning: 'The longest that anyone goes without being seen while attached.',
  example:
    'Everyone is seen at least once in every 4 weeks; if not, nobody new is referred there until ' +
    'it is put right.',
});

export const nobodyTurnedAway = form({
  name: 'nobody turned away',
  wording: `Nobody is turned away {when:for any reason|while there is room};
    if anyone is, ${people}`,
  meaning:
    'A provider takes everyone referred to it, always or as long as it has room. Those turned ' +
    'away are recorded, with the reason.',
  example:
    'Nobody is turned away while there is room; if anyone is, they are offered another provider ' +
    'that day.',
});

export const choiceOffered = form({
  name: 'choice offered',
  wording: `Everyone is offered a choice of at least {least:count} providers; if not, ${people}`,
  meaning: 'How many providers each person can choose from.',
  example:
    'Everyone is offered a choice of at least 2 providers; if not, the commissioner sees to it.',
});

export const mayChange = form({
  name: 'may change',
  wording: `Anyone may change provider within {within:length} of asking; if not, ${people}`,
  meaning: 'How soon somebody who asks for another provider has one.',
  example:
    'Anyone may change provider within 10 working days of asking; if not, the commissioner sees ' +
    'to it.',
});

export const complaintsAnswered = form({
  name: 'complaints answered',
  wording: `Complaints are answered within {within:length}; if not, ${people}`,
  meaning: 'How soon a complaint has an answer.',
  example: 'Complaints are answered within 10 working days; if not, the commissioner sees to it.',
});

export const ownRecord = form({
  name: 'own record',
  wording: `Everyone sees their own record within {within:length} of asking; if not, ${people}`,
  meaning: 'How soon a person who asks sees what is recorded about them.',
  example:
    'Everyone sees their own record within 10 working days of asking; if not, the commissioner ' +
    'sees to it.',
});

export const nobodyCharged = form({
  name: 'nobody charged',
  wording: 'Nobody served is charged; if anyone is, it is repaid within {within:length}',
  meaning: 'What is bought here is free to those who are served.',
  example: 'Nobody served is charged; if anyone is, it is repaid within 5 working days.',
});

export const subcontractorsPaid = form({
  name: 'subcontractors paid',
  wording: `Subcontractors are paid within {within:length} of
    {event:their invoice|payment of the provider}; if not, ${subcontractors}`,
  meaning: 'The longest that a subcontractor waits for its money.',
  example:
    'Subcontractors are paid within 20 days of their invoice; if not, the commissioner pays them ' +
    "and takes it from the provider's next statement.",
});

export const subcontractorsShare = form({
  name: "subcontractors' share",
  wording: `Subcontractors are paid at least {least:percent} of the price of what they achieve;
    if not, ${subcontractors}`,
  meaning: 'The least share of a price that goes to whoever achieved the outcome.',
  example:
    'Subcontractors are paid at least 85% of the price of what they achieve; if not, the ' +
    "commissioner pays them and takes it from the provider's next statement.",
});

export const subcontractorsVolume = form({
  name: "subcontractors' volume",
  wording: `Each subcontractor named on joining serves at least {least:percent} of those attached;
    if not, ${subcontractors}`,
  meaning:
    'A subcontractor whose name helped a provider to join has its part of the work, measured ' +
    'over each year of the contract.',
  example:
    'Each subcontractor named on joining serves at least 10% of those attached; if not, the ' +
    'provider says why in public.',
});

export const applicationsDecided = form({
  name: 'applications decided',
  wording: `Applications to join are decided within {within:length}, with reasons;
    if not, ${entrants}`,
  meaning: 'The longest that a provider waits to know whether it has joined.',
  example:
    'Applications to join are decided within 10 working days, with reasons; if not, the ' +
    'applicant has joined.',
});

export const newcomersOffered = form({
  name: 'newcomers offered',
  wording: `Each new provider is offered to at least {least:count} people in its first
    {length:length}; if not, {remedy:it is offered first until it has been|the commissioner
    says why in public}`,
  meaning: 'A provider that joins is seen by enough people to show what it can do.',
  example:
    'Each new provider is offered to at least 20 people in its first 6 months; if not, it is ' +
    'offered first until it has been.',
});

export const noReports = form({
  name: 'no reports',
  wording: `The commissioner asks for no report[ but {what:words}];
    if it does, nobody has to answer`,
  meaning:
    'What providers are asked to write, and nothing else: for pages where no one is counted.',
  example:
    'The commissioner asks for no report but a yearly letter; if it does, nobody has to answer.',
});

export const commissionerComes = form({
  name: 'commissioner comes',
  wording: `The commissioner comes to see at least once in every {every:length};
    if not, {remedy:the accountable officer comes|the commissioner says why in public}`,
  meaning: 'The longest that the commissioner stays away from each provider.',
  example:
    'The commissioner comes to see at least once in every 3 months; if not, the accountable ' +
    'officer comes.',
});

export const promisesForms = [
  seen,
  seenAgain,
  nobodyTurnedAway,
  choiceOffered,
  mayChange,
  complaintsAnswered,
  ownRecord,
  nobodyCharged,
  subcontractorsPaid,
  subcontractorsShare,
  subcontractorsVolume,
  applicationsDecided,
  newcomersOffered,
  noReports,
  commissionerComes,
] as const;
