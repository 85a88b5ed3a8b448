import {
  type Contract,
  findTerm,
  forms,
  type Outcome,
  parseShare,
  type Rate,
  ratesOf,
  type Term,
  termsOf,
  type YearsValue,
} from '../../contract/index.ts';
import { type Fraction, zero } from '../../money/index.ts';
import { bandsOf } from './bands-of.ts';
import { clauseOf } from './clause-of.ts';
import { decimalOf } from './decimal-of.ts';
import { minorUnits } from './minor-units.ts';
import type { PricePlan, PriceRow, YearFactor } from './plan.ts';
import { sentencesIn } from './sentences-in.ts';

const { prices: said } = forms;

/** The prices of an outcome for a group, with everything that Prices says of them. */
export function pricePlanOf(contract: Contract, outcome: Outcome, group: string): PricePlan {
  const terms = sentencesIn(contract, 'prices');
  const { name } = outcome;
  const discountFromYear = discountYear(terms, name);
  const bands = bandsOf(contract, name);
  const isCounted = [
    forms.outcome.eachDay,
    forms.outcome.eachDayWithout,
    forms.outcome.eachUnit,
  ].some((form) => findTerm(outcome.definition, form));
  return {
    rows: ratesOf(contract, name, group).map((rate) => rowOf(contract, rate)),
    yearOf: isPricedByAttachment(terms, name) ? 'attachment' : 'outcome',
    perUnit: isCounted,
    taper: termsOf(terms, said.taper)
      .filter((term) => term.outcomes.includes(name))
      .map((term) => yearFactor(term, parseShare(term.share))),
    index: termsOf(terms, said.indexation).map((term) => yearFactor(term, parseShare(term.factor))),
    deadweight: deadweightOf(terms, name, group),
    ...(discountFromYear === undefined ? {} : { discountFromYear }),
    uplifts: termsOf(terms, said.uplift).map((term, at) => ({
      clause: clauseOf('Prices', term.form, at),
      with: term.characteristics,
      rate: parseShare(term.rate),
    })),
    ...additionsOf(contract, name),
    ...reverseOf(terms, name),
    ...(bands ? { bands } : {}),
    shares: termsOf(terms, said.share)
      .filter((term) => term.outcomes.includes(name))
      .map((term) => ({
        payee: term.payee,
        share: parseShare(term.share),
        clause: `Prices/${term.form}`,
      })),
  };
}

function rowOf(contract: Contract, rate: Rate): PriceRow {
  return {
    with: rate.with,
    price: minorUnits(contract, rate.price),
    ...(rate.years ? { years: yearsOf(rate.years) } : {}),
    ...(rate.tier ? { tier: tierOf(rate.tier) } : {}),
    ...(rate.band === undefined ? {} : { band: rate.band }),
  };
}

function additionsOf(contract: Contract, outcome: string): Pick<PricePlan, 'additions'> {
  const additions = termsOf(sentencesIn(contract, 'prices'), said.addition).flatMap((term, at) => {
    if (!term.outcomes.includes(outcome)) return [];
    const amount = minorUnits(contract, term.amount);
    return [{ clause: clauseOf('Prices', term.form, at), with: term.characteristics, amount }];
  });
  return additions.length > 0 ? { additions } : {};
}

function reverseOf(terms: readonly Term[], outcome: string): Pick<PricePlan, 'reverse'> {
  const reversed = termsOf(terms, said.reverse);
  const at = reversed.findIndex(({ outcomes }) => outcomes.includes(outcome));
  return at === -1 ? {} : { reverse: { clause: clauseOf('Prices', said.reverse.name, at) } };
}

function yearsOf({ first, last }: YearsValue): Readonly<{ first: number; last: number }> {
  return { first, last: last ?? Number.POSITIVE_INFINITY };
}

function tierOf({ least, under }: NonNullable<Rate['tier']>): NonNullable<PriceRow['tier']> {
  return under === undefined
    ? { least: decimalOf(least) }
    : { least: decimalOf(least), under: decimalOf(under) };
}

function yearFactor(term: Term & { years: YearsValue }, factor: Fraction): YearFactor {
  return { years: yearsOf(term.years), factor, clause: `Prices/${term.form}` };
}

function isPricedByAttachment(terms: readonly Term[], outcome: string): boolean {
  if (findTerm(terms, said.allByYearOfAttachment)) return true;
  return termsOf(terms, said.yearOfAttachment).some((term) => term.outcomes.includes(outcome));
}

/** What is said of an outcome in a group goes before what is said of it, of the group, of all. */
function deadweightOf(terms: readonly Term[], outcome: string, group: string): Fraction {
  const isOf = (term: { outcomes: readonly string[] }) => term.outcomes.includes(outcome);
  const found =
    termsOf(terms, said.deadweightOfGroup).find((term) => isOf(term) && term.group === group) ??
    termsOf(terms, said.deadweight).find(isOf) ??
    termsOf(terms, said.deadweightOfAllInGroup).find((term) => term.group === group) ??
    findTerm(terms, said.deadweightOfAll);
  return found ? parseShare(found.share) : zero;
}

function discountYear(terms: readonly Term[], outcome: string): number | undefined {
  const all = findTerm(terms, said.discountOnAll);
  const own = termsOf(terms, said.discount).find((term) => term.outcomes.includes(outcome));
  const found = own ?? all;
  return found ? (found.year ?? 1) : undefined;
}
