// A programme of national shape under bands and limits that look at all lines in line: what the
// engine works out by column, against the steps of docs/settlement.md as they are read.
import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { readContract } from '../../src/contract/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { formatDecimal } from '../../src/money/index.ts';
import { type Owed, owed, type Plan, planOf } from '../../src/settlement/index.ts';
import { owedLines } from '../../src/settlement/owed-lines.ts';
import { owedInShards } from '../support/owed-in-shards.ts';
import { readProjectFile } from '../support/project-files.ts';
import { type PaidLine, paidInLine } from './in-line.ts';
import { linesOfOne } from './lines-of-one.ts';
import { madeFacts } from './made-facts.ts';
import type { AsAt } from './standing-facts.ts';
import { terms } from './terms.ts';

const participants = 8_000;
const page = 'bench/work-programme/contract-in-line.md';

/** Spells go on after the first of the days, and become known until the other. */
const asAt: AsAt = { trueBy: dayNumber('2016-03-31'), knownBy: dayNumber('2016-06-30') };

test('every line of a nation is what a plain rendering of the steps makes it', () => {
  const facts = madeFacts(participants, 7);
  const plain = plainLines(facts);
  const rendered = plain.map((line) => JSON.stringify(line));
  const plan = planOfPage();
  expectAlike(engineLines(owed(plan, facts, asAt)), rendered);
  const inShards = owedInShards({ plan, again: planOfPage(), facts, asAt }, 1700);
  expectAlike(engineLines(owedLines(inShards, inShards.inLine())), rendered);
  expect(seenIn(plain)).toEqual({
    further: 1325,
    ofPerson: 6537,
    ofProviderYear: 9872,
    inPart: 1099,
    waiting: 2300,
  });
});

function expectAlike(ours: readonly string[], rendered: readonly string[]): void {
  expect(ours.length).toBe(rendered.length);
  const differing = rendered.flatMap((line, at) => (line === ours[at] ? [] : [[ours[at], line]]));
  expect(differing.slice(0, 5), `${differing.length} lines differ, ours stand first`).toEqual([]);
}

/** The page, but for what a person is paid at most. */
function planOfPage(): Plan {
  const mosts = [...terms.groups.values()].map(({ most }) => `£${most.toLocaleString('en-GB')}`);
  const lower = `| *most* | ${mosts.join(' | ')} |`;
  const text = readProjectFile(page).replace(/^\| \*most\* .*$/m, lower);
  const { contract, problems } = readContract(text, page);
  expect(problems).toEqual([]);
  const plan = planOf([contract]);
  if (!plan.ok) throw new Error(`The page makes no plan: ${plan.problems[0]?.message}`);
  return plan.value;
}

/** In place in line, with the keys of the rendering. */
function engineLines({ lines, notPaid }: Pick<Owed, 'lines' | 'notPaid'>): readonly string[] {
  const unpaid = grouped(notPaid, ({ line }) => line);
  return lines.map((line) => {
    const { participant, provider, group, outcome, number, day, payableOn } = line;
    const cuts = (unpaid.get(line.line) ?? []).map(({ reason, clause, amount }) => {
      return { reason, clause, amount: Number(amount) };
    });
    return JSON.stringify({
      line: line.line,
      participant,
      provider,
      group,
      outcome,
      number,
      day,
      payableOn,
      price: formatDecimal(line.price),
      gross: Number(line.gross),
      amount: Number(line.amount),
      unpaid: cuts,
    });
  });
}

function plainLines(facts: readonly Fact[]): readonly PaidLine[] {
  const people = grouped(facts, ({ participant }) => participant);
  return paidInLine([...people.values()].flatMap((own) => linesOfOne(own, asAt)));
}

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key) {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item));
    if (own === undefined) groups.set(keyOf(item), [item]);
    else own.push(item);
  }
  return groups;
}

/** How often what this is about was met. */
function seenIn(lines: readonly PaidLine[]) {
  const byClause = (clause: string) =>
    lines.filter(({ unpaid }) => unpaid.some((each) => each.clause === clause)).length;
  const first = new Set([100_000, 120_000, 350_000]);
  return {
    further: lines.filter(({ outcome, gross }) => outcome === 'Job' && !first.has(gross)).length,
    ofPerson: byClause('Limits/limit'),
    ofProviderYear: byClause('Limits/limit of each provider'),
    inPart: lines.filter(({ amount, gross }) => amount > 0 && amount < gross).length,
    waiting: lines.filter(({ payableOn }) => payableOn === undefined).length,
  };
}
