import type { Column, Outcome, RateRow, RateTable } from '../contract.ts';
import { additions, cores } from '../forms/outcome.ts';
import { printRowValue } from '../read/rate-card.ts';
import type { Form } from '../wording/form.ts';
import { printMoney } from '../wording/money-text.ts';
import type { Printing } from '../wording/place-type.ts';
import { getPlaceType } from '../wording/place-types.ts';
import { printTerm } from '../wording/print.ts';
import { printTable } from './print-table.ts';

// A definition longer than this stands under the table, so that the rate card stays a rate card.
const cellCharactersMax = 70;

/** Whether a definition is short enough to stand in the first column of the rate card. */
export function isShort(outcome: Outcome, printing: Printing): boolean {
  return printDefinition(outcome, printing).length <= cellCharactersMax;
}

// Joined to what is before it without a comma: "for 13 weeks in one go within 52 weeks of
// attachment".
const runsOn = new Set(['within', 'after', 'by', 'since', 'during']);

const definitionForms: readonly Form[] = [...cores, ...additions];

/** What an outcome is, in words: its core and its additions. */
export function printDefinition(outcome: Outcome, printing: Printing): string {
  return outcome.definition
    .map((term, at) => {
      const form = definitionForms.find((each) => each.name === term.form);
      const words = form ? printTerm(form, term, printing) : '';
      if (at === 0) return words;
      // Right after the core alone: after "less days on benefit" it would seem part of that.
      return at === 1 && runsOn.has(term.form) ? ` ${words}` : `, ${words}`;
    })
    .join('');
}

/** A table of the rate card; `definitionOf` gives the words of outcomes defined in its cells. */
export function printRateTable(
  table: RateTable,
  printing: Printing,
  definitionOf: (name: string) => string | undefined,
): string {
  const header = ['outcome', ...table.columns.map((column) => printColumn(column, printing))];
  const rows = table.rows.map((row, at) => {
    if ('bandOf' in row) return printBand(row, printing, table.rows[at - 1]);
    return printRow(row, printing, definitionOf);
  });
  return printTable(header, rows, 1);
}

function printColumn({ group, years, with: having }: Column, printing: Printing): string {
  const parts = [
    group,
    years && getPlaceType('years').print(years, printing),
    having && getPlaceType('characteristics').print(having, printing),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : 'price';
}

type Band = Extract<RateRow, { bandOf: string }>;

/** A band says how many it holds, and by its first word whether another is filled before it. */
function printBand(band: Band, printing: Printing, above: RateRow | undefined): string[] {
  const isFirst = above === undefined || !('bandOf' in above) || above.bandOf !== band.bandOf;
  const start = isFirst ? 'first' : 'next';
  const name = band.count === undefined ? 'all further' : `${start} ${band.count}`;
  return [name, ...printPrices(band, printing)];
}

function printPrices({ prices }: Exclude<RateRow, { row: string }>, printing: Printing): string[] {
  return prices.map((price) => (price === null ? '–' : printMoney(price, printing.currency)));
}

function printRow(
  row: Exclude<RateRow, Band>,
  printing: Printing,
  definitionOf: (name: string) => string | undefined,
): string[] {
  if ('row' in row) {
    const values = row.values.map((value) => (value ? printRowValue(value, printing) : '–'));
    return [`*${row.row}*`, ...values];
  }
  const prices = printPrices(row, printing);
  if ('tierOf' in row) {
    const upTo = row.under === undefined ? 'or more' : `to under ${row.under}`;
    return [`at ${row.least} ${upTo}`, ...prices];
  }
  const definition = definitionOf(row.outcome);
  return [definition ? `**${row.outcome}**: ${definition}` : `**${row.outcome}**`, ...prices];
}
