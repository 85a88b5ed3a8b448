import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { compareTexts, rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import type { PooledName } from '../../src/settlement/columns/line-pools.ts';
import { type Line, lineOf, notPaidOf } from '../../src/settlement/due/line.ts';
import {
  lineChunks,
  noDay,
  noText,
  owed,
  owedByColumn,
  resultLine,
} from '../../src/settlement/index.ts';
import { settle } from '../../src/settlement/settle.ts';
import { exampleNames, examplePath, isThere, readExample } from '../support/example-folders.ts';
import { readWorkedPage } from '../support/settle-example.ts';

const names = exampleNames.filter((name) => isThere(name, 'facts'));

test.each(names)('%s: lines come out of their columns as they went in', async (name) => {
  const { contract, plan } = readWorkedPage(name);
  const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
  const { asAt: trueBy, knownAt } = readExample(name);
  const asAt = { trueBy: dayNumber(trueBy), knownBy: dayNumber(knownAt) };
  const kept = settle({ plan, facts, asAt }, { onParticipant: () => {} });
  const { lines, notPaid, total } = owed(plan, facts, asAt);
  expect(lines).toEqual(kept.lines.map((paid) => lineOf(plan, paid)));
  const unpaid = notPaid.map((each) => {
    const { waitsFor: _, ...rest } = each;
    return rest;
  });
  expect(unpaid).toEqual(kept.lines.flatMap(notPaidOf));
  expect(total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0n));
});

test.each(names)(
  '%s: lines come out of chunks by participant, as they came out of rows',
  async (name) => {
    const { contract, plan } = readWorkedPage(name);
    const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
    const { asAt: trueBy, knownAt } = readExample(name);
    const asAt = { trueBy: dayNumber(trueBy), knownBy: dayNumber(knownAt) };
    const { lines, currency } = owed(plan, facts, asAt);
    const { pools, chunks } = lineChunks(owedByColumn(plan, facts, asAt), 7);
    const names = Object.keys(pools) as PooledName[];
    const texts = new Map(names.map((pool) => [pool, [...pools[pool]]]));
    const told: object[] = [];
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += 1) {
        const text = (pool: PooledName) => texts.get(pool)?.[chunk[pool][at] ?? noText];
        const payableOn = chunk.payableOn[at];
        const own = ['clause', 'attachment', 'provider', 'number'] as const;
        told.push({
          line: chunk.kept.get(at)?.line ?? own.map(text).join('|'),
          clause: text('clause'),
          participant: text('participant'),
          provider: text('provider'),
          outcome: text('outcome'),
          number: text('number'),
          group: text('group'),
          quantity: text('quantity'),
          price: text('price'),
          day: chunk.day[at],
          payableOn: payableOn === noDay ? undefined : payableOn,
          gross: chunk.gross[at],
          amount: chunk.amount[at],
          version: chunk.version[at],
        });
      }
    }
    const byParticipant = lines.toSorted((one, other) =>
      compareTexts(one.participant ?? '', other.participant ?? ''),
    );
    expect(told).toEqual(byParticipant.map((line) => toldOf(line, currency)));
  },
);

function toldOf(line: Line, currency: string): object {
  const { quantity, price } = resultLine(line, currency);
  return {
    line: line.line,
    clause: line.clause,
    participant: line.participant,
    provider: line.provider,
    outcome: line.outcome,
    number: String(line.number),
    group: line.group,
    quantity,
    price,
    day: line.day,
    payableOn: line.payableOn,
    gross: Number(line.gross),
    amount: Number(line.amount),
    version: line.version,
  };
}
