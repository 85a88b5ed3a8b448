import { form } from '../wording/form.ts';
import { feeForms } from './fees.ts';
import { payersForms } from './payers.ts';
import { potForms } from './pots.ts';

const instalments = `[ {years:in years}], in {instalments:months|quarters|half-years|one sum}, in
  {timing:advance|arrears}`;

/** Payment: grants, how often and how soon, what is held, reserved, guaranteed or taken back. */
export const grant = form({
  name: 'grant',
  wording: `{amount:money} a year to each provider as a grant${instalments}`,
  meaning:
    'Paid to each provider whatever is achieved, by the day for a part of a year. Where years ' +
    'are named, for these alone; a sentence for each makes a grant that declines.',
  example: '£40,000 a year to each provider as a grant, in quarters, in advance.',
});

export const sharedGrant = form({
  name: 'shared grant',
  wording: `{amount:money} a year among all providers as a grant${instalments}`,
  meaning: 'Shared equally by the providers of the day on which each instalment falls due.',
  example: '£120,000 a year among all providers as a grant, in quarters, in arrears.',
});

export const namedGrant = form({
  name: 'named grant',
  wording: `To {provider:words}, {amount:money} a year as a grant${instalments}`,
  meaning: 'Paid to one provider whatever is achieved.',
  example: 'To Bright Futures, £40,000 a year as a grant, in months, in advance.',
});

export const startingGrant = form({
  name: 'starting grant',
  wording: '{amount:money} to each provider as a grant on joining',
  meaning: 'Paid once, on the day a provider joins.',
  example: '£15,000 to each provider as a grant on joining.',
});

export const grantGoesOn = form({
  name: 'grant goes on',
  wording: `Grants go on until {last:date}; one ended sooner is still paid for {after:length}`,
  meaning:
    'The last day that a grant is for, and how much more is paid if it is ended before that.',
  example: 'Grants go on until 31 March 2032; one ended sooner is still paid for 6 months.',
});

export const grantsPaid = form({
  name: 'grants paid',
  wording: 'Grants are paid within {within:length} of the day they fall due',
  meaning: 'How soon a grant is paid.',
  example: 'Grants are paid within 10 days of the day they fall due.',
});

export const settled = form({
  name: 'settled',
  wording: `Outcomes are settled {rhythm:weekly|monthly|quarterly|half-yearly|yearly} and paid
    within {within:length}`,
  meaning: 'How often what is owed is worked out, and how soon after that it is paid.',
  example: 'Outcomes are settled monthly and paid within 20 days.',
});

export const latePayment = form({
  name: 'late payment',
  wording: 'What is paid late bears interest at {rate:percent} a year[ over {base:words}]',
  meaning:
    'Interest for each day that a payment is late, simple, over a named rate if there is one.',
  example: 'What is paid late bears interest at 8% a year over the Bank of England base rate.',
});

export const undecided = form({
  name: 'undecided',
  wording: 'A claim not decided in {within:length} counts as verified',
  meaning: 'From the day after this length a claim that nobody has decided is paid as verified.',
  example: 'A claim not decided in 15 working days counts as verified.',
});

export const onAccount = form({
  name: 'on account',
  wording: '{share:percent} of a claim is paid on account until it is decided',
  meaning: 'This share is paid with the next statement, and set against the decision.',
  example: '60% of a claim is paid on account until it is decided.',
});

export const held = form({
  name: 'held',
  wording: `Only what is disputed is held[, for no more than {most:length}];
    the rest is paid on time`,
  meaning: 'A dispute stops its own lines and no others. A hold that outlasts its length is paid.',
  example: 'Only what is disputed is held, for no more than 60 days; the rest is paid on time.',
});

export const questioned = form({
  name: 'questioned',
  wording: `A statement may be questioned for {open:length},
    and is answered within {within:length}`,
  meaning: 'How long a provider may dispute a statement, and how soon it has an answer.',
  example: 'A statement may be questioned for 60 days, and is answered within 15 working days.',
});

