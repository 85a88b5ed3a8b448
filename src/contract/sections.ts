import type { PlainSection } from './contract.ts';
import { beforeForms } from './forms/before.ts';
import { clockForms } from './forms/clock.ts';
import { footingForms } from './forms/footing.ts';
import { learningForms } from './forms/learning.ts';
import { limitsForms } from './forms/limits.ts';
import { marketForms } from './forms/market.ts';
import { measuresForms } from './forms/measures.ts';
import { outcomesForms } from './forms/outcomes.ts';
import { paymentForms } from './forms/payment.ts';
import { peopleForms } from './forms/people.ts';
import { pricesForms } from './forms/prices.ts';
import { promisesForms } from './forms/promises.ts';
import { proofForms } from './forms/proof.ts';
import { voiceForms } from './forms/voice.ts';
import type { Form } from './wording/form.ts';

/** A section of a page: its heading, what it is for, and the sentences that may stand in it. */
export type Section = Readonly<{
  key: PlainSection | 'people' | 'facts' | 'outcomes' | 'measures' | 'examples';
  heading: string;
  about: string;
  forms: readonly Form[];
}>;

// Sections that hold more than sentences: tables, definitions, examples.
const ownShape: ReadonlySet<Section['key']> = new Set([
  'people',
  'facts',
  'outcomes',
  'measures',
  'examples',
]);

/** Whether a section is a list of sentences and nothing else, as those of `Contract.sections`. */
export function isPlainSection(key: Section['key']): key is PlainSection {
  return !ownShape.has(key);
}

/** The sections in the order in which a tidy page has them. */
export const sections: readonly Section[] = [
  {
    key: 'footing',
    heading: 'Footing',
    about:
      'What the contract stands on: powers, who answers for it, safety, how long facts are kept.',
    forms: footingForms,
  },
  {
    key: 'before',
    heading: 'Before',
    about: 'What there was before, what it cost, and how things stood.',
    forms: beforeForms,
  },
  {
    key: 'people',
    heading: 'People',
    about: 'Who is served: a table of groups, each with its own price list.',
    forms: peopleForms,
  },
  {
    key: 'facts',
    heading: 'Facts',
    about: 'What is recorded: a table of kinds of fact, their shape, and who may record them.',
    forms: [],
  },
  {
    key: 'promises',
    heading: 'Promises',
    about: 'What people are promised, and what follows if a promise is broken.',
    forms: promisesForms,
  },
  {
    key: 'outcomes',
    heading: 'Outcomes',
    about: 'What is paid for: the rate card, and what each outcome is.',
    forms: outcomesForms,
  },
  {
    key: 'measures',
    heading: 'Measures',
    about: 'Numbers about whole cohorts: what each is, what it pays, and what waits for it.',
    forms: measuresForms,
  },
  {
    key: 'prices',
    heading: 'Prices',
    about: 'What works on the prices: years, deadweight, discounts, uplifts, indexation, rounding.',
    forms: pricesForms,
  },
  {
    key: 'clock',
    heading: 'Clock and endings',
    about: 'What stops the clock, who is set aside, whose an outcome is, when taking part ends.',
    forms: clockForms,
  },
  {
    key: 'limits',
    heading: 'Limits',
    about: 'The most that is paid.',
    forms: limitsForms,
  },
  {
    key: 'payment',
    heading: 'Payment',
    about: 'How often, how soon, what is held, what can be taken back.',
    forms: paymentForms,
  },
  {
    key: 'proof',
    heading: 'Proof',
    about: 'Who verifies, on what evidence, how much of it, by when.',
    forms: proofForms,
  },
  {
    key: 'voice',
    heading: 'Voice',
    about: 'What people are asked, when and by whom.',
    forms: voiceForms,
  },
  {
    key: 'market',
    heading: 'Market',
    about: 'Who may join, how people choose, how a provider leaves.',
    forms: marketForms,
  },
  {
    key: 'learning',
    heading: 'Learning',
    about: 'How it will be judged, when it is reviewed, and what may change within what bounds.',
    forms: learningForms,
  },
  {
    key: 'examples',
    heading: 'Examples',
    about: 'What happens to somebody, and what it pays.',
    forms: [],
  },
];
