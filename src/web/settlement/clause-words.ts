import { forms } from '../../contract/index.ts';

// Names of clauses are a section and a sentence form, `Limits/limit 2`, or a section and a name of
// the page, `Outcomes/Settled`.

const { fees, limits, market, payers, payment, pots, prices } = forms;

const names = [
  ...fees.feeForms,
  ...limits.limitsForms,
  ...market.marketForms,
  ...payers.payersForms,
  ...payment.paymentForms,
  ...pots.potForms,
  ...prices.pricesForms,
]
  .map(({ name }): string => name)
  .toSorted((one, other) => other.length - one.length)
  .map((name) => name.replaceAll(/[^A-Za-z0-9 ]/g, '\\$&'));

const ofForm = new RegExp(`\\b(Limits|Payment|Prices|Market)/(${names.join('|')})( \\d+)?\\b`, 'g');
const ofName = /\b(?:Outcomes|Measures)\/(?=\S)/g;

/** A sentence of why, with clauses named as people would: “limit” under Limits. */
export function withClauseWords(sentence: string): string {
  const words = sentence.replaceAll(ofForm, 'the sentence “$2”$3 under $1').replaceAll(ofName, '');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
