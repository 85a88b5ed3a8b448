import { form } from '../wording/form.ts';

/** What measures pay, to whom, and what is not paid without them. */
export const paysOnce = form({
  name: 'pays in each cohort',
  wording: `{measure:measure} pays {amount:money} for each cohort in which it is at least
    {least:level}`,
  meaning:
    'The sum is paid once for each cohort, and for each provider where the measure is for each ' +
    'provider. The exact value is compared, never a rounded one.',
  example: 'Fewer jail days pays £1,500,000 for each cohort in which it is at least 10%.',
});

export const paysEach = form({
  name: 'pays for each',
  wording: `{measure:measure} pays {amount:money} for each {unit:percentage point|one} above
    {above:level}, {parts:whole ones alone|parts in proportion}`,
  meaning: 'So much for each point, or for each one, by which the measure is above this value.',
  example: 'Fewer jail days pays £38,000 for each percentage point above 30%, parts in proportion.',
});

export const paysEachAboveShare = form({
  name: 'pays for each above a share',
  wording: `{measure:measure} pays {amount:money} for each one above {share:percent} of those in the
    cohort, {parts:whole ones alone|parts in proportion}`,
  meaning:
    'So much for each one counted above this share of the people of the cohort: the achievements ' +
    'or facts of a number or rate, the people of a share.',
  example:
    'Fewer returns pays £1,000 for each one above 5.5% of those in the cohort, whole ones alone.',
});

export const paysEachBelowShare = form({
  name: 'pays for each below a share',
  wording: `{measure:measure} pays {amount:money} for each one below {share:percent} of those in the
    cohort, {parts:whole ones alone|parts in proportion}`,
  meaning: 'So much for each one by which those counted are fewer than this share of the people.',
  example:
    'Fewer returns pays £4,000 for each one below 47.5% of those in the cohort, parts in ' +
    'proportion.',
});

export const paysEachBeyondNumber = form({
  name: 'pays for each beyond a number',
  wording: `{measure:measure} pays {amount:money} for each one {side:more|fewer} than {level:number}
    for each of those in the cohort[ {any:with any|}],
    {parts:whole ones alone|parts in proportion}`,
  meaning:
    'So much for each achievement or fact counted above, or below, this number times the people ' +
    'of the cohort. Where the measure is for each of those with any, times those who have any.',
  example:
    'Fewer returns pays £1,000 for each one fewer than 1.9 for each of those in the cohort, ' +
    'whole ones alone.',
});

export const paysUnpaid = form({
  name: 'pays for cohorts not paid',
  wording: `{measure:measure} pays {amount:money} for each cohort of {of:measure} not paid before,
    if it is at least {least:level}`,
  meaning:
    'A second test: if this measure, once taken, is at least so much, the sum is paid for each ' +
    'cohort of the other measure for which that measure has paid nothing.',
  example:
    'Fewer returns pays £1,500,000 for each cohort of Fewer jail days not paid before, if it is ' +
    'at least 7.5%.',
});

export const paysAvoidedCost = form({
  name: 'pays avoided cost',
  wording: `{measure:measure} pays {share:percent} of an avoided cost of {cost:money} for each one,
    {parts:whole ones alone|parts in proportion}`,
  meaning: 'A share of what is saved for each one that the measure counts.',
  example: 'Fewer jail days pays 35% of an avoided cost of £120 for each one, parts in proportion.',
});

export const gate = form({
  name: 'gate',
  wording: `Nothing is paid for {lines:lines} unless {measure:measure} is
    {bound:at least|more than} {least:level}`,
  meaning:
    'Until the measure is taken these lines wait, and where it is lower or not known they are ' +
    'not paid. It is the measure of the cohort of the referral or attachment; of a measure, that ' +
    'of the same cohort.',
  example: 'Nothing is paid for Settled and Qualified unless Fewer returns is at least 65%.',
});

export const sharedAmong = form({
  name: 'shared among providers',
  wording: `What {measure:measure} pays is shared
    {how:equally among the providers|by the attachments of each}`,
  meaning:
    'Who is paid where the measure is for the programme: the providers that have joined, in ' +
    'equal parts, or those of the attachments of the cohort, by how many each has.',
  example: 'What Fewer jail days pays is shared by the attachments of each.',
});

export const goesTo = form({
  name: 'goes to',
  wording: '{share:percent} of what {measure:measure} pays goes to {provider:party}',
  meaning: 'A provider and its share; the shares of a measure add up to 100%.',
  example: '60% of what Fewer jail days pays goes to Bright Futures.',
});

export const measuresForms = [
  paysOnce,
  paysEach,
  paysEachAboveShare,
  paysEachBelowShare,
  paysEachBeyondNumber,
  paysUnpaid,
  paysAvoidedCost,
  gate,
  sharedAmong,
  goesTo,
] as const;

/** The first column of a schedule: from where to where the value lies. */
export const under = form({
  name: 'under',
  wording: 'under {under:level}',
  meaning: 'The first row: any value below this.',
  example: 'under 20%',
});

export const fromTo = form({
  name: 'from to',
  wording: '{least:level} to under {under:level}',
  meaning: 'From the first value, which is included, to the second, which is not.',
  example: '20% to under 30%',
});

export const orMore = form({
  name: 'or more',
  wording: '{least:level} or more',
  meaning: 'The last row: this value and any above it.',
  example: '65% or more',
});

export const scheduleRows = [under, fromTo, orMore] as const;

/** The second column of a schedule: what such a value pays. */
export const paid = form({
  name: 'paid',
  wording: '{amount:money}',
  meaning: 'A sum, once for the cohort.',
  example: '£6,130,000',
});

export const paidEach = form({
  name: 'paid for each',
  wording: '{each:money} for each[ {whole:whole|}] {unit:point|one}[ above {above:level}]',
  meaning:
    'So much for each percentage point, or each one, of the value or of what of it is above ' +
    'another; parts in proportion unless it says whole.',
  example: '£160,000 for each point',
});

export const paidAndEach = form({
  name: 'paid and for each',
  wording: `{amount:money} and {each:money} for each[ {whole:whole|}] {unit:point|one} above
    {above:level}`,
  meaning: 'A sum, and so much for each percentage point, or each one, above a value.',
  example: '£4,800,000 and £38,000 for each point above 30%',
});

export const scheduleCells = [paid, paidEach, paidAndEach] as const;
