import { form } from '../wording/form.ts';

/** What the second column of the table of Facts may say. */
export const spell = form({
  name: 'spell',
  wording: 'spell[ with {unit:unit}]',
  meaning: 'Something that lasts from one day to another, perhaps with a value.',
  example: 'spell with hours a week',
});

export const occurrence = form({
  name: 'occurrence',
  wording: 'occurrence[ with {unit:unit}]',
  meaning: 'Something that happens on a day, perhaps with a value.',
  example: 'occurrence with money',
});

export const levels = form({
  name: 'levels',
  wording: 'levels, lowest first',
  meaning:
    'Several kinds of occurrence in one row, separated by commas: each is a level, and "level 2 ' +
    'or above" means it or any after it.',
  example: 'levels, lowest first',
});

export const score = form({
  name: 'score',
  wording: 'score from {low:number} to {high:number}, {better:higher|lower} is better',
  meaning: 'A number measured on a day.',
  example: 'score from 0 to 40, higher is better',
});

export const shapes = [spell, occurrence, levels, score] as const;
