// What must not happen to money: approved twice, by who prepared it, on other facts than were looked
// at, half done, or seen by who may not see it.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { type Day, dayNumber, dayOf } from '../../src/calendar/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { runTasks } from '../../src/service/jobs/index.ts';
import { lastingJob } from '../../src/service/lasting/index.ts';
import {
  answerDispute,
  approveSettlement,
  listOfBalances,
  listOfDisputes,
  listOfLines,
  listOfPayments,
  listOfRequests,
  listOfSettlements,
  listOfStatements,
  makeSettlementBundle,
  openDispute,
  prepareSettlement,
  readRequest,
  readSettlement,
  recomputeSettlement,
  recordPaymentFile,
  recordPayments,
  refuseSettlement,
  releaseDispute,
  requestSettlement,
  settlementWork,
} from '../../src/service/money/index.ts';
import { eraseParticipant } from '../../src/service/people/index.ts';
import { verifyRecord } from '../../src/service/record/index.ts';
import { listStatementItems } from '../../src/store/money/index.ts';
import { readExamplePage } from '../support/example-folders.ts';
import { aService, codesOf, got } from '../support/made-facts.ts';
import {
  factsByDay,
  financeOf,
  playFacts,
  prepared,
  type Stage,
  sendFacts,
  settled,
} from '../support/made-settlements.ts';
import { playNorthshire, type Settled } from '../support/northshire.ts';
import { until } from '../support/until.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');

// The page of the example, which now holds what is disputed.
const page = readExamplePage('northshire').replace(
  '- Each attachment reserves',
  '- Only what is disputed is held, for no more than 365 days; the rest is paid on time.\n' +
    '- Each attachment reserves',
);

let stage: Stage;
let first: Settled;
beforeAll(async () => {
  const others = { 'Elsewhere Council': 'referrer' } as const;
  const play = { settledOn: ['2028-01-31'], page, others };
  const played = await playNorthshire({ store, service, setDay }, play);
  ({ stage } = played);
  first = played.done[0] as Settled;
});

const here = () => ({ programme: stage.cast.programme });

/** What the database itself says, asked past every fence. */
async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
  const client = new pg.Client({ ...store.owner, options: '-c search_path=outturn' });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

test('who prepares does not approve, and only what was looked at is approved', async () => {
  setDay('2028-03-01');
  const { settlement, resultHash } = await prepared(stage, '2028-02-29');
  const one = stage.cast.as('Northshire Council 1', 'finance_preparer', 'finance_approver');
  const { other } = financeOf(stage);
  const input = { ...here(), settlement, resultHash };
  expect(codesOf(await perform(service, approveSettlement, { actor: one, input }))).toEqual([
    'settlement.own_work',
  ]);
  const otherwise = { ...input, resultHash: `sha256:${'0'.repeat(64)}` };
  expect(
    codesOf(await perform(service, approveSettlement, { actor: other, input: otherwise })),
  ).toEqual(['settlement.other_result resultHash']);
  const again = { ...here(), asAt: '2028-02-29', knownAt: '2028-02-29' };
  expect(codesOf(await perform(service, prepareSettlement, { actor: one, input: again }))).toEqual([
    'settlement.other_waits',
  ]);
  const refused = { ...here(), settlement, reason: 'not_now' };
  got(await perform(service, refuseSettlement, { actor: other, input: refused }));
  expect(codesOf(await perform(service, approveSettlement, { actor: other, input }))).toEqual([
    'settlement.decided_already',
  ]);
});

test('two who approve at once make one approval', async () => {
  setDay('2028-03-01');
  const { settlement, resultHash } = await prepared(stage, '2028-02-29');
  const input = { ...here(), settlement, resultHash };
  const { other } = financeOf(stage);
  const all = await Promise.all(
    Array.from({ length: 4 }, async () =>
      perform(service, approveSettlement, { actor: other, input }),
    ),
  );
  expect(all.filter(({ ok }) => ok).length).toBe(1);
  expect(all.flatMap(codesOf)).toEqual(Array(3).fill('settlement.decided_already'));
});

