import type { Contract } from '../contract.ts';
import { noOneIsCounted } from '../forms/opening.ts';
import type { Range } from '../page/source.ts';
import { complain, type Reader } from '../read/reader.ts';
import { findTerm } from '../wording/form.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkClock } from './check-clock.ts';
import { checkContradictions } from './check-contradictions.ts';
import { checkExamples } from './check-examples.ts';
import { checkFees } from './check-fees.ts';
import { checkLimits } from './check-limits.ts';
import { checkLineNames } from './check-line-names.ts';
import { checkMeasures } from './check-measures.ts';
import { checkNames } from './check-names.ts';
import { checkOpening } from './check-opening.ts';
import { checkOutcomes } from './check-outcomes.ts';
import { checkPage } from './check-page.ts';
import { checkPayers } from './check-payers.ts';
import { checkPayment } from './check-payment.ts';
import { checkPrices } from './check-prices.ts';
import { checkProof } from './check-proof.ts';
import { checkRateCard } from './check-rate-card.ts';
import { checkReach } from './check-reach.ts';
import { checkSubcontract } from './check-subcontract.ts';
import { checkWorkingDays } from './check-working-days.ts';

/**
 * The checks that look at more than one sentence. What could not be read is not complained of
 * again.
 */
export function checkContract(contract: Contract, reader: Reader): void {
  checkOpening(contract, reader);
  checkNames(contract, reader);
  checkWorkingDays(contract, reader);
  checkAmounts(contract, reader);
  if (findTerm(contract.opening, noOneIsCounted)) checkNothingCounts(contract, reader);
  else {
    checkPeople(contract, reader);
    checkOutcomes(contract, reader);
    checkRateCard(contract, reader);
    checkLineNames(contract, reader);
    checkMeasures(contract, reader);
    checkPrices(contract, reader);
    checkLimits(contract, reader);
    checkReach(contract, reader);
    checkClock(contract, reader);
    checkPayment(contract, reader);
    checkProof(contract, reader);
    checkExamples(contract, reader);
  }
  checkFees(contract, reader);
  checkPayers(contract, reader);
  checkSubcontract(contract, reader);
  checkContradictions(contract, reader);
  checkPage(contract, reader);
}

function checkPeople({ people }: Contract, reader: Reader): void {
  if (people.groups.length > 0 || reader.names.groups.byWords.size > 0) return;
  complain(reader, wholePage, {
    code: 'people.no_group',
    message: 'The page does not say whom it serves.',
    help: 'Add a section "## People" with a table of groups, or say "No one is counted."',
  });
}

function checkNothingCounts(contract: Contract, reader: Reader): void {
  const { people, facts, outcomes, periods, sections, examples } = contract;
  const counted = [
    ['People', people.groups.length],
    ['Facts', facts.kinds.length],
    ['Outcomes', outcomes.outcomes.length],
    ['Measures', contract.measures === undefined ? 0 : 1],
    ['Prices', sections.prices?.length ?? 0],
    ['Limits', sections.limits?.length ?? 0],
    ['Clock and endings', (sections.clock?.length ?? 0) + periods.length],
    ['Examples', examples.length],
  ] as const;
  for (const [heading, count] of counted) {
    if (count === 0) continue;
    complain(reader, rangeOfHeading(reader, heading), {
      code: 'page.someone_is_counted',
      message: `The page says that no one is counted, and has a section "${heading}".`,
      help: 'Take the section out, or the sentence "No one is counted."',
    });
  }
}

function rangeOfHeading({ source }: Reader, heading: string): Range {
  const found = new RegExp(`^##[ \\t]+${heading}`, 'im').exec(source.text);
  return found ? { from: found.index, to: found.index + found[0].length } : wholePage;
}

/** The first character: for what is wrong with the page as a whole. */
export const wholePage = { from: 0, to: 1 };
