import { form } from '../wording/form.ts';

/** Clock and endings: what stops the clock, who is set aside, whose an outcome is. */
export const pausesAll = form({
  name: 'pauses all',
  wording: 'Time {kinds:kinds} pauses every outcome',
  meaning: 'These days neither count nor break a run, and windows lengthen by them.',
  example: 'Time in hospital or in custody pauses every outcome.',
});

export const pauses = form({
  name: 'pauses',
  wording: 'Time {kinds:kinds} pauses {outcomes:outcomes}',
  meaning: 'As for every outcome, for these.',
  example: 'Time in hospital pauses Settled.',
});

export const setsAside = form({
  name: 'sets aside',
  wording: 'Those with {kinds:kinds} are set aside',
  meaning:
    'From the day of such a fact a participant is set aside without fault: what was achieved ' +
    'before stays; nothing after counts for or against anyone.',
  example: 'Those with death, moving away or wish not to be followed are set aside.',
});

export const whose = form({
  name: 'whose',
  wording:
    'An outcome belongs to {whose:the first provider|the last provider|the provider of its day}',
  meaning:
    'Without this sentence: the provider attached on its day and, after an attachment ends, its ' +
    'last.',
  example: 'An outcome belongs to the first provider.',
});

export const takingPartEnds = form({
  name: 'taking part ends',
  wording: 'Taking part ends {length:length} after attachment',
  meaning: 'An attachment ends with this length. It limits no outcome unless the outcome says so.',
  example: 'Taking part ends 104 weeks after attachment.',
});

export const openEnded = form({
  name: 'open-ended',
  wording: 'Taking part has no end',
  meaning: 'An attachment lasts until it is recorded as left.',
  example: 'Taking part has no end.',
});

export const referralsEnd = form({
  name: 'referrals end',
  wording: 'Nobody is referred after {last:date}',
  meaning: 'The last day of referrals. It limits no outcome.',
  example: 'Nobody is referred after 31 March 2031.',
});

export const clockForms = [
  pausesAll,
  pauses,
  setsAside,
  whose,
  takingPartEnds,
  openEnded,
  referralsEnd,
] as const;