test('the same request sent twice is done once, and answered alike', async () => {
  setDay('2028-03-02');
  const { one } = financeOf(stage);
  const input = { ...here(), asAt: '2028-02-29', knownAt: '2028-03-01' };
  const asked = { actor: one, input, onceKey: 'a key of this form' };
  const answers = await Promise.all([
    perform(service, prepareSettlement, asked),
    perform(service, prepareSettlement, asked),
  ]);
  expect(got(answers[0] as never)).toEqual(got(answers[1] as never));
  const { settlement } = got(answers[0] as never) as { settlement: string };
  const refused = { ...here(), settlement, reason: 'not_now' };
  got(await perform(service, refuseSettlement, { actor: financeOf(stage).other, input: refused }));
});

test('settling twice changes nothing: no line, no entry of money, nothing paid', async () => {
  setDay('2028-03-03');
  const { settlement, paid } = await settled(stage, '2028-02-29');
  expect(paid).toBe('0.00');
  const { one } = financeOf(stage);
  const shown = got(
    await perform(service, readSettlement, { actor: one, input: { ...here(), settlement } }),
  );
  expect(shown.changes).toEqual([]);
  const [counted] = await asOwner<{ count: string }>(
    'select count(*) from entry where settlement = $1',
    [settlement],
  );
  expect(counted?.count).toBe('0');
});

test('facts of the day that come in after it was prepared make it be prepared anew', async () => {
  setDay('2028-03-05');
  const { settlement, resultHash } = await prepared(stage, '2028-03-04');
  // A transaction that began before midnight and is kept after it.
  await asOwner(
    `insert into fact (programme, participant, id, mark, arrival, sender, known, state, sealed, fingerprint)
      select programme, participant, gen_random_uuid(), gen_random_uuid(), arrival,
        sender, '2028-03-04', 'claimed',
        '\\x00', '\\x00' from fact where programme = $1 limit 1`,
    [stage.cast.programme],
  );
  const { one, other } = financeOf(stage);
  const input = { ...here(), settlement, resultHash };
  const shown = got(
    await perform(service, readSettlement, { actor: one, input: { ...here(), settlement } }),
  );
  expect(shown.overtaken).toBe('facts');
  expect(codesOf(await perform(service, approveSettlement, { actor: other, input }))).toEqual([
    'settlement.overtaken',
  ]);
  await asOwner(`alter table fact disable trigger only_added`);
  await asOwner(`delete from fact where sealed = '\\x00'`);
  await asOwner(`alter table fact enable trigger only_added`);
  got(await perform(service, approveSettlement, { actor: other, input }));
});

test('facts that come in on the day of approval wait for the next settlement', async () => {
  setDay('2028-03-06');
  const { settlement, resultHash } = await prepared(stage, '2028-03-05');
  const council = stage.cast.as('Northshire Council', 'case_worker');
  const facts = [
    {
      id: 'late',
      kind: 'attached',
      participant: 'P-late',
      provider: 'Bright Futures',
      group: 'leaving',
      day: '2028-03-01',
    },
  ];
  got(await perform(service, sendFacts, { actor: council, input: { ...here(), facts } }));
  const input = { ...here(), settlement, resultHash };
  got(await perform(service, approveSettlement, { actor: financeOf(stage).other, input }));
});

test('days that are not over, that run backwards and that were settled are not settled', async () => {
  setDay('2028-03-07');
  const { one: actor } = financeOf(stage);
  const asked = async (asAt: string, knownAt: string) =>
    codesOf(
      await perform(service, prepareSettlement, { actor, input: { ...here(), asAt, knownAt } }),
    );
  expect(await asked('2028-03-06', '2028-03-07')).toEqual(['settlement.day_open knownAt']);
  expect(await asked('2028-03-06', '2028-03-05')).toEqual(['settlement.true_after_known asAt']);
  expect(await asked('2028-02-01', '2028-03-06')).toEqual(['settlement.before_last asAt']);
});

