import { printingOf, readContract } from '../src/contract/index.ts';
import { formatMoney, parseMoneyText } from '../src/money/index.ts';
import {
  type ExpectedSettlement,
  exampleNames,
  readExample,
  readExamplePage,
} from '../test/support/example-folders.ts';

/** The table of examples/README.md: the length of each page, what was published, and what ours pays. */
export function exampleTable(): string {
  const header = ['example', 'lines', 'published', 'ours', 'proof'];
  const rule = ['---', '---:', '---:', '---:', '---'];
  return [header, rule, ...exampleNames.flatMap(rowsOf)]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function rowsOf(name: string): string[][] {
  const page = readExamplePage(name);
  const example = readExample(name);
  const currency = printingOf(readContract(page).contract).currency.code;
  const lines = String(page.trimEnd().split('\n').length);
  const settlements: readonly ExpectedSettlement[] = example.settlements ?? [example];
  return settlements.map(({ asAt, expected, payment, published }) => [
    `[${name}](${name}/README.md)${example.settlements ? `, to ${asAt}` : ''}`,
    lines,
    published ? `${shown(published.amount, currency)}, ${published.certainty}` : 'none',
    shown(payment ?? expected, currency),
    published ? proofs[published.proof] : 'against a sum of our own',
  ]);
}

const proofs = { independent: 'independent', arithmetic: 'arithmetic only' } as const;

function shown(amount: string, currency: string): string {
  const units = parseMoneyText(amount, currency);
  return formatMoney({ units: units?.numerator ?? 0n, currency });
}
