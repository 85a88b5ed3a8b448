import { form } from '../wording/form.ts';

/** Voice: what people are asked, when and by whom. What they say is never for pay. */
export const askedAfter = form({
  name: 'asked after',
  wording: `Everyone is asked {after:length} after {event:referral|attachment|leaving} by
    {asker:words}: {question:words}`,
  meaning: 'A question put to each person so long after an event.',
  example:
    'Everyone is asked 13 weeks after attachment by somebody outside the provider: whether it ' +
    'has helped, and what would help more.',
});

export const askedEvery = form({
  name: 'asked every',
  wording: 'Everyone is asked every {every:length} by {asker:words}: {question:words}',
  meaning: 'A question put to each person again and again while they take part.',
  example:
    'Everyone is asked every 6 months by somebody outside the provider: whether they feel safe, ' +
    'and whether they were listened to.',
});

export const mayAnswer = form({
  name: 'may answer',
  wording: 'Anyone may say what they think to {whom:words} on any day',
  meaning: 'Nobody has to wait to be asked.',
  example: "Anyone may say what they think to the council's public desk on any day.",
});

export const answeredAs = form({
  name: 'answered as',
  wording: 'Answers are {manner:yes or no|in their own words}',
  meaning: 'How a question is answered.',
  example: 'Answers are in their own words.',
});

export const answeredFromTo = form({
  name: 'answered from to',
  wording: 'Answers run from {low:number} to {high:number}, {better:higher|lower} is better',
  meaning: 'The scale on which questions are answered.',
  example: 'Answers run from 1 to 5, higher is better.',
});

export const answersMin = form({
  name: 'answers needed',
  wording: `If fewer than {least:percent} answer, {follows:everyone is asked again by somebody
    else|the result is shown as not known}`,
  meaning: 'The floor on answers: below it, what the few said is not taken for what all would say.',
  example: 'If fewer than 40% answer, the result is shown as not known.',
});

export const answersPublished = form({
  name: 'answers published',
  wording: 'Answers are published every {every:length}, of {least:count} people or more at a time',
  meaning: 'How often answers are published, and the fewest people they may be published of.',
  example: 'Answers are published every 6 months, of 10 people or more at a time.',
});

export const answersSeen = form({
  name: 'answers seen',
  wording: `The provider sees answers {how:without names|with names where the person agrees|in
    published totals alone}`,
  meaning: 'Whether the provider can tell who said what.',
  example: 'The provider sees answers without names.',
});

export const answersReplied = form({
  name: 'answers replied to',
  wording: `What people say is answered in public within {within:length} by {who:the
    commissioner|the provider|both commissioner and provider}`,
  meaning: 'Those who were asked learn what came of it.',
  example: 'What people say is answered in public within 30 days by the commissioner.',
});

export const voiceForms = [
  askedAfter,
  askedEvery,
  mayAnswer,
  answeredAs,
  answeredFromTo,
  answersMin,
  answersPublished,
  answersSeen,
  answersReplied,
] as const;