test('what is cut off in the middle leaves nothing behind', async () => {
  setDay('2028-03-08');
  const tables = ['settlement', 'settlement_line', 'statement', 'entry', 'posting', 'record'];
  const count = async () =>
    Promise.all(tables.map(async (name) => (await asOwner(`select count(*) from ${name}`))[0]));
  const before = await count();
  const cut = {
    ...prepareSettlement,
    run: async (...given: Parameters<typeof prepareSettlement.run>) => {
      await prepareSettlement.run(...given);
      await given[0].tx.client.query('select pg_terminate_backend(pg_backend_pid())');
      throw new Error('not reached');
    },
  };
  const input = { ...here(), asAt: '2028-03-07', knownAt: '2028-03-07' };
  const { one: actor } = financeOf(stage);
  await expect(perform(service, cut, { actor, input })).rejects.toThrow('not reached: away');
  expect(await count()).toEqual(before);
});

test('the database keeps an entry that is not balanced from being booked', async () => {
  const { one } = financeOf(stage);
  const organisation = stage.cast.organisation('Northshire Council');
  const account = one.kind === 'account' ? one.account : '';
  const reach = { reach: 'organisation', organisation, account } as const;
  const book = store.read(reach, async ({ client }) => {
    await client.query(
      `insert into payment select programme, settlement, 'Northshire Council', payee, 'A PENNY',
          reference, 1, 'GBP', '2028-03-07', settlement, $3, now()
        from statement where programme = $1 and settlement = $2 limit 1`,
      [stage.cast.programme, first.settlement, account],
    );
    await client.query(
      `insert into entry (programme, id, payment, place, day, description)
        values ($1, $2, $2, 1, '2028-03-07', 'a penny')`,
      [stage.cast.programme, first.settlement],
    );
    await client.query(
      `insert into posting values ($1, $2, 1, '{paid,Bright Futures}', 1),
        ($1, $2, 2, '{owed,Bright Futures}', -2)`,
      [stage.cast.programme, first.settlement],
    );
  });
  await expect(book).rejects.toThrow('the debits of an entry equal its credits');
});

test('whatever is asked of the database, each sees its own money and no more', async () => {
  const tables = (
    'settlement_line settlement_change settlement_unpaid settlement_left statement statement_item ' +
    'settlement_whole settlement entry posting payment dispute dispute_step'
  ).split(' ');
  const seen = async (name: string, seesMoney: boolean, text: string) => {
    const organisation = stage.cast.organisation(name);
    const actor = stage.cast.as(name, 'provider_finance');
    // Whoever has no duty is not there at all.
    const account = seesMoney && actor.kind === 'account' ? actor.account : randomUUID();
    return store.read(
      { reach: 'organisation', organisation, account },
      async ({ client }) => (await client.query(text)).rows,
    );
  };
  for (const name of ['Northshire Council', 'Bright Futures', 'Elsewhere Council']) {
    for (const table of tables) {
      expect(await seen(name, false, `select * from ${table}`)).toEqual([]);
    }
  }
  for (const table of tables) {
    expect(await seen('Elsewhere Council', true, `select * from ${table}`)).toEqual([]);
  }
  for (const table of ['settlement_line', 'settlement_change', 'statement']) {
    const found = await seen('Bright Futures', true, `select distinct payee from ${table}`);
    expect({ table, found }).toEqual({ table, found: [{ payee: 'Bright Futures' }] });
  }
  for (const table of ['settlement_whole', 'entry', 'posting']) {
    expect(await seen('Bright Futures', true, `select * from ${table}`)).toEqual([]);
  }
  const change = seen('Northshire Council', true, 'update settlement_line set amount_units = 0');
  await expect(change).rejects.toThrow('permission denied');
  const undo = seen(
    'Northshire Council',
    true,
    `update settlement set state = 'prepared', decided_by = null, decided_at = null returning id`,
  );
  expect(await undo).toEqual([]);
});

