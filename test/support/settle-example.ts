import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { type Contract, readContract } from '../../src/contract/index.ts';
import { type Fact, rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { type Owed, owed, type Plan, planOf } from '../../src/settlement/index.ts';
import { examplePath, readExamplePage } from './example-folders.ts';

/** The page of an example, worked out to what the engine runs. */
export type WorkedPage = Readonly<{
  name: string;
  contract: Contract;
  plan: Plan;
  /** The first price of an outcome on its rate card, as a decimal. */
  priceOf: (outcome: string) => string;
}>;

/** Reads the page of an example; `change` lets a test ask what other terms would have paid. */
export function readWorkedPage(
  name: string,
  change: (page: string) => string = (page) => page,
): WorkedPage {
  const { contract, problems } = readContract(change(readExamplePage(name)), name);
  const plan = planOf([contract]);
  if (!plan.ok) throw new Error(`The page of ${name} makes no plan: ${problems[0]?.message}`);
  const rows = contract.outcomes.tables.flatMap((table) => table.rows);
  const priceOf = (outcome: string) =>
    rows.flatMap((row) => ('outcome' in row && row.outcome === outcome ? row.prices : []))[0] ??
    '0';
  return { name, contract, plan: plan.value, priceOf };
}

/** Settles the committed facts of an example; `change` lets a test ask what others would have paid. */
export async function settleExample(
  { name, contract, plan }: WorkedPage,
  days: Readonly<{ asAt: Day; knownAt: Day }>,
  change: (fact: Fact) => Fact = (fact) => fact,
): Promise<Owed> {
  const { facts, problems } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
  if (problems.length > 0) throw new Error(`The facts of ${name} have problems.`);
  const asAt = { trueBy: dayNumber(days.asAt), knownBy: dayNumber(days.knownAt) };
  return owed(plan, facts.map(change), asAt);
}
