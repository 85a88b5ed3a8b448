import { type Day, dayNumber, dayOf, formatDate } from '../calendar/index.ts';
import {
  type Contract,
  type Example,
  forms,
  printingOf,
  type ReadPage,
} from '../contract/index.ts';
import { formatMoney } from '../money/index.ts';
import type { Problem } from '../problem/index.ts';
import {
  type Basis,
  type Line,
  minorUnits,
  owed,
  type Plan,
  planOf,
  whyLine,
  whyParticipant,
} from '../settlement/index.ts';
import { exampleFacts, exampleParticipants } from './example-facts.ts';

/** A worked example, run: what the page says that it pays, and what it does pay. */
export type TriedExample = Readonly<{
  title: string;
  passed: boolean;
  expected: bigint;
  actual: bigint;
  currency: string;
  lines: readonly Line[];
  /** What it says and what it pays for each outcome and day, in the order of the days. */
  comparison: readonly Compared[];
  /** Where the two differ, each in words that may follow a colon. */
  differences: readonly string[];
  /** Why each line is what it is, and why what was not achieved was not: a paragraph each. */
  reasons: readonly (readonly string[])[];
  /** Those of them that concern what it pays otherwise than it says. */
  reasonsWhy: readonly (readonly string[])[];
}>;

/** The payments for one outcome on one day, as the example says them and as the terms make them. */
export type Compared = Readonly<{ outcome: string; day: Day; said: bigint; paid: bigint }>;

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
  const asAt = { trueBy: day, knownBy: day };
  const lines = linesOf(contract, example, owed(plan, facts, asAt).lines);
  const { code: currency } = printingOf(contract).currency;
  const expected = wholeUnits(contract, example.total);
  const actual = lines.reduce((sum, line) => sum + line.amount, 0n);
  const comparison = compare(contract, example, lines);
  const differences = differencesIn({ expected, actual, currency }, comparison, example);
  const reasons = reasonsOf({ plan, facts, asAt }, example, lines);
  return {
    title: example.title,
    passed: differences.length === 0,
    expected,
    actual,
    currency,
    lines,
    comparison,
    differences,
    reasons: reasons.map(({ sentences }) => sentences),
    reasonsWhy: reasons.filter(concerns(comparison)).map(({ sentences }) => sentences),
  };
}

/**
 * The lines that an example speaks of. One about one participant speaks of what that one achieves
 * and of what else it names; one that says to whom things happen, or that a provider joins, is
 * about the whole contract and speaks of every line.
 */
function linesOf({ outcomes }: Contract, { rows, pays }: Example, lines: readonly Line[]): Line[] {
  const { providerJoinedRow, estimatedRow } = forms.exampleRow;
  const ofAll = [providerJoinedRow.name, estimatedRow.name] as readonly string[];
  const isAboutAll = rows.some(({ who, what }) => who !== undefined || ofAll.includes(what.form));
  const named = new Set([
    ...outcomes.outcomes.map(({ name }) => name),
    ...pays.map(({ outcome }) => outcome),
  ]);
  return lines.filter(({ outcome }) => isAboutAll || named.has(outcome));
}

/** Why a line is what it is, or why an outcome was not achieved, which has no day. */
type Reasons = Readonly<{ outcome: string; day?: Day; sentences: readonly string[] }>;

/** Why each line is what it is: those of the participants, then those that are nobody's. */
function reasonsOf(basis: Basis, example: Example, lines: readonly Line[]): readonly Reasons[] {
  const ofParticipants = exampleParticipants(example).flatMap((participant): Reasons[] => {
    const { lines: own, statuses } = whyParticipant(basis, participant);
    return [...own, ...statuses.filter(({ status }) => status !== 'achieved')];
  });
  const others = lines
    .filter(({ participant }) => participant === undefined)
    .flatMap(({ line }) => whyLine(basis, line) ?? []);
  return [...ofParticipants, ...others];
}

/** Whether reasons concern a payment that is not as said; all do where only the sums differ. */
function concerns(comparison: readonly Compared[]): (reasons: Reasons) => boolean {
  const wrong = comparison.filter(({ said, paid }) => said !== paid);
  if (wrong.length === 0) return () => true;
  return ({ outcome, day }) =>
    wrong.some((each) => {
      const isIt = day === undefined ? each.said > each.paid : each.day === day;
      return isIt && each.outcome === outcome;
    });
}

type Sums = Readonly<{ expected: bigint; actual: bigint; currency: string }>;

/** An example that says no more than its sum is held to no more than its sum. */
function differencesIn(
  { expected, actual, currency }: Sums,
  comparison: readonly Compared[],
  { pays }: Example,
): string[] {
  const show = (units: bigint) => formatMoney({ units, currency });
  const inAll =
    expected === actual
      ? []
      : [`it says ${show(expected)} in all, and the terms pay ${show(actual)}`];
  const wrong = pays.length === 0 ? [] : comparison.filter(({ said, paid }) => said !== paid);
  const byDay = wrong.map(({ outcome, day, said, paid }) => {
    const [says, pay] = [said, paid].map((units) => (units === 0n ? 'nothing' : show(units)));
    const on = formatDate(dayNumber(day));
    return `for ${outcome} on ${on} it says ${says}, and the terms pay ${pay}`;
  });
  return [...inAll, ...byDay];
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

/** Payments summed by outcome and day. */
function compare(contract: Contract, example: Example, lines: readonly Line[]): Compared[] {
  const sums = new Map<string, Compared>();
  const add = (outcome: string, day: Day, more: Pick<Compared, 'said' | 'paid'>) => {
    const so = sums.get(`${day} ${outcome}`) ?? { outcome, day, said: 0n, paid: 0n };
    const said = so.said + more.said;
    sums.set(`${day} ${outcome}`, { ...so, said, paid: so.paid + more.paid });
  };
  for (const { amount, outcome, days } of example.pays) {
    for (const day of days) add(outcome, day, { said: wholeUnits(contract, amount), paid: 0n });
  }
  for (const { outcome, day, amount } of lines)
    add(outcome, dayOf(day), { said: 0n, paid: amount });
  return [...sums.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
