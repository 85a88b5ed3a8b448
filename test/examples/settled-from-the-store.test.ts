// A settlement of facts as the store keeps them comes to what the files of every example come to:
// where it is asked for and on a thread of its own, the first of a series and those that follow.
import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import type { Contract } from '../../src/contract/index.ts';
import { type Fact, rulesOf } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { putSealedText } from '../../src/service/facts-in/sealed-text.ts';
import { explain } from '../../src/service/settling/ask-why.ts';
import { resultHash } from '../../src/service/stored/result-hash.ts';
import type { Before, Settling, SettlingGround } from '../../src/service/stored/settling.ts';
import { settlingApart } from '../../src/service/stored/settling-apart.ts';
import { settlingHere } from '../../src/service/stored/settling-here.ts';
import {
  ledgerOf,
  owed,
  type PaidResult,
  type Plan,
  paidResult,
  paymentPlanOf,
  type SettlementResult,
  settlementResult,
  withReserved,
} from '../../src/settlement/index.ts';
import { nobody } from '../../src/store/facts/index.ts';
import { hmacPlace, seal, textIn } from '../../src/store/keys/index.ts';
import {
  type ExpectedSettlement,
  exampleNames,
  examplePath,
  isThere,
  readExample,
} from '../support/example-folders.ts';
import { readWorkedPage } from '../support/settle-example.ts';

const programme = '00000000-0000-4000-8000-000000000007';
const settlement = { contract: 'first', language: 1 };

/** A reference as the service makes them, always the same for the same name. */
function referenceOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

function underReferences(fact: Fact): Fact {
  const { id, participant, replaces } = fact;
  return {
    ...fact,
    id: referenceOf(id),
    ...(participant === undefined ? {} : { participant: referenceOf(participant) }),
    ...(replaces === undefined ? {} : { replaces: referenceOf(replaces) }),
  };
}

/** One row as COPY sends it in binary: how many fields, and each with its length before it. */
function rowOf(fields: readonly (Buffer | null)[]): Buffer {
  const pieces = fields.flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(field?.length ?? -1);
    return field === null ? [length] : [length, field];
  });
  return Buffer.concat([Buffer.from([0, fields.length]), ...pieces]);
}

function uuidField(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

type Kept = Readonly<{ bytes: Buffer; keys: ReadonlyMap<string, Uint8Array> }>;

function day(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number - 10_957);
  return bytes;
}

/** The facts as the database sends them: by participant and id, sealed, those about nobody first. */
function kept(facts: readonly Fact[]): Kept {
  const keys = new Map<string, Uint8Array>();
  const whose = (fact: Fact) => fact.participant ?? nobody;
  const inOrder = facts.toSorted((one, other) =>
    `${whose(one)}${one.id}` < `${whose(other)}${other.id}` ? -1 : 1,
  );
  const place = hmacPlace(1024);
  const rows = inOrder.map((fact, at) => {
    const participant = whose(fact);
    const key = keys.get(participant) ?? randomBytes(32);
    keys.set(participant, key);
    putSealedText(place, fact, { as: 'as it was sent', known: fact.known });
    const sealed = seal(key, textIn(place), `fact/${programme}/${participant}/${fact.id}`);
    const number = Buffer.alloc(8);
    number.writeBigInt64BE(BigInt(at + 1));
    const { id, known, state, replaces } = fact;
    const replaced = replaces === undefined ? null : uuidField(replaces);
    return [
      uuidField(participant),
      uuidField(id),
      day(known),
      Buffer.from(state),
      replaced,
      number,
      sealed,
    ];
  });
  return { bytes: Buffer.concat(rows.map(rowOf)), keys };
}

type Days = Pick<ExpectedSettlement, 'asAt' | 'knownAt'>;

type Example = Readonly<{
  contract: Contract;
  plan: Plan;
  facts: readonly Fact[];
  sealed: Kept;
  /** What its files settle to as at some days: asked again and again, and worked out once. */
  settled: (days: Days) => SettlementResult;
}>;

type Asked = Readonly<{ example: Example; days: Days; previous: PaidResult | undefined }>;

async function openExample(name: string): Promise<Example> {
  const { contract, plan } = readWorkedPage(name);
  const read = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
  const facts = read.facts.map(underReferences);
  const found = new Map<string, SettlementResult>();
  const settled = (days: Days) => {
    const key = `${days.asAt} ${days.knownAt}`;
    const result = found.get(key) ?? settlementResult(owed(plan, facts, asAtOf(days)), settlement);
    found.set(key, result);
    return result;
  };
  return { contract, plan, facts, sealed: kept(facts), settled };
}

