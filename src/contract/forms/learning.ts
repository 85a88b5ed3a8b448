import { form } from '../wording/form.ts';

/** Learning: how it will be judged, when it is reviewed, and what may change within what bounds. */
export const staggered = form({
  name: 'staggered start',
  wording: `The start is staggered by {by:area|group|provider}: {count:count} every {every:length}
    from {from:date}, in an order drawn at random`,
  meaning:
    'Those not yet started are the comparison for those that have. The draw is made before the ' +
    'first.',
  example:
    'The start is staggered by area: 2 every 6 months from 1 April 2027, in an order drawn at ' +
    'random.',
});

export const groupStarts = form({
  name: 'group starts',
  wording: 'The group {group:group} starts on {from:date}',
  meaning: 'The first day on which people of this group may be referred.',
  example: 'The group leaving starts on 1 October 2027.',
});

export const characteristicsStart = form({
  name: 'characteristics start',
  wording: 'Those with {characteristics:characteristics} start on {from:date}',
  meaning: 'The first day on which those with all of these characteristics may be referred.',
  example: 'Those with area=Easton start on 1 October 2027.',
});

export const drawnByLot = form({
  name: 'drawn by lot',
  wording: 'Where more are eligible than there are places, those referred are drawn by lot',
  meaning: 'A fair way to share too few places, which also gives a fair comparison.',
  example: 'Where more are eligible than there are places, those referred are drawn by lot.',
});

export const effectJudged = form({
  name: 'effect judged',
  wording: `The effect[ on {outcomes:outcomes}] is judged by {who:words} on {day:date}, comparing
    {method:people drawn at random|early starters with late|people matched one to
    another|the change here with the change elsewhere|those either side of a line|after with
    before}`,
  meaning:
    'The evaluation plan: who judges, by which day, and by which comparison, said before ' +
    'anything is known of the results.',
  example:
    'The effect on Settled and In work is judged by the University of Northshire on 30 September ' +
    '2030, comparing early starters with late.',
});

export const comparedWith = form({
  name: 'compared with',
  wording: 'The comparison group is {whom:words}',
  meaning: 'Whom those served are compared with.',
  example: 'The comparison group is care leavers of the areas that have not started.',
});

export const findingsPublished = form({
  name: 'findings published',
  wording: 'What is found is published within {within:length}, whatever it shows',
  meaning: 'How soon after the day of judging the evaluation is public.',
  example: 'What is found is published within 3 months, whatever it shows.',
});

export const reviewedEvery = form({
  name: 'reviewed every',
  wording: 'This page is reviewed every {every:length}',
  meaning: 'How often, from the first day of the contract, it is looked at again.',
  example: 'This page is reviewed every 12 months.',
});

export const reviewedOn = form({
  name: 'reviewed on',
  wording: 'This page is reviewed on {day:date}',
  meaning: 'A day on which it is looked at again.',
  example: 'This page is reviewed on 1 April 2029.',
});

export const learntEvery = form({
  name: 'learnt every',
  wording: 'Every {every:length}, {who:words} write down together what they have learnt',
  meaning: 'The rhythm of learning: what is written binds nobody, and is kept with the page.',
  example:
    'Every 3 months, the council, the grant holder and those who come write down together what ' +
    'they have learnt.',
});

export const learningPublished = form({
  name: 'learning published',
  wording: 'What has been learnt is published within {within:length}',
  meaning: 'How soon after each such day it is public.',
  example: 'What has been learnt is published within 30 days.',
});

const review = '{review:review|yearly review|half-yearly review}';

export const pricesMayMove = form({
  name: 'prices may move',
  wording: `Prices[ of {outcomes:outcomes}] may move by at most {most:percent}
    at each ${review}, with {notice:notice}`,
  meaning:
    'A change within this bound and after this notice binds those who have signed; a larger one ' +
    'needs their signature. At each review: at each that this page has.',
  example: "Prices may move by at most 10% at each yearly review, with 90 days' notice.",
});

export const sumMayMove = form({
  name: 'sum may move',
  wording: `The sum that may be spent may move by at most {most:percent}
    at each ${review}, with {notice:notice}`,
  meaning: 'As for prices, for what the commissioner may spend in all.',
  example:
    "The sum that may be spent may move by at most 20% at each yearly review, with 90 days' " +
    'notice.',
});

export const outcomesMayBeAdded = form({
  name: 'outcomes may be added',
  wording: `Outcomes may be added at each ${review}, with {notice:notice}; none is taken away`,
  meaning: 'New rows of the rate card may come in by a review. Those there are stay.',
  example: "Outcomes may be added at each yearly review, with 90 days' notice; none is taken away.",
});

export const changesCountFor = form({
  name: 'changes count for',
  wording: 'Changes count for {for:new attachments|outcomes after them} alone',
  meaning: 'Whom a change of the page reaches. What was achieved before it stays as it was.',
  example: 'Changes count for new attachments alone.',
});

export const nothingElseMayChange = form({
  name: 'nothing else may change',
  wording: 'Nothing else may change unless those who signed sign again',
  meaning: 'What this page does not foretell binds nobody who has not signed it.',
  example: 'Nothing else may change unless those who signed sign again.',
});

export const waived = form({
  name: 'waived',
  wording: 'The warning {rule:rule} is waived, because {reason:words}',
  meaning: 'A warning of the checker that the commissioner has read and set aside, and why.',
  example:
    'The warning page.longer_than_a_sheet is waived, because the law asks for the list of sites ' +
    'to stand here.',
});

export const learningForms = [
  staggered,
  groupStarts,
  characteristicsStart,
  drawnByLot,
  effectJudged,
  comparedWith,
  findingsPublished,
  reviewedEvery,
  reviewedOn,
  learntEvery,
  learningPublished,
  pricesMayMove,
  sumMayMove,
  outcomesMayBeAdded,
  changesCountFor,
  nothingElseMayChange,
  waived,
] as const;
