import { form } from '../wording/form.ts';

/** Footing: what the contract stands on, who answers for it, how people and facts are kept safe. */
export const power = form({
  name: 'power',
  wording: 'Power: {power:words}',
  meaning: 'The law that lets the commissioner buy this.',
  example: 'Power: section 1 of the Localism Act 2011.',
});

export const legalFooting = form({
  name: 'legal footing',
  wording: 'Footing: {footing:words}',
  meaning: 'The procurement or grant procedure under which the page was opened and may be signed.',
  example: 'Footing: choice of each person, light touch.',
});

export const accountable = form({
  name: 'accountable',
  wording: 'Accountable: {officer:words}',
  meaning: 'The officer of the commissioner who answers for this contract, by role.',
  example: "Accountable: Director of Children's Services.",
});

export const standingTerms = form({
  name: 'standing terms',
  wording: `These terms also apply: {title:words}, {hash:hash}[; where they differ, {first:this page
    goes|they go} first]`,
  meaning:
    'Terms that stand in a document of their own, fixed by the hash of its bytes, are part of ' +
    'what is signed. Where nothing else is said, this page goes first.',
  example:
    'These terms also apply: Terms for services to people, ' +
    'sha256:3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea; where they differ, ' +
    'this page goes first.',
});

export const retention = form({
  name: 'retention',
  wording: `Facts are kept until {length:length} after {event:the last payment they support|the end
    of the contract|the day they are recorded}`,
  meaning: 'When facts about people are erased.',
  example: 'Facts are kept until 6 years after the last payment they support.',
});

export const danger = form({
  name: 'danger',
  wording: 'Those served may be in danger from someone they know',
  meaning: 'Safety is on for everyone served, whatever the page is about.',
  example: 'Those served may be in danger from someone they know.',
});

export const noDanger = form({
  name: 'no danger',
  wording: 'Those served are in no danger from anyone they know',
  meaning:
    'Safety is off where it would be on by default. Any one participant can still be marked ' +
    'protected.',
  example: 'Those served are in no danger from anyone they know.',
});

export const controller = form({
  name: 'controller',
  wording: 'The controller of the facts is {controller:words}',
  meaning: 'Who decides why and how facts about people are held, and answers to them for it.',
  example: 'The controller of the facts is Northshire Council.',
});

export const lawfulBasis = form({
  name: 'lawful basis',
  wording: `Facts are held for {basis:a public task|a legal duty|vital interests|legitimate
    interests}, under {law:words}`,
  meaning: 'The basis in data protection law on which facts about people are held.',
  example: 'Facts are held for a public task, under article 6(1)(e) of the UK GDPR.',
});

export const lawfulConsent = form({
  name: 'lawful consent',
  wording: 'Facts are held with the consent of each person, which they may take back on any day',
  meaning: 'Facts are held on consent. Who takes it back is set aside from that day.',
  example: 'Facts are held with the consent of each person, which they may take back on any day.',
});

export const sensitiveFacts = form({
  name: 'sensitive facts',
  wording: 'Facts about health, origin, belief or crime are held under {law:words}',
  meaning: 'The further condition in data protection law that the more sensitive facts need.',
  example:
    'Facts about health, origin, belief or crime are held under paragraph 18 of Schedule 1 to ' +
    'the Data Protection Act 2018.',
});

export const footingForms = [
  power,
  legalFooting,
  accountable,
  standingTerms,
  retention,
  danger,
  noDanger,
  controller,
  lawfulBasis,
  lawfulConsent,
  sensitiveFacts,
] as const;
