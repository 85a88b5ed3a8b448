import { add, compareFractions, formatPercent, one, zero } from '../../money/index.ts';
import type { Contract, Measure } from '../contract.ts';
import { signers } from '../forms/market.ts';
import { gate, goesTo, sharedAmong } from '../forms/measures.ts';
import { peopleOfMeasure } from '../measures.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, type Term, termsOf } from '../wording/form.ts';
import { parseShare } from '../wording/number-places.ts';
import type { Complaint } from '../wording/place-type.ts';
import { contradicts } from './contradicts.ts';

/** Whoever is paid by a measure of the programme must be said, where several may be. */
export function checkMeasurePayees(contract: Contract, reader: Reader): void {
  const { measures = [], terms = [] } = contract.measures ?? {};
  for (const measure of measures) {
    const about = terms.filter((term) => term.measure === measure.name);
    const shared = termsOf(about, sharedAmong);
    const given = termsOf(about, goesTo);
    const [first, second] = [...shared, ...given];
    const per = peopleOfMeasure(contract, measure)?.per;
    const say = (part: object, complaint: Complaint) =>
      complain(reader, rangeOf(reader, part), complaint);
    if (first && second && shared.length > 0) contradicts(first, second, reader);
    if (first && per === 'provider') say(first, ofEachProvider(measure.name));
    if (!first && per === 'programme' && pays(contract, measure) && !isOneProviders(contract)) {
      say(measure, payeeNotSaid(measure.name));
    }
    const total = given.reduce((sum, term) => add(sum, parseShare(term.share)), zero);
    const [share] = given;
    if (share && compareFractions(total, one) !== 0) {
      say(share, sharesNotWhole(measure.name, formatPercent(total)));
    }
  }
}

function pays({ measures }: Contract, { name }: Measure): boolean {
  const isPayment = (term: Term) =>
    term.measure === name && ![gate, sharedAmong, goesTo].some((form) => form.name === term.form);
  const { schedules = [], terms = [] } = measures ?? {};
  return schedules.some(({ measure }) => measure === name) || terms.some(isPayment);
}

function isOneProviders({ sections }: Contract): boolean {
  return findTerm(sections.market ?? [], signers)?.number === 'One provider';
}

function payeeNotSaid(name: string): Complaint {
  return {
    code: 'measure.payee_not_said',
    message: `"${name}" pays for the programme, and the page does not say which providers get it.`,
    help:
      `Add "What ${name} pays is shared equally among the providers.", say who gets which share, ` +
      'or say in Market "One provider may sign this page."',
  };
}

function ofEachProvider(name: string): Complaint {
  return {
    code: 'measure.payee_of_each_provider',
    message: `"${name}" is for each provider, which gets what its own people earn it.`,
    help: 'Take the sentence out, or let the measure be for the programme.',
  };
}

function sharesNotWhole(name: string, total: string): Complaint {
  return {
    code: 'measure.shares_not_whole',
    message: `The shares of what "${name}" pays add up to ${total}, and must add up to 100%.`,
    help: 'Change one of them, or add who gets the rest.',
  };
}
