import { form } from '../wording/form.ts';

/** Before: what there was, what it cost, how things stood, and who answered the draft. */
export const formerCost = form({
  name: 'former cost',
  wording: `The former service[, {service:words},] cost {cost:money} a year[,
    according to {source:words}]`,
  meaning: 'What was bought before and what it cost, against which this page is judged.',
  example:
    "The former service, a hostel with support, cost £410,000 a year, according to the council's " +
    'accounts for 2025.',
});

export const formerUnitCost = form({
  name: 'former unit cost',
  wording:
    'The former service cost {cost:money} for each {result:words}[, according to {source:words}]',
  meaning: 'What one result cost before.',
  example:
    "The former service cost £9,300 for each care leaver in work, according to the council's " +
    'accounts for 2025.',
});

export const noFormerService = form({
  name: 'no former service',
  wording: 'There was no former service',
  meaning: 'Nothing of the kind was bought before.',
  example: 'There was no former service.',
});

export const baselineShare = form({
  name: 'baseline share',
  wording: '{share:percent} of {statement:words}[, according to {source:words}]',
  meaning: 'How things stood before, as a share of people, and where the figure is from.',
  example:
    '41% of care leavers aged 19 to 21 were not in work or learning, according to the national ' +
    'statistics of 2025.',
});

export const baselineAverage = form({
  name: 'baseline average',
  wording:
    'The average of {measure:words} was {value:number} {unit:words}[, according to {source:words}]',
  meaning: 'How things stood before, as an average, and where the figure is from.',
  example:
    'The average of time in hospital was 14.5 nights a year, according to the records of the ' +
    'health board.',
});

export const baselineMoney = form({
  name: 'baseline money',
  wording: 'The average of {measure:words} was {value:money}[, according to {source:words}]',
  meaning: 'How things stood before, as an average of money.',
  example: 'The average of earnings in a year was £11,200, according to the tax records of 2025.',
});

export const draftOpen = form({
  name: 'draft open',
  wording: 'The draft was open from {from:date} to {to:date}',
  meaning: 'When anyone could read the draft of this page and answer it.',
  example: 'The draft was open from 1 October 2026 to 30 November 2026.',
});

export const answered = form({
  name: 'answered',
  wording: 'The draft was answered by {who:words}',
  meaning: 'Who answered.',
  example:
    'The draft was answered by 14 care leavers, three charities and the Northshire housing ' +
    'companies.',
});

export const nobodyAnswered = form({
  name: 'nobody answered',
  wording: 'Nobody answered the draft',
  meaning: 'The draft was open, and there were no answers.',
  example: 'Nobody answered the draft.',
});

export const answersChanged = form({
  name: 'answers changed',
  wording: 'The answers changed {changes:words}',
  meaning: 'What became different because of the answers.',
  example: 'The answers changed the price of Settled and the length of time it lasts.',
});

export const beforeForms = [
  formerCost,
  formerUnitCost,
  noFormerService,
  baselineShare,
  baselineAverage,
  baselineMoney,
  draftOpen,
  answered,
  nobodyAnswered,
  answersChanged,
] as const;
