// What screens and programs may ask for. Each loads what it needs when it is first asked, so that
// checking a page does not wait for the reader of facts.
export type { CheckedPages } from './check-pages.ts';
export type { FactProgress, ReadFactsOptions } from './read-facts.ts';
export type { ShowFormat, ShownPage } from './show-page.ts';

function later<Given extends readonly unknown[], Done>(
  load: () => Promise<(...given: Given) => Promise<Done>>,
): (...given: Given) => Promise<Done> {
  return async (...given) => (await load())(...given);
}

export const checkPages = later(async () => (await import('./check-pages.ts')).checkPages);
export const readFacts = later(async () => (await import('./read-facts.ts')).readFacts);
export const showPage = later(async () => (await import('./show-page.ts')).showPage);
export const writeWhole = later(async () => (await import('./write-whole.ts')).writeWhole);
