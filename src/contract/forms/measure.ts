import { form } from '../wording/form.ts';

/**
 * What a measure is: the words after its name. A definition is one core, which says whose number it
 * is, then any of the additions, set off by commas.
 */
export const number = form({
  name: 'number',
  wording: `the number of {outcomes:outcomes} achieved by those {whom:referred|attached}
    {cohorts:cohorts}`,
  meaning:
    'How often any of these outcomes was achieved by the people of the cohort: all those ' +
    'referred, or attached, in its days, each counted once. Of an outcome that is paid for each ' +
    'day or unit, how many days or units.',
  example:
    'the number of Settled achieved by those attached in each year, for each provider, taken 12 ' +
    'months after the cohort ends, those whose outcome is not known left out',
});

export const share = form({
  name: 'share',
  wording: `the share of those {whom:referred|attached} {cohorts:cohorts} who achieve
    {outcomes:any outcome}`,
  meaning: 'Of the people of the cohort, the share who achieved any of these at least once.',
  example:
    'the share of those referred in each year who achieve Settled or In work, for each provider, ' +
    'taken 12 months after the cohort ends, those whose outcome is not known counted as not ' +
    'achieving it',
});

export const rate = form({
  name: 'rate',
  wording: `the number of {outcomes:outcomes} achieved {cohorts:cohorts} by anyone, for each one
    {whom:referred|attached} in it`,
  meaning:
    'Achievements whose day falls in the period, whoever achieved them, for each of the people ' +
    'referred, or attached, in the same period. It moves with how many come, and not with how ' +
    'well they do: "the share of those" does not.',
  example:
    'the number of Job achieved in each year by anyone, for each one referred in it, for each ' +
    'provider, taken when the cohort ends',
});

export const perOneWithAny = form({
  name: 'per one with any',
  wording: `the number of {kinds:kinds} for each of those {whom:referred|attached} {cohorts:cohorts}
    with any`,
  meaning:
    'All facts of these kinds about the people of the cohort, for each of those who have any. It ' +
    'can rise while fewer people have any.',
  example:
    'the number of reconviction for each of those attached in each year with any, for the ' +
    'programme, within 12 months of their attachment, by the complete record of the police, ' +
    'taken 12 months after the cohort ends',
});

export const perHead = form({
  name: 'per head',
  wording:
    'the number of {kinds:kinds} for each of those {whom:referred|attached} {cohorts:cohorts}',
  meaning:
    'All facts of these kinds about the people of the cohort, for each of these people. A spell ' +
    'counts once, on its first day.',
  example:
    'the number of reconviction for each of those attached in each year, for the programme, ' +
    'within 12 months of their attachment, by the complete record of the police, taken 12 ' +
    'months after the cohort ends',
});

export const shareWith = form({
  name: 'share with',
  wording: 'the share of those {whom:referred|attached} {cohorts:cohorts} with {kinds:kinds}',
  meaning: 'Of the people of the cohort, the share with any fact of these kinds.',
  example:
    'the share of those attached in each year with reconviction, for the programme, within 12 ' +
    'months of their attachment, by the complete record of the police, taken 12 months after ' +
    'the cohort ends',
});

export const shareHaving = form({
  name: 'share having',
  wording:
    'the share of those {whom:referred|attached} {cohorts:cohorts} having {with:characteristics}',
  meaning:
    'Of the people of the cohort, the share with all of these characteristics, as recorded with ' +
    'the referral or attachment.',
  example:
    'the share of those attached in each year having area=Leeds, for each provider, taken when ' +
    'the cohort ends',
});

export const sum = form({
  name: 'sum',
  wording: `the {how:total|mean} of {kinds:kinds} of those {whom:referred|attached}
    {cohorts:cohorts}`,
  meaning:
    'The values recorded on facts of these kinds, added up; or that sum for each of the people ' +
    'of the cohort, those without such a fact included.',
  example:
    'the mean of earnings of those attached in each year, for each provider, within 12 months of ' +
    'their attachment, presumed unless recorded, taken 12 months after the cohort ends',
});

export const meanChange = form({
  name: 'mean change',
  wording: 'the mean change in {score:score} of those {whom:referred|attached} {cohorts:cohorts}',
  meaning:
    'The last score less the first, counted up in the direction that is better, on average over ' +
    'those with at least two.',
  example:
    'the mean change in goals score of those attached in each year, for each provider, within 12 ' +
    'months of their attachment, taken 12 months after the cohort ends',
});

