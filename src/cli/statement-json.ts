import { formatMajor } from '../money/index.ts';
import type { Statements } from '../service/index.ts';

/** Statements as programs read them; docs/cli.md lists the keys. */
export function statementsJson({ result, statements }: Statements) {
  const { contract, language, engine, currency, asAt, knownAt } = result;
  const major = (units: bigint) => formatMajor(units, currency);
  const each = statements.map(({ provider, clauses, lines, notPaid, total }) => ({
    provider,
    total: major(total),
    clauses: clauses.map(({ gross, amount, ...sum }) => {
      return { ...sum, gross: major(gross), amount: major(amount) };
    }),
    notPaid: notPaid.map((sum) => ({ ...sum, amount: major(sum.amount) })),
    lines: lines.map((line) => ({ ...line, notPaid: major(line.notPaid) })),
  }));
  return { contract, language, engine, currency, asAt, knownAt, statements: each };
}
