import { form } from '../wording/form.ts';

/**
 * What an outcome is: the words after its name. A definition is one core, then any of the
 * additions, set off by commas where that reads better.
 */
export const claimed = form({
  name: 'claimed',
  wording: 'claimed',
  meaning:
    'The outcome rests on a recorded claim: a fact whose kind is the name of the outcome. Its ' +
    'day is the day of the fact.',
  example: 'claimed, once per person',
});

export const lasts = form({
  name: 'lasts',
  wording: `{kinds:kinds}[ of {atLeast:bound}] for {length:length by group} {how:in one go|in
    total}[ with gaps of up to {gap:length}]`,
  meaning:
    'So many days in the state. In one go: no day missing; a gap of up to the length given ' +
    'neither breaks the run nor counts. In total: all days added, in days or weeks. A day ' +
    'counts once, however many spells cover it. Only spells whose recorded value is at least ' +
    'the bound count, where one is given. The outcome falls on the last day that was needed; ' +
    'the next repeat begins the day after.',
  example: 'employment of at least 16 hours a week for 13 weeks in one go, once per person',
});

export const absent = form({
  name: 'absent',
  wording: 'no {kinds:kinds}',
  meaning:
    'None of the kinds within the window, which must be given and have an end: a length, a ' +
    'period, or days from and to. Falls on the last day of the window. Must say whether a source ' +
    'is complete, or whether absence is presumed.',
  example:
    'no reconviction within 12 months of release, by the complete record of the police, once ' +
    'per person',
});

export const improves = form({
  name: 'improves',
  wording: '{score:score} improves by at least {by:number by group}',
  meaning:
    'A later score differs from the first by at least so much, in the direction that is better. ' +
    'The first score is the first on or after the day on which counting begins.',
  example: 'goals score improves by at least 10, once per person',
});

export const improvesByShare = form({
  name: 'improves by share',
  wording: '{score:score} improves by at least {share:percent} of the first score',
  meaning:
    'A later score differs from the first by at least this share of the first, in the direction ' +
    'that is better.',
  example: 'goals score improves by at least 60% of the first score, once per person',
});

export const reliable = form({
  name: 'reliable change',
  wording: 'reliable change in {score:score}[ of at least {by:number by group}]',
  meaning:
    'As "improves by at least", named for what it is: a change larger than the error of the ' +
    'instrument. Its threshold must be said.',
  example: 'reliable change in goals score of at least 6, once per person',
});

export const scores = form({
  name: 'scores',
  wording: '{score:score} reaches {least:number by group}',
  meaning: 'A recorded score is at least this good.',
  example: 'goals score reaches 30, once per person',
});

export const addsUp = form({
  name: 'adds up',
  wording: '{kinds:kinds} adding up to {amount:amount by group}',
  meaning:
    'The values recorded on the facts, added in the order of their days, reach the sum; the ' +
    'outcome falls on the day on which they first do. A value per week counts in proportion to ' +
    'the days.',
  example: 'earnings adding up to £3,350, once per person',
});

export const eachDay = form({
  name: 'each day',
  wording: 'each day {kinds:kinds}[ of {atLeast:bound}]',
  meaning:
    'The price is for each day in the state, in one line for each calendar month, on the last ' +
    'day that counts in it.',
  example: 'each day in housing, less days in jail',
});

export const eachDayWithout = form({
  name: 'each day without',
  wording: 'each day without {kinds:kinds}',
  meaning:
    'The price is for each day of the window on which none of the states is recorded, in one ' +
    'line for each calendar month. Must have a window or say "while attached", and must say ' +
    'whether a source is complete or absence is presumed.',
  example:
    'each day without care within 18 months of referral, by the complete record of the council',
});

export const eachUnit = form({
  name: 'each unit',
  wording: 'each {unit:hour|pound|unit} of {kinds:kinds}',
  meaning: 'The price is for each unit of the value recorded, in one line for each fact.',
  example: 'each hour of tutoring',
});

export const allOf = form({
  name: 'all of',
  wording: 'all of {outcomes:outcomes}',
  meaning: 'Each of these outcomes is achieved; it falls on the day of the last of them.',
  example: 'all of Settled and Qualified, once per person',
});

export const anyOf = form({
  name: 'any of',
  wording: 'any of {outcomes:outcomes}',
  meaning: 'One of these outcomes is achieved; it falls on the day of the first of them.',
  example: 'any of Settled and Qualified, once per person',
});

export const happens = form({
  name: 'happens',
  wording: '{kinds:kinds}',
  meaning: 'It happens: a fact of one of the kinds is recorded. A spell happens on its first day.',
  example: 'level 2 or above, once per person',
});

/** The cores, those with more words first, so that a kind alone is tried last. */
export const cores = [
  claimed,
  lasts,
  absent,
  improvesByShare,
  improves,
  reliable,
  scores,
  addsUp,
  allOf,
  anyOf,
  eachDayWithout,
  eachDay,
  eachUnit,
  happens,
] as const;

