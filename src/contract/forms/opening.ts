import { form } from '../wording/form.ts';

/**
 * The sentences under the title: who buys, for how long, under which reckoning of days and years.
 */
export const buys = form({
  name: 'buys',
  wording: '{commissioner:words} buys this, in {currency:currency}, from {from:date} to {to:date}',
  meaning:
    'Who buys and pays, the one currency of the page, and the first and last day on which ' +
    'people may be referred and attached. It limits no outcome.',
  example: 'Northshire Council buys this, in pounds sterling, from 1 April 2027 to 31 March 2032.',
});

export const spends = form({
  name: 'spends',
  wording: 'It may spend {most:money} in all',
  meaning: 'The most that the commissioner has set aside for this contract.',
  example: 'It may spend £2,250,000 in all.',
});

export const workingDays = form({
  name: 'working days',
  wording: 'Working days are those of {place:working days}',
  meaning:
    'The place whose weekends and public holidays are not working days. A page that counts in ' +
    'working days must say it.',
  example: 'Working days are those of England.',
});

export const language = form({
  name: 'language',
  wording: 'Written in Outturn {version:count}',
  meaning:
    'The version of this language. The words keep its meaning for as long as the page lives.',
  example: 'Written in Outturn 1.',
});

export const unit = form({
  name: 'unit',
  wording: 'Each participant is {unit:participant}',
  meaning: 'What is served and counted: a person unless the page says otherwise.',
  example: 'Each participant is a family.',
});

export const yearsRun = form({
  name: 'years run',
  wording: 'Years run from {start:day of the year}',
  meaning:
    'Year 1 ends on the day before this date first comes round. Without the sentence, years run ' +
    'from each anniversary of the first day.',
  example: 'Years run from 1 April.',
});

export const version = form({
  name: 'version',
  wording: `Version {number:count} counts for {for:outcomes|attachments} from {from:date} and
    replaces {replaces:hash}`,
  meaning:
    'A later version of a contract: from which day it counts, for outcomes that fall or ' +
    'attachments that are made from that day on, and the hash of the terms that it replaces.',
  example:
    'Version 2 counts for outcomes from 1 April 2028 and replaces ' +
    'sha256:3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea.',
});

export const noOneIsCounted = form({
  name: 'no one is counted',
  wording: 'No one is counted',
  meaning:
    'The page has no people, facts or outcomes: only a grant, promises, voice and a rhythm of ' +
    'learning.',
  example: 'No one is counted.',
});

export const openingForms = [
  buys,
  spends,
  workingDays,
  language,
  unit,
  yearsRun,
  version,
  noOneIsCounted,
] as const;
