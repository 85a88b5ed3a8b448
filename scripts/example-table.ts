import { printingOf, readContract } from '../src/contract/index.ts';
import { formatMoney } from '../src/money/index.ts';
import {
  type ExpectedSettlement,
  exampleNames,
  type Published,
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
  return settlements.map(({ asAt, expected, payment, published, part }) => [
    `[${name}](${name}/README.md)${example.settlements ? `, to ${asAt}` : ''}`,
    lines,
    published ? `${shown(published.amount, currency)}, ${published.certainty}` : 'none',
    part ? `${shown(part.amount, currency)}, ${part.what}` : shown(payment ?? expected, currency),
    published ? proofOf(published) : 'nothing published',
  ]);
}

/** What was published apart from the money proves the rule; what was solved from it proves nothing. */
function proofOf({ proof, independentPart, currency }: Published): string {
  if (independentPart === undefined) return proofs[proof];
  return `independent for ${shown(independentPart, currency)}, else ${proofs[proof]}`;
}

const proofs = { independent: 'independent', arithmetic: 'arithmetic only' } as const;

/** "1871540.00" as people write it: amounts in example.json have the places of their currency. */
function shown(amount: string, currency: string): string {
  return formatMoney({ units: BigInt(amount.replace('.', '')), currency });
}