test('lines and changes are kept of a settlement that is there, and each of its lines once', async () => {
  const { programme } = stage.cast;
  const none = randomUUID();
  for (const table of ['settlement_line', 'settlement_change']) {
    const copied = (settlement: string) => `with one as (select * from ${table}
        where programme = '${programme}' and settlement = '${first.settlement}' limit 1)
      insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(one)
        || '{"settlement": "${settlement}", "place": 1000000}')).* from one`;
    await expect(asOwner(copied(none))).rejects.toThrow('rows of a settlement that is not there');
    if (table === 'settlement_change') continue;
    await expect(asOwner(copied(first.settlement))).rejects.toThrow('settlement_line_by_name');
  }
});

test('nothing is added to a settlement that was decided, whoever asks the database', async () => {
  const { programme } = stage.cast;
  const otherwise = {
    settlement_line: { line: 'another', place: 1_000_000 },
    settlement_change: { line: 'another', place: 1_000_000 },
    settlement_sum: { month: '2099-01' },
    statement: { payee: 'Somebody else', reference: 'another', place: 1_000_000 },
  };
  for (const [table, changed] of Object.entries(otherwise)) {
    const added = asOwner<{ id: string }>(
      `with one as (select * from ${table} where programme = $1 and settlement = $2 limit 1)
        insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(one) || $3)).*
        from one returning settlement as id`,
      [programme, first.settlement, changed],
    );
    await expect(added).rejects.toThrow('a settlement that was decided');
  }
});

test('case workers and provider staff are given no answer that shows money', async () => {
  const worker = stage.cast.as('Northshire Council', 'case_worker', 'finance_preparer');
  const staff = stage.cast.as('Bright Futures', 'provider_staff');
  const stranger = stage.cast.as('Elsewhere Council', 'finance_preparer');
  const asked = { ...here(), settlement: first.settlement };
  for (const action of [readSettlement, listOfLines]) {
    const codes = async (actor: typeof worker) =>
      codesOf(await perform(service, action as typeof readSettlement, { actor, input: asked }));
    expect(await codes(worker)).toEqual(['access.without_money']);
    expect(await codes(staff)).toEqual(['access.without_duty']);
    expect(await codes(stranger)).toEqual(['programme.not_there programme']);
  }
  const list = await perform(service, listOfSettlements, { actor: stranger, input: here() });
  expect(codesOf(list)).toEqual(['programme.not_there programme']);
});

