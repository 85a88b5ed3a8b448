import { form } from '../wording/form.ts';

/** The sentences beside the rate card. */
export const either = form({
  name: 'either',
  wording: 'Either {first:outcomes}, or {second:outcomes}, never both',
  meaning:
    'Two routes, each a set of outcomes. The route whose achieved outcomes are worth more pays; ' +
    'between equals, the one achieved earlier.',
  example: 'Either Settled and Qualified, or In work, never both.',
});

export const outcomesForms = [either] as const;
