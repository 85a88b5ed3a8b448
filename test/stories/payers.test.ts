// Who pays beside the commissioner: its own part of statements, lines, disputes and payments, and
// nothing of what others pay.
import { beforeAll, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import {
  listOfDisputes,
  listOfLines,
  listOfPayments,
  listOfSettlements,
  listOfStatements,
  openDispute,
  paymentFile,
  readStatement,
  recordPayments,
  statementFile,
} from '../../src/service/money/index.ts';
import { readExamplePage } from '../support/example-folders.ts';
import { aService, codesOf, got } from '../support/made-facts.ts';
import { financeOf, type Stage } from '../support/made-settlements.ts';
import { atTables } from '../support/made-workers.ts';
import { playNorthshire } from '../support/northshire.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');

const page = readExamplePage('northshire')
  .replace(
    '- Outcomes are settled monthly',
    '- Northshire Health pays 40% of what is owed for Settled.\n- Outcomes are settled monthly',
  )
  .replace(
    '## Clock and endings',
    "## Prices\n\n- Each provider's total for an outcome is rounded to the nearest £100.\n\n## Clock and endings",
  );

let stage: Stage;
let settlement: string;
beforeAll(async () => {
  const others = { 'Northshire Health': 'payer', 'Northshire Police': 'payer' } as const;
  const play = { settledOn: ['2028-03-31'], page, others };
  const played = await playNorthshire({ store, service, setDay }, play);
  ({ stage } = played);
  settlement = played.done[0]?.settlement ?? '';
});

const here = () => ({ programme: stage.cast.programme });
const health = () => stage.cast.as('Northshire Health', 'finance_preparer');
const police = () => stage.cast.as('Northshire Police', 'finance_preparer');
const pence = (amount = '0') => Math.round(Number(amount) * 100);
const bodyOf = (file: { body: unknown }) => String(file.body);

async function statementsOf(actor = health(), input: object = {}) {
  return got(await perform(service, listOfStatements, { actor, input: { ...here(), ...input } }));
}

async function statementOf(payee: string, input: object = {}) {
  const asked = { ...here(), settlement, payee, ...input };
  return got(await perform(service, readStatement, { actor: health(), input: asked }));
}

test('a payer is listed its own part of each statement, to the penny', async () => {
  const { one } = financeOf(stage);
  const whole = await statementsOf(one);
  const own = await statementsOf();
  expect(own.statements.length).toBeGreaterThan(1);
  const { lines } = got(
    await perform(service, listOfLines, {
      actor: one,
      input: { ...here(), settlement, most: 1000 },
    }),
  );
  for (const { statement, payer } of own.statements) {
    expect(payer).toBe('Northshire Health');
    expect(statement.payers.map((each) => each.payer)).toEqual(['Northshire Health']);
    const portions = lines
      .filter(({ payee }) => payee === statement.payee)
      .flatMap(({ payers = [] }) => payers.filter((each) => each.payer === 'Northshire Health'));
    expect(statement.lines).toBe(portions.length);
    expect(pence(statement.owed)).toBe(
      portions.reduce((sum, { amount }) => sum + pence(amount), 0),
    );
    const all = whole.statements.find((each) => each.statement.payee === statement.payee);
    const told = all?.statement.payers.reduce((sum, { pays }) => sum + pence(pays), 0);
    expect(told).toBe(pence(all?.statement.paid));
    expect(pence(statement.paid)).toBeLessThan(pence(all?.statement.paid));
  }
  expect((await statementsOf(police())).statements).toEqual([]);
});

test('statements are listed page by page', async () => {
  const { statements } = await statementsOf();
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const some = await statementsOf(health(), { most: 1, ...(after && { after }) });
    paged.push(...some.statements.map(({ statement }) => statement.reference));
    after = some.after;
  } while (after !== undefined);
  expect(paged).toEqual(statements.map(({ statement }) => statement.reference));
});

test('a payer reads of a statement what it pays, and nothing of people, prices or others', async () => {
  const read = await statementOf('Bright Futures', { most: 1 });
  expect(read.payer).toBe('Northshire Health');
  expect(read.lines).toHaveLength(1);
  expect(read.after).toBe(1);
  expect(new Set(read.sums.map(([outcome]) => outcome))).toEqual(new Set(['Settled']));
  const further = await statementOf('Bright Futures', { after: 1 });
  expect(read.lines.length + further.lines.length).toBe(read.statement.lines);
  const said = JSON.stringify([read, further]);
  expect(said).not.toContain('Northshire Council');
  expect(said).not.toMatch(/\|/);
  const { one: actor } = financeOf(stage);
  const input = { ...here(), settlement, payee: 'Bright Futures', most: 1000 };
  const whole = got(await perform(service, listOfLines, { actor, input }));
  for (const { participant } of whole.lines) {
    if (participant !== undefined) expect(said).not.toContain(participant);
  }
  expect(codesOf(await perform(service, listOfLines, { actor: health(), input }))).toEqual([
    'programme.not_there programme',
  ]);
  const asked = { ...here(), settlement, payee: 'Bright Futures' };
  expect(codesOf(await perform(service, readStatement, { actor: police(), input: asked }))).toEqual(
    ['statement.not_there payee'],
  );
});