test('a bank’s payment is matched once, and what it is short of is shown', async () => {
  const { one: actor } = financeOf(stage);
  const { statements } = got(await perform(service, listOfStatements, { actor, input: here() }));
  const open = statements.find(({ statement }) => Number(statement.paid ?? 0) > 100);
  const { reference, paid = '' } = open?.statement ?? { reference: '' };
  const payment = { bankReference: 'BANK-1', reference, amount: '100.00', day: '2028-03-07' };
  const record = async (payments: readonly object[]) =>
    perform(service, recordPayments, { actor, input: { ...here(), payments } });
  const done = got(await record([payment]));
  expect(done).toMatchObject({ recorded: 1, knownBefore: 0, leftOut: [] });
  expect(done.problems.map(({ code }) => code)).toEqual(['payment.beside_statement']);
  expect(got(await record([payment]))).toMatchObject({ recorded: 0, knownBefore: 1 });
  expect(codesOf(await record([{ ...payment, amount: '1.00' }]))).toEqual([
    'payment.recorded_otherwise bankReference',
  ]);
  expect(codesOf(await record([{ ...payment, bankReference: 'BANK-2', amount: '1.0' }]))).toEqual([
    'payment.amount_unreadable amount',
  ]);
  const all = { ...payment, bankReference: '', reference: 'NONE', amount: '1', day: '2099-01-01' };
  expect(codesOf(await record([all]))).toEqual([
    'payment.of_no_statement reference',
    'input.empty bankReference',
    'payment.amount_unreadable amount',
    'payment.after_today day',
  ]);
  expect(codesOf(await record([{ ...all, reference, day: '7 March' }]))).toEqual([
    'input.empty bankReference',
    'input.otherwise day',
    'payment.amount_unreadable amount',
  ]);
  const changed = [
    { ...payment, amount: '1.00' },
    { ...payment, day: '2028-03-08' },
  ];
  const rows = await record([...changed, { ...payment, bankReference: '' }]);
  expect(codesOf(rows)).toEqual([
    'payment.given_twice 2 bankReference',
    'payment.row_unreadable 3',
  ]);
  const count = async (bankReference: string) =>
    (await asOwner('select from payment where bank_reference = $1', [bankReference])).length;
  const rest = (Number(paid) - 100).toFixed(2);
  const csv = [
    'bankReference,reference,amount,day',
    `BANK-3,${reference.toLowerCase()},${rest},2028-03-08`,
    // Of others: not judged, not kept, and not said again.
    'BANK-4,SOMEBODY’S RENT,five pounds,yesterday',
  ].join('\n');
  const file = got(await perform(service, recordPaymentFile, { actor, input: { ...here(), csv } }));
  expect(file).toEqual({ recorded: 1, knownBefore: 0, leftOut: [3], problems: [] });
  expect(await count('BANK-4')).toBe(0);
  const foreign = { ...payment, bankReference: 'BANK-5', reference: 'SOMETHING ELSE' };
  expect(codesOf(await record([foreign]))).toEqual(['payment.of_no_statement reference']);
  const pages = async (after?: string) => {
    const input = { ...here(), most: 1, ...(after === undefined ? {} : { after }) };
    return got(await perform(service, listOfPayments, { actor, input }));
  };
  const newest = await pages();
  expect(newest.payments.map(({ bankReference }) => bankReference)).toEqual(['BANK-3']);
  const oldest = await pages(newest.after);
  expect(oldest.payments.map(({ bankReference }) => bankReference)).toEqual(['BANK-1']);
  expect(oldest.after).toBeUndefined();
  const provider = stage.cast.as(open?.statement.payee ?? '', 'provider_finance');
  const own = got(await perform(service, listOfPayments, { actor: provider, input: here() }));
  expect(own.payments.map(({ bankReference }) => bankReference)).toEqual(['BANK-3', 'BANK-1']);
  const { balances } = got(await perform(service, listOfBalances, { actor, input: here() }));
  const account = `memorandum:paid by the bank:${open?.statement.payee}`;
  expect(balances.find((each) => each.account === account)?.amount).toBe(`-${paid}`);
});

test('a disputed line is held from the next settlement on, and paid when it is released', async () => {
  const { one, other } = financeOf(stage);
  const actor = stage.cast.as('Harbour House', 'provider_finance');
  const { settlement } = await settledAfter('2028-06-30');
  const of = { ...here(), settlement };
  const { lines } = got(await perform(service, listOfLines, { actor, input: of }));
  const opened: string[] = [];
  const asked = new Set<string | undefined>();
  for (const { line, outcome, participant } of lines) {
    // A dispute holds every line of its outcome for the same person.
    if (outcome !== 'Settled' || asked.has(participant)) continue;
    asked.add(participant);
    const input = { ...of, line, reason: 'fact_wrong' };
    opened.push(got(await perform(service, openDispute, { actor, input })).dispute);
    expect(codesOf(await perform(service, openDispute, { actor, input }))).toEqual([
      'dispute.open_already line',
    ]);
    const foreign = stage.cast.as('Bright Futures', 'provider_finance');
    expect(codesOf(await perform(service, openDispute, { actor: foreign, input }))).toEqual([
      'settlement_line.not_there line',
    ]);
  }
  expect(opened.length).toBeGreaterThan(0);
  expect((await settledAfter('2028-12-31')).items).toContain('held');
  for (const dispute of opened) {
    const about = { ...here(), dispute };
    expect(codesOf(await perform(service, releaseDispute, { actor: one, input: about }))).toEqual([
      'dispute.not_answered dispute',
    ]);
    const answered = { ...about, answer: 'stands' };
    expect(codesOf(await perform(service, answerDispute, { actor, input: answered }))).toEqual([
      'access.without_duty',
    ]);
    got(await perform(service, answerDispute, { actor: other, input: answered }));
    got(await perform(service, releaseDispute, { actor: one, input: about }));
  }
  const { disputes } = got(await perform(service, listOfDisputes, { actor, input: here() }));
  expect(disputes.every(({ answer, releasedAt }) => answer === 'stands' && releasedAt)).toBe(true);
  expect((await settledAfter('2029-01-31')).items).toContain('released');
});

