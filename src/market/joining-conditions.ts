import { type Contract, type Form, forms, printSentences, type Term } from '../contract/index.ts';

/** A sentence of the page on which joining may depend, with a key for forms and decisions. */
export type JoiningCondition = Readonly<{
  /** The name of its form, numbered from the second of its kind on: `insured`, `insured 2`. */
  key: string;
  /** As the page has it. */
  sentence: string;
  term: Term;
}>;

const {
  accountsFiled,
  certificateHeld,
  everyoneChecked,
  insured,
  joiningDays,
  notExcluded,
  offersRanked,
  offersTaken,
  placesKept,
  rated,
  registeredBody,
  registeredWith,
  safeguardingLead,
  signers,
  signersMost,
} = { ...forms.joining, ...forms.market };

/** What a provider has to show. */
const shown: readonly Form[] = [
  registeredBody,
  insured,
  safeguardingLead,
  everyoneChecked,
  notExcluded,
  registeredWith,
  rated,
  accountsFiled,
  certificateHeld,
];

/** What else the page says of who may join: on which days, how many, and which of them. */
const said: readonly Form[] = [
  joiningDays,
  placesKept,
  signers,
  signersMost,
  offersRanked,
  offersTaken,
];

/** What an applicant has to show, in the order of the page. */
export function conditionsToShow(contract: Contract): readonly JoiningCondition[] {
  return conditionsOf(contract, shown);
}

/** All that an application may be decided on. There is nothing else. */
export function joiningConditions(contract: Contract): readonly JoiningCondition[] {
  return conditionsOf(contract, [...shown, ...said]);
}

function conditionsOf(contract: Contract, of: readonly Form[]): readonly JoiningCondition[] {
  const terms = (contract.sections.market ?? []).filter((term) =>
    of.some(({ name }) => name === term.form),
  );
  const sentences = printSentences(contract, 'market', of);
  return terms.map((term, index) => {
    const earlier = terms.slice(0, index).filter(({ form }) => form === term.form).length;
    const key = earlier === 0 ? term.form : `${term.form} ${earlier + 1}`;
    return { key, sentence: sentences[index] ?? '', term };
  });
}