test('the same as files: text, a table, and paper', async () => {
  const file = async (format: string) => {
    const input = { ...here(), settlement, payee: 'Bright Futures', format };
    return got(await perform(service, statementFile, { actor: health(), input }));
  };
  expect(bodyOf(await file('txt'))).toContain('your part of what changed');
  const csv = bodyOf(await file('csv'))
    .trim()
    .split('\r\n');
  const { statement } = await statementOf('Bright Futures');
  expect(csv).toHaveLength(statement.lines + 1);
  const cells = csv.slice(1).map((row) => row.split(','));
  expect(cells.reduce((sum, row) => sum + pence(row[9]), 0)).toBe(pence(statement.owed));
  const pdf = Buffer.from((await file('pdf')).body as Uint8Array);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a statement kept before the parts were tells no more than each has to pay', async () => {
  const own = (await statementOf('Bright Futures')).statement;
  const parts = async (payers: readonly object[]) => keepParts(JSON.stringify(payers), '30000');
  const before = await keptParts();
  // Money comes back to one who pays elsewhere: the commissioner pays that much less, and first.
  await parts([
    { payer: 'Northshire Council', now: '150.00' },
    { payer: 'Northshire Health', now: '400.00' },
    { payer: 'Northshire Police', now: '-250.00' },
  ]);
  const old = (await statementOf('Bright Futures')).statement;
  expect(old).toMatchObject({ due: '400.00', paid: '300.00', lines: own.lines, owed: own.owed });
  const file = await perform(service, paymentFile, {
    actor: health(),
    input: { ...here(), settlement },
  });
  const row = bodyOf(got(file))
    .split('\r\n')
    .find((each) => each.includes('Bright Futures'));
  expect(row).toContain('300.00');
  await parts([
    { payer: 'Northshire Health', now: '-100.00' },
    { payer: 'Northshire Council', now: '400.00' },
  ]);
  expect((await statementOf('Bright Futures')).statement).toMatchObject({ paid: '0.00' });
  await keepParts(before.payers, before.paid);
  expect((await statementOf('Bright Futures')).statement).toEqual(own);
});

// As an earlier version had kept them: nothing of it changes what was kept.
async function keepParts(payers: string, paid: string): Promise<void> {
  await atTables(store, async (client) => {
    await client.query('alter table statement disable trigger only_added');
    await client.query(
      `update statement set payers = $1, paid_units = $2
        where settlement = $3 and payee = 'Bright Futures'`,
      [payers, paid, settlement],
    );
    await client.query('alter table statement enable trigger only_added');
  });
}

async function keptParts(): Promise<Readonly<{ payers: string; paid: string }>> {
  return atTables(store, async (client) => {
    const { rows } = await client.query<{ payers: string; paid: string }>(
      `select payers::text, paid_units::text as paid from statement
        where settlement = $1 and payee = 'Bright Futures'`,
      [settlement],
    );
    const [kept] = rows;
    if (kept === undefined) throw new Error('the statement is kept');
    return kept;
  });
}

test('its payment file has its own rows, and all files together pay what statements say', async () => {
  const { one } = financeOf(stage);
  const rowsFor = async (actor: typeof one) => {
    const file = await perform(service, paymentFile, { actor, input: { ...here(), settlement } });
    return bodyOf(got(file))
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','));
  };
  const own = await rowsFor(health());
  expect(own.length).toBeGreaterThan(0);
  const all = await rowsFor(one);
  expect(own).toEqual(all.filter(([payer]) => payer === 'Northshire Health'));
  expect(await rowsFor(police())).toEqual([]);
});

test('the database lets a payer reach its own payments and no table of what others are owed', async () => {
  const organisation = stage.cast.organisation('Northshire Health');
  const actor = health();
  const account = actor.kind === 'account' ? actor.account : '';
  const reached = async (text: string) =>
    store.read({ reach: 'organisation', organisation, account }, async (tx) => {
      return (await tx.client.query(text)).rows;
    });
  const tables =
    'settlement_whole settlement_line settlement_change settlement_unpaid settlement_left ' +
    'statement statement_item entry posting dispute dispute_step';
  for (const table of tables.split(' ')) expect(await reached(`select from ${table}`)).toEqual([]);
  const other = `'${stage.cast.programme}'`;
  const payers = await reached(`select distinct payer from payer_statements(${other})`);
  expect(payers).toEqual([{ payer: 'Northshire Health' }]);
  const { settlements } = got(
    await perform(service, listOfSettlements, { actor: health(), input: here() }),
  );
  expect(settlements.every(({ total }) => total === undefined)).toBe(true);
});