let playedTo = '2028-01-31';

/** What stands on the statement of the provider that disputes, when facts have come in and settled. */
async function settledAfter(day: string) {
  await playFacts(stage, factsByDay('northshire'), { after: playedTo, by: day });
  playedTo = day;
  setDay(dayOf(dayNumber(day as Day) + 1));
  const { settlement } = await settled(stage, day);
  const of = { ...here(), settlement };
  const items = await store.read({ reach: 'upkeep' }, (tx) =>
    listStatementItems(tx, { ...of, payee: 'Harbour House' }),
  );
  return { settlement, items: items.map(({ what }) => what) };
}

test('a settlement that was asked for is prepared once, however often its job is begun', async () => {
  setDay('2029-02-02');
  const { one: actor, other } = financeOf(stage);
  const asked = { ...here(), asAt: '2029-02-01' };
  const { request } = got(await perform(service, requestSettlement, { actor, input: asked }));
  const payload = { ...here(), request };
  const state = async () => got(await perform(service, readRequest, { actor, input: payload }));
  expect(await state()).toMatchObject({ state: 'waiting', step: 'waiting' });
  await lastingJob(service, settlementWork, payload);
  const { settlement } = await state();
  await lastingJob(service, settlementWork, payload);
  expect(await state()).toMatchObject({ state: 'done', settlement });
  const again = got(await perform(service, requestSettlement, { actor, input: asked })).request;
  await lastingJob(service, settlementWork, { ...here(), request: again });
  const refused = got(
    await perform(service, readRequest, { actor, input: { ...here(), request: again } }),
  );
  expect(refused.state).toBe('refused');
  expect(refused.problems.map(({ code }) => code)).toEqual(['settlement.other_waits']);
  const reason = { ...here(), settlement, reason: 'not_now' };
  got(await perform(service, refuseSettlement, { actor: other, input: reason }));
});

test('a settlement whose work breaks off time after time has failed, and others go on', async () => {
  const { one: actor, other } = financeOf(stage);
  const input = { ...here(), asAt: '2029-02-01', knownAt: '2029-02-01' };
  const { request } = got(await perform(service, requestSettlement, { actor, input }));
  const broken = {
    ...service,
    step: () => {
      throw new Error('the disk is full');
    },
  };
  const state = async () =>
    got(await perform(service, readRequest, { actor, input: { ...here(), request } }));
  const asked = async () =>
    got(await perform(service, listOfRequests, { actor, input: here() })).requests;
  for (let turn = 1; turn <= 5; turn += 1) {
    expect(await state()).toMatchObject({ state: 'waiting' });
    await expect(lastingJob(broken, settlementWork, { ...here(), request })).rejects.toThrow(
      'the disk is full',
    );
  }
  const failed = await state();
  expect(failed.state).toBe('failed');
  expect(failed.problems.map(({ code }) => code)).toEqual(['settlement_request.failed']);
  expect(JSON.stringify(failed)).not.toContain('disk');
  expect(await asked()).toMatchObject([{ request, state: 'failed', asAt: '2029-02-01' }]);
  await lastingJob(service, settlementWork, { ...here(), request });
  expect((await state()).state).toBe('failed');
  setDay('2029-02-03');
  const { settlement } = await prepared(stage, '2029-02-01');
  expect(await asked()).toEqual([]);
  const reason = { ...here(), settlement, reason: 'not_now' };
  got(await perform(service, refuseSettlement, { actor: other, input: reason }));
});

