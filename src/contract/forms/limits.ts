import { form } from '../wording/form.ts';

/** The most that may be earned. */
export const limitPerScope = form({
  name: 'limit',
  wording: `No more than {most:money by group} is paid per {scope:scope}[ in
    {each:each year|}][ for {outcomes:outcomes}]`,
  meaning:
    'Lines are paid in place-in-line order until this much is reached; what is above stays on ' +
    'its line as not paid.',
  example: 'No more than £8,200 is paid per person.',
});

export const limitsForms = [limitPerScope] as const;