test('a payer records what its bank paid, and is told what is short of its own part', async () => {
  const { statements } = await statementsOf();
  const { reference = '', paid = '' } = statements[0]?.statement ?? {};
  const record = async (
    actor: ReturnType<typeof health>,
    amount: string,
    bankReference: string,
  ) => {
    const payments = [{ bankReference, reference, amount, day: '2028-04-01' }];
    return got(await perform(service, recordPayments, { actor, input: { ...here(), payments } }));
  };
  const done = await record(health(), '1.00', 'HEALTH-1');
  expect(done.problems.map(({ code }) => code)).toEqual(['payment.beside_statement']);
  const rest = (Number(paid) - 1).toFixed(2);
  expect((await record(health(), rest, 'HEALTH-2')).problems).toEqual([]);
  expect((await statementsOf()).statements[0]?.confirmed).toBe(paid);
  const open = await statementsOf(health(), { isOpen: true });
  expect(open.statements.map(({ statement }) => statement.reference)).not.toContain(reference);
  const { one } = financeOf(stage);
  const whole = await statementsOf(one, { isOpen: true });
  expect(whole.statements.map(({ statement }) => statement.reference)).toContain(reference);
  const council = whole.statements
    .find(({ statement }) => statement.reference === reference)
    ?.statement.payers.find(({ payer }) => payer === 'Northshire Council');
  expect((await record(one, council?.pays ?? '', 'COUNCIL-1')).problems).toEqual([]);
  const seen = got(await perform(service, listOfPayments, { actor: health(), input: here() }));
  expect(new Set(seen.payments.map(({ payer }) => payer))).toEqual(new Set(['Northshire Health']));
  const nothing = await perform(service, recordPayments, {
    actor: police(),
    input: {
      ...here(),
      payments: [{ bankReference: 'P-1', reference, amount: '1.00', day: '2028-04-01' }],
    },
  });
  expect(codesOf(nothing)).toEqual(['payment.of_no_statement reference']);
});

test('a payer sees the disputes of lines that it pays for, without whose they are', async () => {
  const provider = stage.cast.as('Bright Futures', 'provider_finance');
  const { lines } = got(
    await perform(service, listOfLines, {
      actor: provider,
      input: { ...here(), settlement, most: 1000 },
    }),
  );
  for (const outcome of ['Settled', 'Qualified']) {
    const line = lines.find((each) => each.outcome === outcome)?.line;
    const input = { ...here(), settlement, line, reason: 'amount_wrong' };
    got(await perform(service, openDispute, { actor: provider, input }));
  }
  const listed = async (actor: typeof provider, input: object = {}) =>
    got(await perform(service, listOfDisputes, { actor, input: { ...here(), ...input } }));
  const own = await listed(health());
  expect(own.disputes.map(({ outcome }) => outcome)).toEqual(['Settled']);
  expect(own.disputes.every(({ line }) => line === undefined)).toBe(true);
  expect((await listed(police())).disputes).toEqual([]);
  const first = await listed(provider, { most: 1 });
  const second = await listed(provider, { most: 1, after: first.after });
  const ids = [...first.disputes, ...second.disputes].map(({ dispute }) => dispute);
  expect(ids).toEqual((await listed(provider)).disputes.map(({ dispute }) => dispute));
  expect(second.after).toBeUndefined();
});

test('a rounding difference, which is nobody’s, is not disputed for everybody', async () => {
  const provider = stage.cast.as('Bright Futures', 'provider_finance');
  const of = { ...here(), settlement, most: 1000 };
  const { lines } = got(await perform(service, listOfLines, { actor: provider, input: of }));
  const rounding = lines.find(({ participant, outcome }) => !participant && outcome === 'Settled');
  expect(rounding?.number).toBe('rounding');
  const input = { ...here(), settlement, line: rounding?.line, reason: 'amount_wrong' };
  expect(codesOf(await perform(service, openDispute, { actor: provider, input }))).toEqual([
    'dispute.of_many_lines line',
  ]);
  const grant = lines.find(({ participant, outcome }) => !participant && outcome === 'grant');
  const other = { ...input, line: grant?.line };
  got(await perform(service, openDispute, { actor: provider, input: other }));
});
