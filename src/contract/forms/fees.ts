import { form } from '../wording/form.ts';

const parts = `in {count:count} equal parts, one each {every:month|quarter|half-year|year} from
  {first:date}, in {timing:advance|arrears}`;

/** Payment: fees for stated periods and days, what is advanced, and what is taken off. */
export const fee = form({
  name: 'fee',
  wording: `{amount:money} to each provider as a fee, ${parts}`,
  meaning:
    'A sum in equal parts, whatever is achieved. In advance a part falls due on the first day of ' +
    'its period, in arrears on the last; a provider that was there for some of a period is paid ' +
    'by the day.',
  example:
    '£60,000 to each provider as a fee, in 60 equal parts, one each month from 1 April 2027, in ' +
    'arrears.',
});

export const sharedFee = form({
  name: 'shared fee',
  wording: `{amount:money} among all providers as a fee, ${parts}`,
  meaning: 'Shared equally by the providers of the day on which each part falls due.',
  example:
    '£90,000 among all providers as a fee, in 12 equal parts, one each quarter from ' +
    '1 April 2027, in advance.',
});

export const namedFee = form({
  name: 'named fee',
  wording: `To {provider:words}, {amount:money} as a fee, ${parts}`,
  meaning: 'Paid to one provider, whole, whatever is achieved.',
  example:
    'To Bright Futures, £60,000 as a fee, in 5 equal parts, one each year from 1 April 2027, in ' +
    'advance.',
});

export const feeOnDay = form({
  name: 'fee on a day',
  wording: '{amount:money} to each provider as a fee on {day:date}',
  meaning: 'Paid once, to each provider of that day.',
  example: '£8,000 to each provider as a fee on 1 October 2027.',
});

export const sharedFeeOnDay = form({
  name: 'shared fee on a day',
  wording: '{amount:money} among all providers as a fee on {day:date}',
  meaning: 'Paid once, shared equally by the providers of that day.',
  example: '£24,000 among all providers as a fee on 1 October 2027.',
});

export const namedFeeOnDay = form({
  name: 'named fee on a day',
  wording: 'To {provider:words}, {amount:money} as a fee on {day:date}',
  meaning: 'Paid once, to one provider.',
  example: 'To Bright Futures, £8,000 as a fee on 1 October 2027.',
});

export const advanceOnJoining = form({
  name: 'advance on joining',
  wording: `{amount:money} is advanced to each provider on joining, and worked off by
    {share:percent} of what it earns`,
  meaning:
    'Paid before it is earned, when a provider joins. This share of what it earns from then on ' +
    'is kept back until the sum is worked off.',
  example:
    '£20,000 is advanced to each provider on joining, and worked off by 50% of what it earns.',
});

export const advanceOnDay = form({
  name: 'advance on a day',
  wording: `{amount:money} is advanced to each provider on {day:date}, and worked off by
    {share:percent} of what it earns`,
  meaning: 'As on joining, on one day, to each provider that has joined by then.',
  example:
    '£20,000 is advanced to each provider on 1 October 2027, and worked off by 50% of what it ' +
    'earns.',
});

export const deduction = form({
  name: 'deduction',
  wording: '{amount:money} is deducted for each {kinds:kinds}',
  meaning:
    'Taken off what is paid to the provider to which the participant is attached on the day of ' +
    'such a fact, or was last. Limits are met first, so that this frees no room in them.',
  example: '£400 is deducted for each reconviction.',
});

export const feeForms = [
  fee,
  sharedFee,
  namedFee,
  feeOnDay,
  sharedFeeOnDay,
  namedFeeOnDay,
  advanceOnJoining,
  advanceOnDay,
  deduction,
] as const;
