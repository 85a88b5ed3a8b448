import { printContract } from '../../contract/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { type Sheet, sheetOf } from '../sheet/sheet.ts';
import { type Seal, sheetHtml } from '../sheet/sheet-html.ts';
import { sheetPdf } from '../sheet/sheet-pdf.ts';
import { loadPages, type Page } from './load-pages.ts';
import { commissionerOf, versionOf } from './page-facts.ts';
import { pageOverOneSheet, pagesNotOne } from './problems.ts';

export type ShowFormat = 'text' | 'html' | 'pdf';

/** A page as it is to be seen, and what is worth knowing about it. */
export type ShownPage = Readonly<{
  content: string | Uint8Array;
  warnings: readonly Problem[];
  page: Page;
}>;

/** Shows one page without errors: tidy text, a page for a browser, or a sheet for signing. */
export async function showPage(
  paths: readonly string[],
  format: ShowFormat,
): Promise<Result<ShownPage>> {
  const { pages, problems } = await loadPages(paths);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [page, ...others] = pages;
  if (page === undefined || errors.length > 0) return { ok: false, problems: errors };
  if (others.length > 0) {
    return { ok: false, problems: [pagesNotOne(pages.map(({ name }) => name))] };
  }
  const text = printContract(page.read.contract);
  const sheet = sheetOf(text);
  switch (format) {
    case 'text':
      return { ok: true, value: { content: text, warnings: [], page } };
    case 'html':
      return { ok: true, value: { content: sheetHtml(sheet, sealOf(page)), warnings: [], page } };
    case 'pdf':
      return showPdf(sheet, page);
  }
}

async function showPdf(sheet: Sheet, page: Page): Promise<Result<ShownPage>> {
  const set = await sheetPdf(sheet, sealOf(page));
  if (!set.ok) return set;
  const { pdf, sides } = set.value;
  const warnings = sides > 2 ? [pageOverOneSheet(page.name, sides)] : [];
  return { ok: true, value: { content: pdf, warnings, page } };
}

function sealOf({ read, hashes }: Page): Seal {
  return {
    version: versionOf(read),
    commissioner: commissionerOf(read.contract),
    contract: hashes.contract ?? '',
    page: hashes.page ?? '',
  };
}
