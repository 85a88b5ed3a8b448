import type { Contract } from '../contract.ts';
import { attachedHere, subcontractOf } from '../forms/market.ts';
import { placeOf } from '../page/source.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, type TermOf, termsOf } from '../wording/form.ts';

/** Attachments come from a page above only to the page of a subcontract, each to one name. */
export function checkSubcontract({ sections }: Contract, reader: Reader): void {
  const terms = sections.market ?? [];
  const isTried = /this is a subcontract under/i.test(reader.source.text);
  const isSubcontract = isTried || findTerm(terms, subcontractOf) !== undefined;
  const rules = termsOf(terms, attachedHere);
  rules.forEach((term, at) => {
    if (!isSubcontract) complain(reader, rangeOf(reader, term), noPageAbove);
    const first = rules.slice(0, at).find((earlier) => coversAll(earlier, term));
    if (!first) return;
    const { line } = placeOf(reader.source, rangeOf(reader, first));
    complain(reader, rangeOf(reader, term), {
      code: 'market.attached_elsewhere',
      message: `Everyone whom this is about is attached to ${first.to} by line ${line}.`,
      help: 'Put the sentence with more characteristics first, or take one of the two out.',
    });
  });
}

type Rule = TermOf<typeof attachedHere>;

function coversAll(earlier: Rule, term: Rule): boolean {
  const having = term.characteristics ?? [];
  const isWide = (earlier.characteristics ?? []).every((each) => having.includes(each));
  return earlier.provider === term.provider && isWide;
}

const noPageAbove = {
  code: 'market.no_page_above',
  message: 'This takes attachments from the page above, and the page does not say which that is.',
  help:
    'Add "This is a subcontract under", its title, a comma and the hash of its terms, as ' +
    '"outturn check" gives it.',
};
