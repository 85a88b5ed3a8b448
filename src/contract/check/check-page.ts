import type { Contract } from '../contract.ts';
import { printContract } from '../print/print-contract.ts';
import { complain, type Reader } from '../read/reader.ts';

/** What the whole page should be: no longer than one sheet, and with an example of what it pays. */
export function checkPage(contract: Contract, reader: Reader): void {
  const lines = Math.ceil(linesOnPaper(printContract(contract)));
  if (lines > sheetLinesMax) {
    complain(reader, firstCharacter, {
      code: 'page.longer_than_a_sheet',
      severity: 'warning',
      message: `Printed, it has about ${lines} lines, and one sheet of A4 has ${sheetLinesMax}.`,
      help: 'Shorten it, or say in Learning why this warning is waived.',
    });
  }
  const isTried = /^##\s*examples/im.test(reader.source.text);
  const pays = contract.outcomes.outcomes.length > 0 || contract.measures !== undefined;
  if (pays && !isTried) {
    complain(reader, firstCharacter, {
      code: 'page.no_worked_example',
      severity: 'warning',
      message:
        'The page has no worked example, so nobody can see what it pays for one participant.',
      help: 'Add a section "## Examples"; "outturn new" shows one.',
    });
  }
}

const firstCharacter = { from: 0, to: 1 };

// Measured on the sheet for signing (A4, both sides, type of 7.5 points): pages grown by items,
// short items, examples, notes or rows of tables stop fitting at 180 to 192 of these lines.
const sheetLinesMax = 180;
const lineCharacters = 130;
const emptyLine = 0.4;
const headingLine = 0.7;
const tableLine = 1.3;

function linesOnPaper(page: string): number {
  return page.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
}

function linesOf(line: string): number {
  if (line === '') return emptyLine;
  if (/^\|[ |:-]+\|$/.test(line)) return 0;
  if (line.startsWith('#')) return headingLine;
  const length = line.replace(/ {2,}/g, ' ').length;
  return Math.ceil(length / lineCharacters) * (line.startsWith('|') ? tableLine : 1);
}
