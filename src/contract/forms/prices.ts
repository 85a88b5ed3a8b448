import { form } from '../wording/form.ts';

/** The sentences that work on the prices of the rate card. */
export const taper = form({
  name: 'taper',
  wording: '{outcomes:outcomes} pays {share:percent} of its price {years:in years}',
  meaning: 'The share of the list price that is paid in these years of the contract.',
  example: 'Settled pays 75% of its price in year 2.',
});

export const yearOfAttachment = form({
  name: 'year of attachment',
  wording: '{outcomes:outcomes} is priced by the year of attachment',
  meaning: 'The year of its price is that of the attachment, not that of the outcome.',
  example: 'Settled is priced by the year of attachment.',
});

export const allByYearOfAttachment = form({
  name: 'all by year of attachment',
  wording: 'Every outcome is priced by the year of attachment',
  meaning: 'As for one outcome, for all.',
  example: 'Every outcome is priced by the year of attachment.',
});

export const deadweight = form({
  name: 'deadweight',
  wording: '{share:percent} of {outcomes:outcomes} would have happened anyway',
  meaning:
    'The price is paid less this share: deadweight. What is said of an outcome in one group goes ' +
    'before what is said of the outcome, that before the group, and that before every outcome.',
  example: '1/6 of Settled would have happened anyway.',
});

export const deadweightOfGroup = form({
  name: 'deadweight of group',
  wording: '{share:percent} of {outcomes:outcomes} would have happened anyway for {group:group}',
  meaning: 'Deadweight of one group.',
  example: '33% of Settled would have happened anyway for leaving.',
});

export const deadweightOfAll = form({
  name: 'deadweight of all',
  wording: '{share:percent} of every outcome would have happened anyway',
  meaning: 'Deadweight of all outcomes.',
  example: '1/6 of every outcome would have happened anyway.',
});

export const deadweightOfAllInGroup = form({
  name: 'deadweight of all in group',
  wording: '{share:percent} of every outcome would have happened anyway for {group:group}',
  meaning: 'Deadweight of all outcomes of one group.',
  example: '33% of every outcome would have happened anyway for leaving.',
});

export const discount = form({
  name: 'discount',
  wording: "Each provider's discount is taken from {outcomes:outcomes}[ from year {year:count}]",
  meaning:
    'The share that the provider offered, recorded as a fact of the kind discount, is taken ' +
    'from the price.',
  example: "Each provider's discount is taken from Settled and In work from year 4.",
});

export const discountOnAll = form({
  name: 'discount on all',
  wording: "Each provider's discount is taken from every outcome[ from year {year:count}]",
  meaning: 'As for one outcome, for all.',
  example: "Each provider's discount is taken from every outcome.",
});

export const uplift = form({
  name: 'uplift',
  wording: '{rate:percent} more is paid for participants with {characteristics:characteristics}',
  meaning:
    'The price is raised by this share for those who have all of these characteristics on the ' +
    'day of attachment. Where several uplifts fit, the largest counts, once.',
  example: '20% more is paid for participants with care=yes.',
});

export const indexation = form({
  name: 'indexation',
  wording: 'Prices stand at {factor:factor} of the rate card {years:in years}',
  meaning:
    'Prices are multiplied by this, exactly, in these years: indexation by figures on the page.',
  example: 'Prices stand at 103.2% of the rate card in year 2.',
});

export const bands = form({
  name: 'bands',
  wording: `The bands of {outcomes:outcomes} count what {per:each provider achieves|all
    providers achieve together} {over:over the whole contract|in each year|in each quarter|in each
    month}, {how:each at its own price|all at the price of the band reached}`,
  meaning:
    'Achievements fill the bands of the rate card in the order in which they became payable. ' +
    'Each is paid at the price of its own band, or all of them, those before it too, at that of ' +
    'the band that the count has reached. A page with bands must say it.',
  example:
    'The bands of Settled count what each provider achieves over the whole contract, each at its ' +
    'own price.',
});

export const addition = form({
  name: 'addition',
  wording: `{amount:money} is added to the price of {outcomes:outcomes} for participants with
    {characteristics:characteristics}`,
  meaning:
    'A fixed sum for those who have all of these characteristics on the day of attachment, added ' +
    'after every percentage. Where several fit, all are added.',
  example: '£50 is added to the price of Settled for participants with care=yes.',
});

export const reverse = form({
  name: 'reverse',
  wording: 'The price of {outcomes:outcomes} is paid by the provider to the commissioner',
  meaning: 'The provider pays, and is not paid, each time the outcome is achieved.',
  example: 'The price of Settled is paid by the provider to the commissioner.',
});

export const laterRate = form({
  name: 'later rate',
  wording: `Once {sum:money} has been earned {per:by a provider|by all providers together} for
    {outcomes:outcomes}, each one after that pays {share:percent} of its price`,
  meaning:
    'What is earned is added up, in the order in which it became payable, from the prices of ' +
    'these outcomes before any limit. The first that finds the sum reached pays this share, and ' +
    'so do all after it.',
  example:
    'Once £500,000 has been earned by a provider for Settled and In work, each one after that ' +
    'pays 50% of its price.',
});

export const lineRounding = form({
  name: 'rounding',
  wording: 'Each line is rounded {direction:to the nearest|up to the|down to the} {unit:money}',
  meaning:
    'Without this sentence each line is rounded to the smallest unit of the currency, halves ' +
    'away from zero.',
  example: 'Each line is rounded down to the £1.',
});

export const totalRounding = form({
  name: 'rounding of the total',
  wording: `Each provider's total for an outcome is rounded {direction:to the nearest|up to
    the|down to the} {unit:money}`,
  meaning:
    'The sum of the exact amounts of one outcome and provider is rounded once and shared over ' +
    'its lines by largest remainder; what a larger unit adds or takes is a line of its own.',
  example: "Each provider's total for an outcome is rounded to the nearest £1.",
});

export const share = form({
  name: 'share',
  wording: '{share:percent} of {outcomes:outcomes} is paid to {payee:words}',
  meaning: 'A share of each line is paid to a named contributor instead of the provider.',
  example: '10% of Qualified is paid to Northshire College.',
});

export const pricesForms = [
  taper,
  yearOfAttachment,
  allByYearOfAttachment,
  deadweightOfGroup,
  deadweightOfAllInGroup,
  deadweightOfAll,
  deadweight,
  discount,
  discountOnAll,
  uplift,
  indexation,
  addition,
  bands,
  laterRate,
  reverse,
  lineRounding,
  totalRounding,
  share,
] as const;
