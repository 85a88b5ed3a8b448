import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of comparing two pages.

export function notOnePage(path: string, count: number): Problem {
  return {
    code: 'compare.not_one_page',
    severity: 'error',
    at: noPlace(path),
    message: `There are ${count} pages here, and one is compared with one other.`,
    help: 'Give the two pages by their names.',
  };
}

export function currenciesDiffer(path: string, was: string, now: string): Problem {
  return {
    code: 'compare.other_currency',
    severity: 'error',
    at: noPlace(path),
    message: `This page is in ${now}, and the one before it in ${was}.`,
    help: 'Compare pages of one currency: no rate between two is part of a contract.',
  };
}
