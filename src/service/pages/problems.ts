import { noPlace, type Place, type Problem } from '../../problem/index.ts';
import type { FileKind } from '../files/file-kind.ts';

// Problems of what is given and asked for, as distinct from what stands on a page or in a fact.

export function pageMissing(path: string, near: string | undefined): Problem {
  return {
    code: 'page_file.missing',
    severity: 'error',
    at: noPlace(path),
    message: `There is no page or folder ${path}.`,
    help: near === undefined ? 'Check the path as it was given.' : `Did you mean ${near}?`,
  };
}

export function pageUnreadable(path: string, reason: string): Problem {
  return {
    code: 'page_file.unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `The page cannot be read (${reason}).`,
    help: 'See that it is there and that you may read it, then try again.',
  };
}

export function folderWithoutPages(path: string): Problem {
  return {
    code: 'page_file.folder_without_pages',
    severity: 'error',
    at: noPlace(path),
    message: 'This folder holds no page.',
    help: 'Give a folder with pages that end in .md; a README.md is not taken for a page.',
  };
}

export function pageNotUtf8(at: Place): Problem {
  return {
    code: 'page_file.not_utf8',
    severity: 'error',
    at,
    message: 'This page holds bytes that are not UTF-8.',
    help: 'Save it again as UTF-8 text.',
  };
}

/** A file that is no page whatever its name: said once, not for each of its lines. */
export function pageOfOtherKind(path: string, { what, sort }: FileKind): Problem {
  return {
    code: 'page_file.other_kind',
    severity: 'error',
    at: noPlace(path),
    message: `This is ${what}, and not a page.`,
    help:
      sort === 'csv' || sort === 'ndjson' || sort === 'parquet'
        ? 'Give a page (.md) before --facts, and this file after it.'
        : sort === 'packed'
          ? 'Unpack it, and give the page in it.'
          : sort === 'utf-16'
            ? 'Save it again as UTF-8 text.'
            : 'A page is plain text in Markdown (.md): give that, or start one with `outturn new`.',
  };
}

export function pageTooLarge(path: string, bytes: number): Problem {
  return {
    code: 'page_file.too_large',
    severity: 'error',
    at: noPlace(path),
    message: `This file has ${bytes} bytes, and a page may have at most 1000000.`,
    help: 'Give the contract page; facts are given with --facts.',
  };
}

export function pageTwice(path: string): Problem {
  return {
    code: 'page_file.given_twice',
    severity: 'error',
    at: noPlace(path),
    message: 'This page is given twice.',
    help: 'Give each version once; a folder includes all pages in it.',
  };
}

export function pagesNotOne(pages: readonly string[]): Problem {
  return {
    code: 'page_file.several',
    severity: 'error',
    at: noPlace(),
    message: `${pages.length} pages were given, and only one can be shown at a time.`,
    help: `Give one of ${pages.join(', ')}.`,
  };
}

export function pageOverOneSheet(path: string, sides: number): Problem {
  return {
    code: 'page.over_one_sheet',
    severity: 'warning',
    at: noPlace(path),
    message: `In print this page takes ${sides} sides of A4, and one sheet has 2.`,
    help: 'Shorten notes and examples first; they bind nobody.',
  };
}

export function exampleUnknown(name: string, known: readonly string[], near?: string): Problem {
  return {
    code: 'example.unknown',
    severity: 'error',
    at: noPlace(),
    message: `There is no example named ${name}.`,
    help:
      near === undefined ? `Examples are ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`,
  };
}

export function examplesMissing(): Problem {
  return {
    code: 'example.none_installed',
    severity: 'error',
    at: noPlace(),
    message: 'No examples stand beside this program.',
    help: 'Get Outturn again with its folder `examples`.',
  };
}
