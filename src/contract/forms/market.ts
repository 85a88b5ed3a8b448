import { form } from '../wording/form.ts';
import { joiningForms } from './joining.ts';

/** Market: who may join, how people choose, how a provider leaves. */
export const placesKept = form({
  name: 'places kept',
  wording: `{places:count} of {of:count} places are kept for {whom:mutuals and social
    enterprises|mutuals|social enterprises|charities|new providers}[ until {last:date}]`,
  meaning: 'So many providers of this kind can join even when all other places are taken.',
  example: '2 of 6 places are kept for mutuals and social enterprises until 31 March 2029.',
});

export const shareKept = form({
  name: 'share kept',
  wording: `{share:percent} of attachments are kept for {whom:mutuals and social
    enterprises|mutuals|social enterprises|charities|new providers}`,
  meaning: 'The share of attachments that other providers may not fill, reckoned over each year.',
  example: '20% of attachments are kept for mutuals and social enterprises.',
});

export const providerHoldsMost = form({
  name: 'provider holds at most',
  wording: 'No provider may hold more than {most:percent} of {what:attachments|what may be spent}',
  meaning:
    'The most that one provider may hold, itself and whoever owns it taken together. Above it ' +
    'nobody new is referred there.',
  example: 'No provider may hold more than 40% of attachments.',
});

export const sharedOut = form({
  name: 'shared out',
  wording:
    'Those referred go to a provider {how:of their own choice|in turn|by its capacity|at random}',
  meaning: 'Who decides which provider a person goes to.',
  example: 'Those referred go to a provider of their own choice.',
});

export const noChoiceMade = form({
  name: 'no choice made',
  wording: 'Those who do not choose go to a provider {how:in turn|by its capacity|at random}',
  meaning: 'What happens where people choose and somebody does not.',
  example: 'Those who do not choose go to a provider in turn.',
});

export const offersRanked = form({
  name: 'offers ranked',
  wording: `Offers are ranked by {price:percent} for price and {quality:percent} for quality, price
    being {formula:the lowest price over the offer's|the offer's discount over the largest}`,
  meaning:
    'The formula by which offers are ranked, where not all can join: each part is a share of ' +
    'one, times its percentage. The two percentages make up the whole.',
  example:
    'Offers are ranked by 40% for price and 60% for quality, price being the lowest price over ' +
    "the offer's.",
});

export const qualityPart = form({
  name: 'part of quality',
  wording: `{weight:percent} of quality is {criterion:words}, scored from {low:number} to
    {high:number} by {judge:words}`,
  meaning:
    'One thing that quality is made of, its weight, and who scores it. The weights add to 100%.',
  example:
    '50% of quality is how people would be listened to, scored from 0 to 10 by four care leavers.',
});

export const offersTaken = form({
  name: 'offers taken',
  wording: 'The {count:count} offers that rank highest join',
  meaning: 'How many of the ranked offers join.',
  example: 'The 3 offers that rank highest join.',
});

export const signers = form({
  name: 'signers',
  wording: '{number:Any number of providers|One provider} may sign this page',
  meaning: 'Whether more than one provider may sign.',
  example: 'Any number of providers may sign this page.',
});

export const signersMost = form({
  name: 'signers at most',
  wording: 'Up to {most:count} providers may sign this page',
  meaning: 'How many providers may sign.',
  example: 'Up to 6 providers may sign this page.',
});

export const providerLeaves = form({
  name: 'provider leaves',
  wording: 'A provider may leave on {notice:notice}',
  meaning:
    'How long before it leaves a provider says so. From that day nobody new is referred to it.',
  example: "A provider may leave on 90 days' notice.",
});

export const paidAfterLeaving = form({
  name: 'paid after leaving',
  wording: 'Outcomes in the {length:length} after a provider leaves are paid to it in full',
  meaning: 'Whose the outcomes are after a provider has left, and until when.',
  example: 'Outcomes in the 26 weeks after a provider leaves are paid to it in full.',
});

export const contractEnded = form({
  name: 'contract ended',
  wording: 'The commissioner may end this on {notice:notice}',
  meaning: 'How long before an early end the commissioner says so.',
  example: "The commissioner may end this on 180 days' notice.",
});

export const runOff = form({
  name: 'run-off',
  wording: 'Those attached when it ends are served and paid for as before for {length:length}',
  meaning: 'What holds for people still attached when the contract ends, early or not.',
  example: 'Those attached when it ends are served and paid for as before for 12 months.',
});

export const handOver = form({
  name: 'hand-over',
  wording: `A provider that leaves hands over within {within:length}: each person to a provider
    {how:of their own choice|in turn|by its capacity|at random}`,
  meaning: 'How soon those served have another provider, and how it is found.',
  example:
    'A provider that leaves hands over within 4 weeks: each person to a provider of their own ' +
    'choice.',
});

export const subcontracts = form({
  name: 'subcontracts',
  wording: `A provider may subcontract by a page of which it is the commissioner[, for up to
    {most:percent} of its attachments]`,
  meaning:
    'A subcontract is a page like this one, fed by the same facts. Without this sentence there ' +
    'are none.',
  example:
    'A provider may subcontract by a page of which it is the commissioner, for up to 50% of its ' +
    'attachments.',
});

export const subcontractorsJoin = form({
  name: 'subcontractors join',
  wording: 'Subcontractors meet the conditions of joining',
  meaning: 'What a provider must show, whoever delivers for it must show.',
  example: 'Subcontractors meet the conditions of joining.',
});

export const subcontractOf = form({
  name: 'subcontract of',
  wording: 'This is a subcontract under {title:words}, {hash:hash}',
  meaning: 'The page whose provider is the commissioner of this one, by the hash of its terms.',
  example:
    'This is a subcontract under Leaving care well, ' +
    'sha256:3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea.',
});

export const attachedHere = form({
  name: 'attached here',
  wording: `Those attached to {provider:party}[ with {characteristics:characteristics}] are
    attached here to {to:party}`,
  meaning:
    'On the page of a subcontract: which attachments recorded for the page above are the ' +
    "subcontractor's, and its name here. Where several such sentences fit, the first holds; " +
    'where none does, nobody is attached here.',
  example:
    'Those attached to Bright Futures with area=Leeds are attached here to Leeds Housing Trust.',
});

export const marketForms = [
  ...joiningForms,
  placesKept,
  shareKept,
  providerHoldsMost,
  sharedOut,
  noChoiceMade,
  offersRanked,
  qualityPart,
  offersTaken,
  signers,
  signersMost,
  providerLeaves,
  paidAfterLeaving,
  contractEnded,
  runOff,
  handOver,
  subcontracts,
  subcontractorsJoin,
  subcontractOf,
  attachedHere,
] as const;