test('a settlement whose program was killed is prepared by the next that starts, at once', async () => {
  const { one: actor, other } = financeOf(stage);
  const input = { ...here(), asAt: '2029-02-01', knownAt: '2029-02-01' };
  const { request } = got(await perform(service, requestSettlement, { actor, input }));
  await asOwner(`update graphile_worker._private_jobs set locked_at = now(), attempts = 1,
    locked_by = 'a program that was killed'`);
  const jobs = await runTasks(service, (message) => {
    throw new Error(message);
  });
  const state = async () =>
    got(await perform(service, readRequest, { actor, input: { ...here(), request } }));
  await until(async () => (await state()).state !== 'waiting');
  await jobs.close();
  const { state: is, settlement } = await state();
  expect(is).toBe('done');
  const refused = { ...here(), settlement, reason: 'not_now' };
  got(await perform(service, refuseSettlement, { actor: other, input: refused }));
});

test('somebody erased keeps their lines: the next settlement takes nothing back', async () => {
  setDay('2029-02-03');
  const { one: actor } = financeOf(stage);
  const before = await settled(stage, '2029-02-02');
  const of = { ...here(), settlement: before.settlement };
  const { lines } = got(
    await perform(service, listOfLines, { actor, input: { ...of, most: 1000 } }),
  );
  const participant = lines.find(
    ({ amount, outcome }) => outcome === 'Settled' && amount !== '0.00',
  )?.participant;
  const commissioner = stage.cast.as('Northshire Council', 'commissioner');
  const erasure = { ...here(), participant, why: 'asked by them' };
  got(await perform(service, eraseParticipant, { actor: commissioner, input: erasure }));
  // As at the same day: no claim has waited longer, so that nothing moves by itself.
  const after = await settled(stage, '2029-02-02');
  expect(after).toMatchObject({ total: before.total, paid: '0.00' });
  for (const settlement of [first.settlement, before.settlement, after.settlement]) {
    const input = { ...here(), settlement };
    const again = got(await perform(service, recomputeSettlement, { actor, input }));
    expect(again.erasedSince).toBe(settlement === after.settlement ? 0 : 1);
    const asked = { actor, input: { ...input, recipient: 'Auditors' } };
    const made = await perform(service, makeSettlementBundle, asked);
    expect(codesOf(made)).toEqual(again.erasedSince === 0 ? [] : ['bundle.erased_since']);
  }
});

test('a bundle that does not come to what was settled is not given away', async () => {
  const { one: actor } = financeOf(stage);
  const { settlement } = await prepared(stage, '2029-02-02');
  await asOwner('alter table settlement_whole disable trigger only_added');
  await asOwner(
    `update settlement_whole set summary = (summary::jsonb || '{"total":"1.00"}')::json
      where settlement = $1`,
    [settlement],
  );
  await asOwner('alter table settlement_whole enable trigger only_added');
  const input = { ...here(), settlement, recipient: 'Auditors' };
  const made = await perform(service, makeSettlementBundle, { actor, input });
  expect(codesOf(made)).toEqual(['bundle.not_as_kept']);
});

test('an entry of the record that was changed is found', async () => {
  const auditor = stage.cast.as('Northshire Council', 'auditor');
  const input = { chain: stage.cast.programme };
  const verified = got(await perform(service, verifyRecord, { actor: auditor, input }));
  await asOwner('alter table record disable trigger only_added');
  const changed = await asOwner<{ number: string }>(
    `update record set about = about || '{"asAt":"2028-01-30"}' where chain = $1
      and act = 'money.approve_settlement' and number < $2 returning number`,
    [stage.cast.programme, verified.entries],
  );
  await asOwner('alter table record enable trigger only_added');
  const numbers = changed.map(({ number }) => Number(number)).toSorted((a, b) => a - b);
  expect(codesOf(await perform(service, verifyRecord, { actor: auditor, input }))).toEqual([
    `record.broken ${numbers[0]}`,
  ]);
});
