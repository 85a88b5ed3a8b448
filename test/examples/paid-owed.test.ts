// What is paid and booked of lines by column is what is paid and booked of whole results.
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { byParticipant, type Fact, rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import {
  difference,
  ledgerOf,
  movedLines,
  owed,
  owedByColumn,
  type PaidResult,
  paidOwed,
  paidResult,
  type SinceLast,
  settlementResult,
  withReserved,
} from '../../src/settlement/index.ts';
import {
  type ExpectedSettlement,
  exampleNames,
  examplePath,
  isThere,
  readExample,
} from '../support/example-folders.ts';
import { readWorkedPage } from '../support/settle-example.ts';

type Page = ReturnType<typeof readWorkedPage>;

type Days = Pick<ExpectedSettlement, 'asAt' | 'knownAt'>;

type Asked = Readonly<{
  page: Page;
  facts: readonly Fact[];
  days: Days;
  previous: PaidResult | undefined;
}>;

const settlement = { contract: 'first', language: 1 };

function asAtOf({ asAt, knownAt }: Days) {
  return { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
}

function byObject({ page: { contract, plan }, facts, days, previous }: Asked) {
  const now = settlementResult(owed(plan, facts, asAtOf(days)), settlement);
  const following = { now, plan, contracts: [contract], facts };
  const paid = paidResult({ ...following, ...(previous && { previous }) });
  return withReserved(paid, following);
}

function byColumn({ page: { contract, plan }, facts, days, previous }: Asked, now: PaidResult) {
  const found = owedByColumn(plan, facts, asAtOf(days));
  const source = byParticipant(facts);
  const since = previous && sinceLast({ previous, now, plan, facts });
  const all = { owed: found, settlement, contracts: [contract], source };
  return paidOwed({ ...all, ...(since && { since }) });
}

type Two = Readonly<{
  previous: PaidResult;
  now: PaidResult;
  plan: Page['plan'];
  facts: readonly Fact[];
}>;

function sinceLast({ previous, now, plan, facts }: Two): SinceLast {
  const paidOn = new Map(
    (previous.outstanding?.paid ?? []).flatMap(({ on, lines }) =>
      lines.map((line) => [line, dayNumber(on)] as const),
    ),
  );
  const { outstanding, reserved } = previous;
  return {
    changes: difference({ now, previous, plan, facts }),
    moved: movedLines(now, previous),
    previous: { paidOn, ...(outstanding && { outstanding }), ...(reserved && { reserved }) },
  };
}

function wholeOf({ result, seen, changes }: ReturnType<typeof paidOwed>) {
  const all = [...seen()];
  return {
    ...result,
    lines: all.map(({ line }) => line),
    notPaid: all.flatMap(({ notPaid }) => notPaid),
    changes: [...changes()],
  };
}

describe.each(exampleNames.filter((name) => isThere(name, 'facts')))('%s', (name) => {
  test('comes to the same by column', async () => {
    const page = readWorkedPage(name);
    const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([page.contract]));
    const example = readExample(name);
    const all: readonly Days[] = [example, ...(example.settlements ?? [])];
    const days = new Map(all.map((each) => [`${each.knownAt} ${each.asAt}`, each]));
    let previous: PaidResult | undefined;
    for (const [, each] of [...days].toSorted()) {
      const asked = { page, facts, days: each, previous };
      const { result, isUsedUp } = byObject(asked);
      const column = byColumn(asked, result);
      expect(wholeOf(column)).toEqual(result);
      expect(JSON.stringify([...column.seen()])).toBe(JSON.stringify(seenIn(result)));
      expect(column.isUsedUp).toBe(isUsedUp);
      const ledger = ledgerOf(previous ? [previous, result] : [result], 'clause').entries;
      expect(column.entries).toEqual(ledger.slice(ledger.length - column.entries.length));
      const before = previous ? ledgerOf([previous], 'clause').entries.length : 0;
      expect(column.entries).toHaveLength(ledger.length - before);
      previous = result;
    }
  }, 60_000);
});

function seenIn({ lines, notPaid }: PaidResult) {
  const unpaid = new Map<string, PaidResult['notPaid'][number][]>();
  for (const each of notPaid) unpaid.set(each.line, [...(unpaid.get(each.line) ?? []), each]);
  return lines.map((line) => ({ line, notPaid: unpaid.get(line.line) ?? [] }));
}