export const estimated = form({
  name: 'estimated',
  wording: 'as estimated by {who:words} for those {whom:referred|attached} {cohorts:cohorts}',
  meaning:
    'A fact whose kind is the name of the measure, recorded for the cohort and used exactly as ' +
    'it was signed. Until it is recorded, the measure is not known.',
  example:
    'as estimated by the evaluator for those referred over the whole contract, for the ' +
    'programme, counting the estimate itself',
});

export const weighted = form({
  name: 'weighted',
  wording: 'the sum of {parts:weights}',
  meaning:
    'Other measures of the same cohorts, each times its weight, added up. It is of those, and ' +
    'for those, of whom they are, and not known while any of them is not.',
  example: 'the sum of 80% of Fewer jail days and 20% of Fewer returns',
});

/** The cores, those with more words first. */
export const measureCores = [
  number,
  share,
  rate,
  perOneWithAny,
  perHead,
  shareWith,
  shareHaving,
  sum,
  meanChange,
  estimated,
  weighted,
] as const;

export const forWhom = form({
  name: 'for whom',
  wording: 'for {per:each provider|the programme}',
  meaning:
    'Whether there is one number for each provider, of its own people, or one for all together.',
  example: share.example,
});

export const within = form({
  name: 'within',
  wording: 'within {length:length} of their {from:referral|attachment}',
  meaning:
    'Of each of the people only what happens within this length counts. The day of the referral ' +
    'or attachment is its first day.',
  example: shareWith.example,
});

export const completeRecord = form({
  name: 'complete record',
  wording: 'by the complete record of {source:words}',
  meaning:
    'Known only once this source is recorded complete, for everybody and for every kind, from ' +
    'the first day of the cohort to the last that counts.',
  example: shareWith.example,
});

export const presumed = form({
  name: 'presumed',
  wording: 'presumed unless recorded',
  meaning:
    'What is not recorded by the day on which the number is taken did not happen. A measure that ' +
    'counts facts must say either this or whose record is complete.',
  example: sum.example,
});

export const takenAfter = form({
  name: 'taken after',
  wording: 'taken {after:length} after the cohort ends',
  meaning: 'The number is taken on the last day of this length, and counts what happened by then.',
  example: share.example,
});

export const takenAtEnd = form({
  name: 'taken at the end',
  wording: 'taken when the cohort ends',
  meaning: 'The number is taken on the last day of the cohort, and counts what happened by then.',
  example: rate.example,
});

export const takenOn = form({
  name: 'taken on',
  wording: 'taken on {on:date}',
  meaning: 'The number is taken on this day, and counts what happened by then.',
  example:
    'the share of those attached in summer term 2028 with reconviction, for the programme, by ' +
    'the complete record of the police, taken on 31 July 2029',
});

export const changes = form({
  name: 'changes',
  wording: 'measured as how far it {how:rises above|falls below} {base:base}',
  meaning: 'The number less what it is compared with, or what it is compared with less the number.',
  example:
    'the mean of earnings of those attached in each year, for the programme, presumed unless ' +
    'recorded, taken when the cohort ends, measured as how far it rises above 2500',
});

export const changesByShare = form({
  name: 'changes by share',
  wording: 'measured as the percentage by which it {how:rises above|falls below} {base:base}',
  meaning: 'The rise or fall as a share of what the number is compared with.',
  example:
    'the number of reconviction for each of those attached in each year, for the programme, ' +
    'presumed unless recorded, taken when the cohort ends, measured as the percentage by which ' +
    'it falls below that of summer term 2028',
});

export const shareOf = form({
  name: 'share of',
  wording: 'measured as a percentage of {base:base}',
  meaning: 'The number divided by what it is compared with.',
  example:
    'the number of Job achieved in each year by anyone, for each one referred in it, for each ' +
    'provider, taken when the cohort ends, measured as a percentage of 5.5%',
});

export const estimateUsed = form({
  name: 'estimate used',
  wording: `counting {bound:the estimate itself|the low end of its interval|the high end of its
    interval}`,
  meaning: 'Which of the signed numbers counts: the estimate, or an end of its interval.',
  example: estimated.example,
});

export const notKnown = form({
  name: 'not known',
  wording: `those whose outcome is not known {count:left out|counted as not achieving it}`,
  meaning:
    'People who have achieved none of the outcomes, and of whom it is not known whether they ' +
    'have: they are not among the people of the cohort, or they are and have not.',
  example: share.example,
});

/** What may be added to a core, in the order in which a tidy page has them. */
export const measureAdditions = [
  forWhom,
  within,
  completeRecord,
  presumed,
  takenAfter,
  takenAtEnd,
  takenOn,
  changes,
  changesByShare,
  shareOf,
  estimateUsed,
  notKnown,
] as const;
