import { formatMajor } from '../money/index.ts';
import { payersOf, type Statements } from '../service/index.ts';

/** Statements as programs read them; docs/cli.md lists the keys. */
export function statementsJson({ result, statements }: Statements) {
  const { contract, language, engine, currency, asAt, knownAt } = result;
  const major = (units: bigint) => formatMajor(units, currency);
  const each = statements.map(({ provider, clauses, lines, notPaid, total }) => ({
    provider,
    total: major(total),
    ...payersJson(result, provider),
    clauses: clauses.map(({ gross, amount, ...sum }) => {
      return { ...sum, gross: major(gross), amount: major(amount) };
    }),
    notPaid: notPaid.map((sum) => ({ ...sum, amount: major(sum.amount) })),
    lines: lines.map((line) => ({ ...line, notPaid: major(line.notPaid) })),
  }));
  return { contract, language, engine, currency, asAt, knownAt, statements: each };
}

/** Who pays how much of it, where the page names payers; what each pays now, where it is said. */
function payersJson(result: Statements['result'], provider: string) {
  const payers = payersOf(result, provider);
  if (payers.length === 0) return {};
  const major = (units: bigint) => formatMajor(units, result.currency);
  return {
    payers: payers.map(({ payer, owed, now }) => {
      return { payer, amount: major(owed), ...(now === undefined ? {} : { now: major(now) }) };
    }),
  };
}