export const less = form({
  name: 'less',
  wording: 'less days {kinds:kinds} [by the complete record of {source:words}]',
  meaning:
    'A day also in one of these states does not count. Where a complete record is demanded, a ' +
    'day counts only once that source is recorded complete for it.',
  example: 'each day in housing, less days in jail',
});

export const whileAttached = form({
  name: 'while attached',
  wording: 'while attached',
  meaning: 'Only days on which the participant is attached count.',
  example: 'each day in housing, while attached',
});

export const within = form({
  name: 'within',
  wording: 'within {length:length by group} of {anchor:anchor}',
  meaning:
    'Days outside the window do not count. The day of the anchor is the first day of the length.',
  example: 'employment for 26 weeks in total within 104 weeks of attachment, once per attachment',
});

export const between = form({
  name: 'between',
  wording: 'between {opens:length} and {length:length} of {anchor:anchor}',
  meaning:
    'The window opens on the day after the first length has passed, and ends with the second; ' +
    'both are counted from the anchor, and both lengthened by pauses. What happened before it ' +
    'opens is not looked at: add "only after" where it should be.',
  example:
    'in settled housing for 4 weeks in one go, between 12 months and 18 months of attachment, ' +
    'once per person',
});

export const after = form({
  name: 'after',
  wording: 'after {anchor:anchor}',
  meaning: 'Only days from the day after the anchor count.',
  example: 'employment for 4 weeks in one go after Job, up to 13 times per attachment',
});

export const by = form({
  name: 'by',
  wording: 'by {last:date}',
  meaning: 'Only days up to and including this day count.',
  example: 'level 2 by 31 August 2029, once per person',
});

export const since = form({
  name: 'since',
  wording: 'from {first:date}[ to {last:date}]',
  meaning: 'Only days from the first to the last of these days count.',
  example: 'level 2 from 1 September 2028 to 31 August 2029, once per person',
});

export const during = form({
  name: 'during',
  wording: 'in {period:period}',
  meaning: 'Only days of this period count, as the dated table of Clock and endings has it.',
  example: 'level 2 in summer term 2028, once per person',
});

export const completeRecord = form({
  name: 'complete record',
  wording: 'by the complete record of {source:words}',
  meaning:
    'Achieved only if this source is recorded complete to the end of the window; until then it ' +
    'is not known.',
  example:
    'no reconviction within 12 months of release, by the complete record of the police, once ' +
    'per person',
});

export const presumed = form({
  name: 'presumed',
  wording: 'presumed unless recorded',
  meaning: 'Nothing recorded by the end of the window is taken as nothing having happened.',
  example: 'no reconviction within 12 months of release, presumed unless recorded, once per person',
});

export const partly = form({
  name: 'partly',
  wording: 'or from {from:length} in proportion if it ends early',
  meaning:
    'Where the whole length is not reached but at least this much is, the price is paid times ' +
    'the days that were reached over the days of the whole length or, for an absence, of its ' +
    'window. A length is known to have ended early when the window has closed. An absence ends ' +
    'with the event: what was earned falls on the day before it.',
  example:
    'in settled housing for 26 weeks in one go within 52 weeks of attachment, or from 13 weeks ' +
    'in proportion if it ends early, once per person',
});

export const onlyAfter = form({
  name: 'only after',
  wording: 'only after {outcomes:outcomes}',
  meaning: 'Each of these has been achieved on or before its day.',
  example: 'level 2, once per person, only after Settled',
});

export const takesThePlaceOf = form({
  name: 'takes the place of',
  wording: 'taking the place of {outcomes:outcomes}',
  meaning: 'What these outcomes earned is taken from its price, before limits.',
  example: 'level 3, once per person, taking the place of Qualified',
});

export const onceReached = form({
  name: 'once reached',
  wording: 'counted once {outcome:outcome} is achieved',
  meaning:
    'Nothing is owed until that outcome is achieved; then the days before its day are owed as ' +
    'well.',
  example: 'each day in housing, less days in jail, counted once Settled is achieved',
});

export const states = form({
  name: 'states',
  wording: 'counting facts still {states:states}',
  meaning: 'Facts in these states count as well as verified ones.',
  example: 'level 2, once per person, counting facts still claimed or waiting',
});

export const knownWithin = form({
  name: 'known within',
  wording: 'known within {length:length}',
  meaning:
    'An outcome that is not known and verified within this length of its day comes too late.',
  example: 'level 2, once per person, known within 6 months',
});

export const times = form({
  name: 'times',
  wording: '{times:times by group} per {scope:scope}',
  meaning:
    'How often it can be achieved, and within what. No bare "once": once of what must be said.',
  example: 'in settled housing for 13 weeks in one go, up to 5 times per person',
});

/** What may be added to a core, in the order in which a tidy page has them. */
export const additions = [
  less,
  whileAttached,
  within,
  between,
  after,
  by,
  since,
  during,
  completeRecord,
  presumed,
  partly,
  times,
  onlyAfter,
  takesThePlaceOf,
  onceReached,
  states,
  knownWithin,
] as const;
