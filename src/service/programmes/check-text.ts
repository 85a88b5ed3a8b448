import { type TriedExample, tryExamples } from '../../cases/index.ts';
import { findTerm, forms, printContract } from '../../contract/index.ts';
import type { Money } from '../../money/index.ts';
import type { Problem } from '../../problem/index.ts';
import { aloneOf } from '../compare/compare-read.ts';
import { isError } from '../pages/check-pages.ts';
import { type Page, pageOf } from '../pages/load-pages.ts';
import { versionOf } from '../pages/page-facts.ts';
import { versionNotNext } from './problems.ts';
import { countsFromOf, worthOf } from './read-text.ts';

/** What a page says of itself; its worked examples have not been tried. */
export type TextAsRead = Readonly<{
  page: Page;
  version: number;
  countsFrom?: string;
  worth?: Money;
  /** The page as it prints; nothing that has errors is printed. */
  tidy?: string;
  /** Says word for word what the version in force says. */
  isInForce: boolean;
}>;

/** Everything that can be said of a page without storing it. */
export type CheckedText = TextAsRead &
  Readonly<{
    /** Of the page, of its place among the versions, and of its worked examples. */
    problems: readonly Problem[];
    examples: readonly TriedExample[];
  }>;

/** Reads a page that is to stand beside those published. */
export function readText(text: string, published: readonly Page[]): TextAsRead {
  const page = pageOf('', text);
  const { isWhole, contract } = page.read;
  const worth = isWhole ? worthOf(page.read) : undefined;
  const countsFrom = countsFromOf(page.read);
  return {
    page,
    version: versionOf(page.read),
    ...(countsFrom === undefined ? {} : { countsFrom }),
    ...(worth === undefined ? {} : { worth }),
    ...(isWhole ? { tidy: printContract(contract) } : {}),
    isInForce: isWhole && published.at(-1)?.hashes.page === page.hashes.page,
  };
}

/** Checks a page as the next version after those published, and tries its worked examples. */
export function checkText(text: string, published: readonly Page[]): CheckedText {
  const asRead = readText(text, published);
  const { page, isInForce } = asRead;
  const { isWhole } = page.read;
  const place = isWhole && !isInForce ? placeProblems(page, published) : [];
  const trial = isWhole ? tried(page, { published, isInForce, isNext: place.length === 0 }) : empty;
  const version = findTerm(page.read.contract.opening, forms.opening.version);
  const problems = [...page.read.problems, ...place, ...trial.problems];
  return {
    ...asRead,
    problems: problems.map((problem) => placed(problem, page, version)),
    examples: trial.results,
  };
}

const empty = { results: [], problems: [] };

function placeProblems(page: Page, published: readonly Page[]): readonly Problem[] {
  const said = versionOf(page.read);
  const wanted = published.length + 1;
  if (said === wanted) return [];
  const replaces = published.at(-1)?.hashes.contract ?? undefined;
  return [versionNotNext({ said, wanted, replaces })];
}

type Where = Readonly<{ published: readonly Page[]; isInForce: boolean; isNext: boolean }>;

// Its examples are tried under it and the versions before it; where it is not the next of them,
// under it alone.
function tried(page: Page, { published, isInForce, isNext }: Where) {
  const before = isInForce ? published.slice(0, -1) : published;
  if (isInForce || isNext) return tryExamples([...before.map(withoutExamples), page.read]);
  return tryExamples([{ ...page.read, contract: aloneOf(page.read.contract) }]);
}

function withoutExamples({ read }: Page): Page['read'] {
  return { ...read, contract: { ...read.contract, examples: [] } };
}

// What is wrong with a version among the others stands where the page says which it is.
function placed(problem: Problem, page: Page, version: object | undefined): Problem {
  if (problem.at.line > 0) return problem;
  const at = page.read.placeOf(version ?? page.read.contract.opening[0] ?? page.read.contract);
  return { ...problem, at };
}

/** Whether nothing stands in the way of the page. */
export function isWithoutErrors({ problems }: Pick<CheckedText, 'problems'>): boolean {
  return !problems.some(isError);
}
