// "Said, and not worked out yet" (docs/settlement.md).
import { expect, test } from 'vitest';
import { aContract } from '../../../test/support/makers/page.ts';
import { notWorkedOut } from './not-worked-out.ts';

const grant = '£40,000 a year to each provider as a grant, in quarters, in advance.';
const goesOn = 'Grants go on until 31 March 2033; one ended sooner is still paid for 6 months.';
const staggered =
  'The start is staggered by area: 2 every 6 months from 1 April 2027, in an order drawn at random.';
const groupStarts = 'The group leaving starts on 1 October 2027.';
const markStarts = 'Those with area=Easton start on 1 October 2027.';

test('sentences that would change what is owed, and do not yet, are told as the page says them', () => {
  const Learning = [staggered, groupStarts, markStarts];
  expect(notWorkedOut(aContract({ said: { Payment: [grant, goesOn], Learning } }))).toEqual([
    goesOn,
    ...Learning,
  ]);
});

test('of a page that says nothing of the kind there is nothing to tell', () => {
  const Learning = ['This page is reviewed every 12 months.'];
  expect(notWorkedOut(aContract({ said: { Payment: [grant], Learning } }))).toEqual([]);
});