export const recovery = form({
  name: 'recovery',
  wording: `Nothing is recovered more than {after:length} after payment[, nor more than
    {most:percent} of a statement at a time][, except for {except:fraud|fraud or false
    records}]`,
  meaning:
    'How long after payment money may be taken back, and how much of one statement. What is over ' +
    'is carried forward as a debt; what is too late is written off.',
  example:
    'Nothing is recovered more than 18 months after payment, nor more than 10% of a statement at ' +
    'a time, except for fraud.',
});

export const recoveryShare = form({
  name: 'recovery share',
  wording: `No more than {most:percent} of a statement is recovered at a time[, except for
    {except:fraud|fraud or false records}]`,
  meaning: 'How much of one statement may be taken back, with no end to how late.',
  example: 'No more than 10% of a statement is recovered at a time, except for fraud.',
});

export const reserve = form({
  name: 'reserve',
  wording: 'Each attachment reserves {amount:money by group}; nobody is referred when none is left',
  meaning:
    'This much of what may be spent is set aside for each attachment, so that what is earned can ' +
    'always be paid. Referrals stop before the money does.',
  example: 'Each attachment reserves £2,400; nobody is referred when none is left.',
});

export const noReserve = form({
  name: 'no reserve',
  wording: 'Nothing is reserved; what is earned beyond the sum that may be spent is not paid',
  meaning: 'Referrals go on, and the risk that the money runs out is for the providers to bear.',
  example: 'Nothing is reserved; what is earned beyond the sum that may be spent is not paid.',
});

export const guaranteedReferrals = form({
  name: 'guaranteed referrals',
  wording: `At least {least:count} are referred to each provider in {year:each|the first} year; it
    is paid {amount:money} for each one short`,
  meaning: 'A guaranteed volume, reckoned for each year, when it has closed.',
  example:
    'At least 60 are referred to each provider in each year; it is paid £400 for each one short.',
});

export const guaranteedPayment = form({
  name: 'guaranteed payment',
  wording: 'Each provider is paid at least {least:money} in {year:each|the first} year',
  meaning: 'A guaranteed sum for a year; what is short is paid when the year has closed.',
  example: 'Each provider is paid at least £30,000 in the first year.',
});

export const knownWithin = form({
  name: 'known within',
  wording: 'A fact counts for payment only if it is known within {within:length} of its day',
  meaning: 'A fact that becomes known later is recorded, pays nothing, and is shown as too late.',
  example: 'A fact counts for payment only if it is known within 6 months of its day.',
});

export const knownBy = form({
  name: 'known by',
  wording: 'A fact counts for payment only if it is known by {last:date}',
  meaning: 'The last day on which a fact can become known and still be paid for.',
  example: 'A fact counts for payment only if it is known by 30 September 2032.',
});

export const yearCloses = form({
  name: 'year closes',
  wording: 'Each year closes {after:length} after its last day',
  meaning: 'What becomes known after that changes nothing in the year, and is shown as too late.',
  example: 'Each year closes 3 months after its last day.',
});

export const valueAddedTax = form({
  name: 'VAT',
  wording: 'VAT is {how:added where it is due|included in every amount|not due on any of this}',
  meaning: 'Without this sentence amounts are before VAT, which is added where it is due.',
  example: 'VAT is added where it is due.',
});

export const paymentForms = [
  grant,
  sharedGrant,
  namedGrant,
  startingGrant,
  grantGoesOn,
  grantsPaid,
  ...feeForms,
  ...potForms,
  settled,
  latePayment,
  undecided,
  onAccount,
  held,
  questioned,
  recovery,
  recoveryShare,
  reserve,
  noReserve,
  guaranteedReferrals,
  guaranteedPayment,
  knownWithin,
  knownBy,
  yearCloses,
  ...payersForms,
  valueAddedTax,
] as const;
