import { form } from '../wording/form.ts';

/** What may stand in the last column of a worked example. */
export const referredRow = form({
  name: 'referred',
  wording: 'referred[ to {provider:party}][, known {known:date}]',
  meaning: 'A referral on this day.',
  example: 'referred to Bright Futures',
});

export const attachedRow = form({
  name: 'attached',
  wording: `attached to {provider:party}[ as {group:group}][ with
    {characteristics:characteristics}][, known {known:date}]`,
  meaning: 'An attachment on this day. The group may be left out where the page has only one.',
  example: 'attached to Bright Futures as leaving',
});

export const leftRow = form({
  name: 'left',
  wording: 'left {provider:party}[, known {known:date}]',
  meaning: 'The last day of the attachment to this provider.',
  example: 'left Bright Futures',
});

export const spellRow = form({
  name: 'spell',
  wording: `{kind:kind}[ of {value:quantity}] to {to:date}[, by {source:words}][, known
    {known:date}][, {state:claimed|waiting|rejected}]`,
  meaning: 'A spell from the day in the first column to this day.',
  example: 'in settled housing to 1 March 2028',
});

export const openSpellRow = form({
  name: 'open spell',
  wording: '{kind:kind}[ of {value:quantity}] with no end yet, known {known:date}',
  meaning: 'A spell that goes on, and the day on which that was known.',
  example: 'in settled housing with no end yet, known 1 March 2028',
});

export const scoreRow = form({
  name: 'score',
  wording:
    '{score:score} of {value:number}[, known {known:date}][, {state:claimed|waiting|rejected}]',
  meaning: 'A score on this day.',
  example: 'goals score of 24',
});

export const completeRow = form({
  name: 'complete',
  wording: 'record of {kind:kind} by {source:words} complete to {to:date}',
  meaning: 'The source is complete for this kind from the day in the first column to this one.',
  example: 'record of reconviction by the police complete to 1 March 2029',
});

export const discountRow = form({
  name: 'discount',
  wording: 'discount of {share:percent} by {provider:party}[ on {outcome:outcome}]',
  meaning: "A provider's discount, which counts from this day.",
  example: 'discount of 6% by Bright Futures',
});

export const claimRow = form({
  name: 'claim',
  wording: '{outcome:outcome} claimed[, known {known:date}][, {state:claimed|waiting|rejected}]',
  meaning: 'A claim of an outcome that rests on claims; verified unless the row says otherwise.',
  example: 'Feels safe claimed',
});

export const occurrenceRow = form({
  name: 'occurrence',
  wording: `{kind:kind}[ of {value:quantity}][, by {source:words}][, known {known:date}][,
    {state:claimed|waiting|rejected}]`,
  meaning: 'Something that happens on this day.',
  example: 'level 2',
});

export const providerJoinedRow = form({
  name: 'provider joined',
  wording: '{provider:party} joined[, known {known:date}]',
  meaning: 'The provider joins the contract on this day; all lines of the example then count.',
  example: 'Bright Futures joined',
});

export const providerLeftRow = form({
  name: 'provider left',
  wording: '{provider:party} left[, known {known:date}]',
  meaning: 'The last day of the provider in the contract.',
  example: 'Bright Futures left',
});

export const estimatedRow = form({
  name: 'estimated',
  wording: `{measure:measure}[ of {provider:party}] estimated at {value:level}[, interval
    {low:level} to {high:level}][, for {cohort:words}][, by {signer:words}][, known {known:date}]`,
  meaning:
    'A signed estimate of a measure: for which cohort, by the name of its period or the first ' +
    'day of its year, quarter or month, where the measure has several; and of which provider, ' +
    'where it is for each provider.',
  example: 'Fewer jail days estimated at 8.39%, interval 2% to 14.1%, for summer term 2028',
});

export const exampleRows = [
  estimatedRow,
  referredRow,
  attachedRow,
  leftRow,
  completeRow,
  discountRow,
  claimRow,
  openSpellRow,
  spellRow,
  scoreRow,
  occurrenceRow,
  providerJoinedRow,
  providerLeftRow,
] as const;
