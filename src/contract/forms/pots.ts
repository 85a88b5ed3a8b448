import { form } from '../wording/form.ts';

const over = '{over:in each year|in each quarter|in each month|over the whole contract}';

/** Payment: sums shared among the providers by what each has achieved. */
export const pot = form({
  name: 'pot',
  wording: `A pot of {amount:money} ${over} is shared among the providers by how often each
    achieves {outcomes:outcomes}`,
  meaning:
    'Owed when the period has closed, and a forecast until then. Where nothing was achieved ' +
    'nobody is paid. How often: of an outcome that is paid for each day or unit, how many days ' +
    'or units.',
  example:
    'A pot of £100,000 in each year is shared among the providers by how often each achieves ' +
    'Settled.',
});

export const potByResults = form({
  name: 'pot by results',
  wording: `A pot of {each:money} for each {outcomes:outcomes} ${over}, but[ no less than
    {floor:money} and] no more than {ceiling:money} in all, is shared among the providers by how
    often each achieves it`,
  meaning:
    'A pot that grows with what is achieved, and has a ceiling and perhaps a floor. Each period ' +
    'has a pot of its own.',
  example:
    'A pot of £500 for each Settled in each year, but no less than £20,000 and no more than ' +
    '£100,000 in all, is shared among the providers by how often each achieves it.',
});

export const potForms = [pot, potByResults] as const;
