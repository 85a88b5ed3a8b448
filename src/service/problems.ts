import { formatMoney, type Money } from '../money/index.ts';
import { noPlace, type Place, type Problem } from '../problem/index.ts';
import type { FileKind } from './file-kind.ts';

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

export function outputUnwritable(path: string, reason: string): Problem {
  return {
    code: 'output.unwritable',
    severity: 'error',
    at: noPlace(path),
    message: `The file cannot be written (${reason}).`,
    help: 'See that its folder is there and that you may write in it.',
  };
}

export function outputExists(path: string): Problem {
  return {
    code: 'output.exists',
    severity: 'error',
    at: noPlace(path),
    message: 'There is a file of this name already, and it was left as it is.',
    help: 'Give another name, such as one with the month in it, or --force to write over it.',
  };
}

export function outputOverInput(path: string): Problem {
  return {
    code: 'output.over_input',
    severity: 'error',
    at: noPlace(path),
    message: 'This file is read as a page or as facts, and would be lost if it were written over.',
    help: 'Give another name for what is to be written.',
  };
}

export function outputAmongFacts(path: string): Problem {
  return {
    code: 'output.among_facts',
    severity: 'error',
    at: noPlace(path),
    message: 'This file would stand in a folder of facts, and be read as facts the next time.',
    help: 'Give it a place outside that folder.',
  };
}

export function endingUnknown(path: string, endings: readonly string[]): Problem {
  return {
    code: 'output.ending_unknown',
    severity: 'error',
    at: noPlace(path),
    message: 'The ending of this name does not say in which format it is to be written.',
    help: `Let it end in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}.`,
  };
}

export function endingOfOtherFormat(path: string, format: string): Problem {
  return {
    code: 'output.ending_of_other_format',
    severity: 'error',
    at: noPlace(path),
    message: `The format ${format} was asked for, and the name ends as one of another.`,
    help: 'Leave --format out, as the ending says the format, or change the ending.',
  };
}

export function parquetWriterMissing(path: string): Problem {
  return {
    code: 'output.parquet_writer_missing',
    severity: 'error',
    at: noPlace(path),
    message: 'Parquet needs the package @duckdb/node-api, which is not installed.',
    help: 'Run `npm install @duckdb/node-api`, or give a file that ends in .ndjson or .csv.',
  };
}

export function typesetterMissing(): Problem {
  return {
    code: 'output.typesetter_missing',
    severity: 'error',
    at: noPlace(),
    message: 'PDF needs the package @myriaddreamin/typst-ts-node-compiler, which is not installed.',
    help: 'Run `npm install @myriaddreamin/typst-ts-node-compiler`, or print the HTML.',
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

export function providerUnknown(name: string, known: readonly string[], near?: string): Problem {
  return {
    code: 'statement.provider_unknown',
    severity: 'error',
    at: noPlace(),
    message: `Nothing is owed to a provider named ${name}.`,
    help:
      near === undefined ? `Providers are ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`,
  };
}

export function journalLinesOverMost(count: number): Problem {
  return {
    code: 'journal.lines_over_most',
    severity: 'error',
    at: noPlace(),
    message: `This settlement has ${count} lines, and a journal by line has at most 100000.`,
    help: 'Leave out --by line: by clause, its entries add up the same lines.',
  };
}

export function lineUnknown(line: string, near: string | undefined): Problem {
  return {
    code: 'why.line_unknown',
    severity: 'error',
    at: noPlace(),
    message: `There is no line ${line} in this settlement.`,
    help:
      near === undefined
        ? 'Take the name of a line from `outturn statement`, and put it in quotation marks.'
        : `Did you mean "${near}"?`,
  };
}

export function participantUnknown(reference: string, near: string | undefined): Problem {
  return {
    code: 'why.participant_unknown',
    severity: 'error',
    at: noPlace(),
    message: `There are no facts about a participant ${reference}.`,
    help:
      near === undefined ? 'Check the reference as the facts have it.' : `Did you mean ${near}?`,
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

export function reserveUsedUp(path: string, { units, currency }: Money): Problem {
  const left = formatMoney({ units: units < 0n ? -units : units, currency });
  return {
    code: 'payment.reserve_used_up',
    severity: 'warning',
    at: noPlace(path),
    message:
      units < 0n
        ? `${left} more than may be spent is owed or set aside.`
        : `What may be spent is owed or set aside but for ${left}, too little for anyone more.`,
    help: 'Refer nobody else until an attachment ends or the page may spend more.',
  };
}

export function kindsWithoutEffect(kinds: readonly (readonly [string, number])[]): Problem {
  const counted = kinds.map(([kind, count]) => `${kind} (${count})`);
  return {
    code: 'fact.kind_without_effect',
    severity: 'warning',
    at: noPlace(),
    message: `Facts of these kinds change nothing in what is owed yet: ${counted.join(', ')}.`,
    help: 'They are kept. Until Outturn acts on them, take account of them by hand.',
  };
}

export function discountNotTaken(count: number): Problem {
  const they = count === 1 ? '1 discount changes' : `${count} discounts change`;
  return {
    code: 'fact.discount_not_taken',
    severity: 'warning',
    at: noPlace(),
    message: `${they} nothing, as the page takes no provider's discount from any price.`,
    help: 'Add "Each provider\'s discount is taken from every outcome." to Prices if it is agreed.',
  };
}

export function disputeNotHeld(count: number): Problem {
  const they = count === 1 ? '1 dispute holds' : `${count} disputes hold`;
  return {
    code: 'fact.dispute_not_held',
    severity: 'warning',
    at: noPlace(),
    message: `${they} nothing back, as the page does not say that what is disputed is held.`,
    help: 'Add "Only what is disputed is held; the rest is paid on time." to Payment if agreed.',
  };
}

export function neverAttached(participants: readonly string[]): Problem {
  const count = participants.length;
  const they =
    count === 1 ? '1 participant has facts and was' : `${count} participants have facts and were`;
  return {
    code: 'fact.participant_never_attached',
    severity: 'warning',
    at: noPlace(),
    message: `${they} never attached or referred: ${firstOf(participants)}.`,
    help: 'Nothing is owed for them. See whether their reference is written otherwise elsewhere.',
  };
}

export function providerNotRecorded(name: string, like: string | undefined): Problem {
  const check = 'See whether its name is written otherwise elsewhere.';
  return {
    code: 'fact.provider_never_recorded',
    severity: 'warning',
    at: noPlace(),
    message: `The page names the provider "${name}", and no fact does.`,
    help: like === undefined ? check : `Facts name "${like}": if that is meant, write both alike.`,
  };
}

export function attachedOutside(ids: readonly string[], why: string): Problem {
  const count = ids.length;
  const they =
    count === 1 ? '1 attachment or referral is' : `${count} attachments or referrals are`;
  return {
    code: 'fact.attached_outside_contract',
    severity: 'warning',
    at: noPlace(),
    message: `${they} on days on which nobody is taken: ${firstOf(ids)} (${why}).`,
    help: 'Nothing is owed for them. Correct the day where it is wrong.',
  };
}

const namesShownMax = 3;

/** "A1, A2, A3 and 7 more". */
function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, namesShownMax).join(', ');
  const more = names.length - namesShownMax;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
