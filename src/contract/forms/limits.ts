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

export const limitInAll = form({
  name: 'limit in all',
  wording: 'No more than {most:money} is paid {over:in all|in each year}[ for {outcomes:lines}]',
  meaning:
    'Over all participants and providers. Without the names of outcomes or measures it covers ' +
    'every line, grants and fees too. Lines are paid in place-in-line order until it is reached.',
  example: 'No more than £2,000,000 is paid in all for Settled and Qualified.',
});

export const limitInProportion = form({
  name: 'limit shared in proportion',
  wording: `No more than {most:money} is paid {over:in all|in each year}[ for
    {outcomes:lines}], shared in proportion to what is earned`,
  meaning:
    'Over the lines that the same limit would cover without these words: without names of ' +
    'outcomes over every line, grants and fees in advance too. None of them is owed before the ' +
    'year or the contract has closed; until then they are forecast. Where they come to more than ' +
    'this, each is paid its share, by what it came to before any limit.',
  example:
    'No more than £500,000 is paid in each year for Settled, shared in proportion to what is ' +
    'earned.',
});

export const limitOfEachProvider = form({
  name: 'limit of each provider',
  wording: `No more than {most:money} is paid to each provider[ in {each:each year|}][ for
    {outcomes:lines}]`,
  meaning: 'As for all together, for each provider by itself.',
  example: 'No more than £300,000 is paid to each provider in each year.',
});

export const limitOfOneProvider = form({
  name: 'limit of one provider',
  wording: `{provider:party} is paid no more than {most:money}[ in {each:each year|}][ for
    {outcomes:lines}]`,
  meaning: 'As for each provider, for the one that is named.',
  example: 'Bright Futures is paid no more than £200,000 for Settled.',
});

export const limitOfGroup = form({
  name: 'limit of a group',
  wording: `No more than {most:money} is paid for the group {group:group}[ in
    {each:each year|}][ for {outcomes:lines}]`,
  meaning: 'As for all together, over those of one group.',
  example: 'No more than £900,000 is paid for the group leaving in each year.',
});

export const limitOfCount = form({
  name: 'limit of a count',
  wording: `{outcomes:outcomes} is paid for no more than {share:percent} of {whom:those attached
    to each provider|those referred to each provider|all those attached|all those referred}`,
  meaning:
    'This share of the people so far, rounded down, is how many can be paid. Those above it ' +
    'wait in line, and are paid when there are people enough.',
  example: 'Settled is paid for no more than 62% of those attached to each provider.',
});

export const limitsForms = [
  limitPerScope,
  limitInAll,
  limitInProportion,
  limitOfEachProvider,
  limitOfOneProvider,
  limitOfGroup,
  limitOfCount,
] as const;
