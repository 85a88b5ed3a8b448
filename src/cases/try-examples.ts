import { type Day, dayNumber, dayOf, formatDate } from '../calendar/index.ts';
import { type Contract, type Example, printingOf, type ReadPage } from '../contract/index.ts';
import { formatMoney } from '../money/index.ts';
import type { Problem } from '../problem/index.ts';
import { type Line, minorUnits, owed, type Plan, planOf } from '../settlement/index.ts';
import { exampleFacts } from './example-facts.ts';

/** A worked example, run: what the page says that it pays, and what it does pay. */
export type TriedExample = Readonly<{
  title: string;
  passed: boolean;
  expected: bigint;
  actual: bigint;
  currency: string;
  lines: readonly Line[];
  /** Where the two differ, in sentences. */
  differences: readonly string[];
}>;

export type Trial = Readonly<{ results: readonly TriedExample[]; problems: readonly Problem[] }>;

/**
 * Runs the worked examples that stand on the pages of one contract, each under the versions up to
 * its own. A wrong example is a problem of its page. The pages have been read without errors.
 */
export function tryExamples(pages: readonly ReadPage[]): Trial {
  const results: TriedExample[] = [];
  const problems: Problem[] = [];
  pages.forEach((page, at) => {
    const plan = planOf(pages.slice(0, at + 1).map(({ contract }) => contract));
    if (!plan.ok) problems.push(...plan.problems);
    else {
      for (const example of page.contract.examples) {
        const result = tryExample(page.contract, plan.value, example);
        results.push(result);
        if (!result.passed) problems.push(paysOtherwise(result, page, example));
      }
    }
  });
  return { results, problems };
}

function paysOtherwise(
  { title, differences }: TriedExample,
  page: ReadPage,
  example: Example,
): Problem {
  return {
    code: 'example.pays_otherwise',
    severity: 'error',
    at: page.placeOf(example),
    message: `"${title}" says otherwise than the page pays: ${differences.join('; ')}.`,
    help: 'Put right either the example or the terms; "outturn try" shows what is paid, and why.',
  };
}

function tryExample(contract: Contract, plan: Plan, example: Example): TriedExample {
  const facts = exampleFacts(contract, example);
  const day = asAtOf(plan, example, facts);
  const settled = owed(plan, facts, { trueBy: day, knownBy: day });
  const { currency } = printingOf(contract);
  const expected = wholeUnits(contract, example.total);
  const actual = settled.lines.reduce((sum, line) => sum + line.amount, 0n);
  const show = (units: bigint) => formatMoney({ units, currency: currency.code });
  const differences = [
    ...(expected === actual
      ? []
      : [`it says ${show(expected)} in all, and the terms pay ${show(actual)}`]),
    ...(example.pays.length > 0 ? differencesByLine(contract, example, settled.lines, show) : []),
  ];
  const passed = differences.length === 0;
  const { title } = example;
  return {
    title,
    passed,
    expected,
    actual,
    currency: currency.code,
    lines: settled.lines,
    differences,
  };
}

// A worked example is settled when everything has happened: well after the last window has closed.
const daysAfterwards = 3653;

function asAtOf(
  plan: Plan,
  example: Example,
  facts: readonly { known: number; day?: number; to?: number }[],
): number {
  if (example.asAt) return dayNumber(example.asAt);
  const days = facts.flatMap((fact) => [fact.known, fact.day ?? fact.known, fact.to ?? fact.known]);
  return Math.max(plan.endsOn, ...days) + daysAfterwards;
}

function wholeUnits(contract: Contract, decimal: string): bigint {
  const { numerator, denominator } = minorUnits(contract, decimal);
  return numerator / denominator;
}

/** What is said and not paid, and paid and not said; amounts are summed by outcome and day. */
function differencesByLine(
  contract: Contract,
  example: Example,
  lines: readonly Line[],
  show: (units: bigint) => string,
): string[] {
  const sums = new Map<string, { said: bigint; paid: bigint; outcome: string; day: Day }>();
  const add = (outcome: string, day: Day, more: Readonly<{ said: bigint; paid: bigint }>) => {
    const key = `${day} ${outcome}`;
    const so = sums.get(key) ?? { said: 0n, paid: 0n, outcome, day };
    sums.set(key, { ...so, said: so.said + more.said, paid: so.paid + more.paid });
  };
  for (const { amount, outcome, days } of example.pays) {
    for (const day of days) add(outcome, day, { said: wholeUnits(contract, amount), paid: 0n });
  }
  for (const { outcome, day, amount } of lines) {
    if (outcome !== undefined) add(outcome, dayOf(day), { said: 0n, paid: amount });
  }
  return [...sums.values()]
    .filter(({ said, paid }) => said !== paid)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ said, paid, outcome, day }) => {
      const on = `${outcome} on ${formatDate(dayNumber(day))}`;
      const [says, pays] = [said, paid].map((units) => (units === 0n ? 'nothing' : show(units)));
      return `for ${on} it says ${says}, and the terms pay ${pays}`;
    });
}
