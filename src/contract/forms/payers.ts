import { form } from '../wording/form.ts';

/** Who pays, where it is not the commissioner alone. */
export const payerShare = form({
  name: 'payer share',
  wording: '{payer:party} pays {share:percent} of what is owed[ for {outcomes:lines}]',
  meaning:
    'A share of each running total, so that nobody gains a penny a line. Sentences about the ' +
    'same things that stand together are read together; what they leave is for the commissioner. ' +
    'Of several sentences about who pays, the first that covers a line holds.',
  example: 'Northshire Health pays 1/3 of what is owed for Settled.',
});

export const payerFirst = form({
  name: 'payer of the first',
  wording: `{payer:party} pays the first {sum:money} of what is owed[ in {each:each year|}][ for
    {outcomes:lines}], and {rest:party} the rest`,
  meaning: 'One pays until its sum is used up, in place-in-line order, and then another.',
  example:
    'Northshire Health pays the first £400,000 of what is owed in each year, and the ' +
    'commissioner the rest.',
});

export const payerFixed = form({
  name: 'payer of a fixed amount',
  wording: '{payer:party} pays {amount:money} of each {outcomes:lines}, and {rest:party} the rest',
  meaning: 'So much of each line, or the whole line where that is less, and another the rest.',
  example: 'Northshire Health pays £100 of each Settled, and the commissioner the rest.',
});

export const payerLimit = form({
  name: 'payer limit',
  wording: `{payer:party} pays no more than {most:money}[ in {each:each year|}][; {beyond:party}
    pays what is beyond][; what is beyond is {unpaid:not paid|}]`,
  meaning:
    'The most that one payer pays. The sentence must say who pays what is beyond, or that it is ' +
    'not paid.',
  example: 'Northshire Health pays no more than £900,000; the commissioner pays what is beyond.',
});

export const payersForms = [payerShare, payerFirst, payerFixed, payerLimit] as const;