function asAtOf({ asAt, knownAt }: Days) {
  return { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
}

function fromFiles({ example, days, previous }: Asked) {
  const { contract, plan, facts, settled } = example;
  const following = { now: settled(days), plan, contracts: [contract], facts };
  const since = previous && { previous, anew: settled(previous) };
  return withReserved(paidResult({ ...following, ...since }), following);
}

/** The lines of a settlement as the database sends them. */
function linesAsRows({ lines, notPaid, outstanding }: PaidResult): Buffer {
  const paidOn = new Map(
    (outstanding?.paid ?? []).flatMap(({ on, lines: named }) =>
      named.map((line) => [line, on] as const),
    ),
  );
  const unpaidOf = new Map<string, PaidResult['notPaid'][number][]>();
  for (const each of notPaid) {
    unpaidOf.set(each.line, [...(unpaidOf.get(each.line) ?? []), each]);
  }
  const units = (amount: string) => amount.replace('.', '');
  const rows = lines.map((line, at) => {
    const unpaid = (unpaidOf.get(line.line) ?? []).map(({ reason, amount, clause, waitsFor }) => [
      reason,
      units(amount),
      clause,
      waitsFor ?? null,
    ]);
    const { participant, cohort, period, provider, payer, payee, outcome, group } = line;
    const named = [participant, cohort, period].map((each) => each ?? null);
    const whose = [provider, payer, payee, outcome, String(line.number), group ?? null];
    const when = [line.day, line.payableOn, line.earnedOn ?? null];
    const worth = [line.quantity, line.price, units(line.gross), units(line.amount)];
    const rest = [line.version, line.payers ?? null, paidOn.get(line.line) ?? null];
    const cells = [at + 1, line.line, line.clause, ...named, ...whose, ...when, ...worth, ...rest];
    return `${JSON.stringify([...cells, unpaid.length === 0 ? null : unpaid])}\n`;
  });
  return Buffer.from(rows.join(''));
}

function beforeOf(previous: PaidResult) {
  const { outstanding, payable: _, changes: __, lines: ___, notPaid: ____, ...result } = previous;
  const { paid = [], ...left } = outstanding ?? {};
  const open = { held: [], onAccount: [], debts: [], writtenOff: [], ...left };
  return { result, outstanding: open, paid };
}

function groundFor(contract: Contract, days: Days): SettlingGround {
  return {
    programme,
    contracts: [contract],
    settlement,
    pageName: 'contract.md',
    asAt: asAtOf(days),
    threads: 0,
  };
}

async function fromStore(
  { example: { contract, sealed }, days, previous }: Asked,
  open: (ground: SettlingGround) => Settling,
) {
  const settling = open(groundFor(contract, days));
  expect(await settling.takeFacts(sealed)).toEqual({ ok: true, value: null });
  await settling.settle();
  if (previous !== undefined) await settling.takeBefore(linesAsRows(previous));
  const about = await settling.follow(previous && earlier(previous));
  let rows = 0;
  for (let batch = await settling.next(); batch !== undefined; batch = await settling.next()) {
    if (batch.of === 'line') rows += batch.batch.rows;
  }
  await settling.close();
  expect(rows).toBe(about.lines);
  return about;
}

function earlier(previous: PaidResult): Before {
  const { paid, ...before } = beforeOf(previous);
  const there = new Set(previous.lines.map(({ line }) => line));
  const gone = paid.flatMap(({ on, lines }) =>
    lines.filter((line) => !there.has(line)).map((line) => [line, on] as const),
  );
  return { ...before, gone: new Map(gone) };
}

const withFacts = exampleNames.filter((name) => isThere(name, 'facts'));

describe.each(withFacts)('%s', (name) => {
  let example: Example;
  beforeAll(async () => {
    example = await openExample(name);
  });

  test('comes out of the store as it comes out of its files', async () => {
    const first = readExample(name);
    const all: readonly Days[] = [first, ...(first.settlements ?? [])];
    const days = new Map(all.map((each) => [`${each.knownAt} ${each.asAt}`, each]));
    let previous: PaidResult | undefined;
    for (const [, each] of [...days].toSorted()) {
      const asked = { example, days: each, previous };
      const { result: whole, isUsedUp } = fromFiles(asked);
      const about = await fromStore(asked, settlingHere);
      const { lines: _, notPaid: __, changes: ___, outstanding: ____, ...rest } = whole;
      expect(about.result).toEqual(rest);
      expect(about.problems.some(({ code }) => code === 'payment.reserve_used_up')).toBe(isUsedUp);
      expect(about.resultHash).toBe(resultHash(whole));
      const entries = ledgerOf(previous ? [previous, whole] : [whole], 'clause').entries;
      const before = previous ? ledgerOf([previous], 'clause').entries.length : 0;
      expect(about.entries).toEqual(entries.slice(before));
      previous = whole;
    }
  });

  // Of some lines and their participants.
  test('why is the same from the store as from files', async () => {
    const { contract, plan, facts, sealed } = example;
    const days = readExample(name);
    const payment = paymentPlanOf([contract], dayNumber(days.knownAt));
    const basis = { plan, facts, asAt: asAtOf(days), payment };
    const { lines } = example.settled(days);
    const { line = 'no such line' } = lines[0] ?? {};
    const { participant = nobody } = lines[Math.floor(lines.length / 2)] ?? {};
    const unknown = name === withFacts[0] ? [{ line: 'no such line' }] : [];
    for (const each of [{ line }, { participant }, ...unknown]) {
      const settling = settlingHere(groundFor(contract, days));
      await settling.takeFacts(sealed);
      expect(await settling.explain(each)).toEqual(explain(basis, each));
      await settling.close();
    }
  });
});

test('on a thread of its own it comes to the same, byte by byte', async () => {
  const [name = ''] = withFacts;
  const example = await openExample(name);
  const asked = { example, days: readExample(name), previous: undefined };
  const apart = await fromStore(asked, settlingApart);
  expect(apart).toEqual(await fromStore(asked, settlingHere));
});
