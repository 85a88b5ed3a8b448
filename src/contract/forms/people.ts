import { form } from '../wording/form.ts';

/** The sentences beside the table of groups. */
export const expected = form({
  name: 'expected',
  wording: 'About {count:count} are expected[ in {each:each year|}]',
  meaning: 'How many participants the commissioner expects: a forecast, binding nobody.',
  example: 'About 400 are expected in each year.',
});

export const expectedAs = form({
  name: 'expected as',
  wording: 'About {count:count} are expected as {group:group}[ in {each:each year|}]',
  meaning: 'How many participants of one group are expected: a forecast, binding nobody.',
  example: 'About 80 are expected as leaving in each year.',
});

export const groupFixed = form({
  name: 'group fixed',
  wording: 'The group is the one recorded by {record:words}',
  meaning: 'Which record decides the group. It is fixed on the day of attachment.',
  example: 'The group is the one recorded by the referral.',
});

export const peopleForms = [expected, expectedAs, groupFixed] as const;
