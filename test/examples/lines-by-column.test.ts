import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/read-facts.ts';
import { lineOf, notPaidOf } from '../../src/settlement/due/line.ts';
import { owed } from '../../src/settlement/owed.ts';
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
  expect(notPaid.map(({ waitsFor, ...each }) => each)).toEqual(kept.lines.flatMap(notPaidOf));
  expect(total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0n));
});
