import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Duty, duties } from '../../src/service/access/index.ts';
import type { Reach } from '../../src/store/index.ts';
import {
  decideSettlement,
  findSettlement,
  listLines,
  listStatements,
} from '../../src/store/money/index.ts';
import { listPeopleOf } from '../../src/store/people/index.ts';
import { change, rows, type Tx } from '../../src/store/tx.ts';
import { decideVersion } from '../../src/store/versions.ts';
import { atTables, type Office } from '../support/made-workers.ts';
import { aStore } from '../support/with-store.ts';
import { aWorld, type World } from './world.ts';

// What somebody may do where they act is fenced by the database on its own: here the store is asked
// directly, as a program would whose actions had forgotten to ask who may.

const store = await aStore();
let world: World;
beforeAll(async () => {
  world = await aWorld(store);
}, 120_000);

const withoutMoney = [
  'case_worker',
  'provider_staff',
  'verifier',
  'administrator',
  'none',
] as const satisfies readonly (Duty | 'none')[];

const acting = (office: Office, duty: Duty | 'none'): Reach => ({
  reach: 'organisation',
  organisation: office.organisation,
  account: office.has(duty).account,
});

const offices = (): readonly Office[] => [
  world.one.commissioner,
  world.one.provider,
  world.payer,
  world.auditor,
  world.verifier,
];

async function asked<T>(
  office: Office,
  duty: Duty | 'none',
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return store.read(acting(office, duty), work);
}

// How much a publisher may bind its organisation to is a duty, not a price; the service shows it to
// administrators and to who sees money.
const ofDuties = new Set(['duty', 'invitation']);

/** Tables that hold an amount which is not published, by their columns and what these say. */
async function moneyTables(): Promise<readonly string[]> {
  return atTables(store, async (client) => {
    const { rows: found } = await client.query<{ name: string }>(
      `select distinct relname as name from pg_attribute
        join pg_class on pg_class.oid = attrelid
        where relnamespace = 'outturn'::regnamespace and relkind in ('r', 'p') and attnum > 0
          and (attname like '%units' or attname in ('price', 'share', 'summary', 'payers'))
          and col_description(attrelid, attnum) like 'private: %' order by relname`,
    );
    return found.map(({ name }) => name).filter((name) => !ofDuties.has(name));
  });
}

// Their amounts stand in text, or they belong to what has one.
const besides = [
  'settlement',
  'settlement_request',
  'dispute',
  'dispute_step',
  'entry',
  'page_draft',
  'page_draft_earlier',
];

describe('an amount of money', () => {
  test('is reached by nobody whose duties show none, in any table that has one', async () => {
    const tables = [...(await moneyTables()), ...besides];
    expect(tables).toEqual(expect.arrayContaining(['settlement_line', 'posting', 'statement']));
    const seen: string[] = [];
    for (const office of offices()) {
      for (const duty of withoutMoney) {
        for (const table of tables.filter((name) => !isOwn(name, duty))) {
          const found = await asked(office, duty, async (tx) => rows(tx, `select from ${table}`));
          if (found.length > 0) seen.push(`${table} by ${duty} of ${office.name}`);
        }
      }
    }
    expect(seen).toEqual([]);
  });

  test('is reached in each of these tables by somebody, so that something is tried', async () => {
    const empty: string[] = [];
    const tables = [...(await moneyTables()), ...besides];
    for (const table of tables.filter((name) => !noneYet.has(name))) {
      const found = await asked(world.one.commissioner, 'auditor', async (tx) =>
        rows(tx, `select from ${table} limit 1`),
      );
      if (found.length === 0) empty.push(table);
    }
    expect(empty).toEqual([]);
  });

  test('is not read by a case worker from what a program asks of the store', async () => {
    const { commissioner, programme, ids } = world.one;
    const settlement = ids.settlement ?? '';
    const of = { programme, settlement };
    const read = async (duty: Duty) =>
      asked(commissioner, duty, async (tx) => ({
        settlement: (await findSettlement(tx, of))?.id,
        lines: (await listLines(tx, { ...of, currency: 'GBP', after: 0, most: 5 })).length > 0,
        statements: (await listStatements(tx, of)).length > 0,
      }));
    expect(await read('finance_preparer')).toEqual({ settlement, lines: true, statements: true });
    const nothing = { settlement: undefined, lines: false, statements: false };
    for (const duty of ['case_worker', 'verifier'] as const) {
      expect(await read(duty)).toEqual(nothing);
    }
    const owed = await asked(world.payer, 'case_worker', async (tx) =>
      rows(tx, 'select from payer_statements($1)', [programme]),
    );
    expect(owed).toEqual([]);
  });

  test('stays out of reach of a case worker who was given a duty of finance beside it', async () => {
    const { commissioner } = world.one;
    const { account } = commissioner.has('case_worker', 2);
    await atTables(store, async (client) => {
      await client.query(
        `insert into duty (organisation, account, duty, given_at)
          values ($1, $2, 'finance_preparer', now())`,
        [commissioner.organisation, account],
      );
    });
    const reach: Reach = {
      reach: 'organisation',
      organisation: commissioner.organisation,
      account,
    };
    expect(await store.read(reach, async (tx) => rows(tx, 'select from settlement_line'))).toEqual(
      [],
    );
  });

  test('on a page that is not published is seen by those whose duties show money', async () => {
    const { commissioner } = world.one;
    const counts = async (duty: Duty) =>
      asked(commissioner, duty, async (tx) =>
        rows(tx, `select from page_version where state <> 'published'`),
      );
    expect((await counts('verifier')).length).toBe(0);
    expect((await counts('case_worker')).length).toBe(0);
  });
});

// A provider's own proposal of a discount is its administrator's to make.
const isOwn = (table: string, duty: Duty | 'none') =>
  table === 'discount_proposal' && duty === 'administrator';

// In this world nobody proposes a discount, answers a dispute, or is paid what is held.
const noneYet = new Set(['discount_proposal', 'settlement_left', 'statement_item', 'dispute_step']);

describe('names and contacts', () => {
  test('are reached by those alone who work with people', async () => {
    const { commissioner, programme, ids } = world.one;
    const whom = { programme, participant: ids.participant ?? '' };
    const seen: string[] = [];
    for (const duty of [...duties, 'none'] as const) {
      const people = await asked(commissioner, duty, async (tx) => listPeopleOf(tx, whom));
      const all = await asked(commissioner, duty, async (tx) => rows(tx, 'select from person'));
      if (people.length > 0 && all.length > 0) seen.push(duty);
    }
    expect(seen).toEqual(['provider_staff', 'case_worker']);
  });
});

const refused = '42501';

/** What came of a change that is not kept: how many rows, or the database's code. */
async function tried(
  office: Office,
  duty: Duty | 'none',
  work: (tx: Tx) => Promise<unknown>,
): Promise<unknown> {
  let done: unknown;
  try {
    await store.within(acting(office, duty), async (tx) => {
      done = await work(tx);
      return { ok: false, problems: [] };
    });
    return done;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

/** The duties by which something is done; none of it is kept. */
async function doneBy(
  office: Office,
  work: (tx: Tx, account: string) => Promise<unknown>,
): Promise<readonly string[]> {
  const done: string[] = [];
  for (const duty of [...duties, 'none'] as const) {
    const answer = await tried(office, duty, async (tx) => work(tx, office.has(duty).account));
    if (answer === true) done.push(duty);
    else expect([refused, false]).toContain(answer);
  }
  return done;
}

const at = '2027-09-02T10:00:00.000Z';

describe('whatever a program forgets to ask', () => {
  test('a settlement is approved by the duty to approve, and set aside by the other', async () => {
    const { commissioner, programme, ids } = world.one;
    const settlement = ids.waiting ?? '';
    const decide = (state: 'approved' | 'refused' | 'set aside') =>
      doneBy(commissioner, async (tx, by) => {
        const reason = state === 'refused' ? 'other' : null;
        return decideSettlement(tx, { programme, settlement, state, reason, by, at });
      });
    expect(await decide('approved')).toEqual(['finance_approver']);
    expect(await decide('refused')).toEqual(['finance_approver']);
    expect(await decide('set aside')).toEqual(['finance_preparer']);
  });

  test('nothing is added to a settlement that waits, nor to what was booked', async () => {
    const { commissioner, programme, ids } = world.one;
    const waiting = { programme, settlement: ids.waiting ?? '' };
    const like = {
      settlement_line: { ...waiting, line: 'another', place: 1_000_000 },
      settlement_sum: { ...waiting, month: '2099-01' },
      settlement_cause: { ...waiting, payee: 'Somebody else' },
      statement: { ...waiting, payee: 'Somebody else', reference: 'another', place: 1_000_000 },
      entry: { ...waiting, id: randomUUID(), payment: null, place: 1_000_000 },
      posting: { place: 1_000_000 },
    };
    const added: string[] = [];
    for (const [table, changed] of Object.entries(like)) {
      const answer = await tried(commissioner, 'finance_preparer', async (tx) => {
        const text = `with one as (select * from ${table} where programme = $1 limit 1)
          insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(one) || $2)).*
          from one`;
        return (await tx.client.query(text, [programme, changed])).rowCount;
      });
      if (answer !== 'P0001') added.push(`${table}: ${String(answer)}`);
    }
    expect(added).toEqual([]);
  });

  test('whoever decides on a settlement books nothing of it', async () => {
    const { commissioner, programme, ids } = world.one;
    const settlement = ids.waiting ?? '';
    const by = commissioner.has('finance_preparer').account;
    const answer = await tried(commissioner, 'finance_preparer', async (tx) => {
      const set = { programme, settlement, state: 'set aside', reason: null, by, at } as const;
      expect(await decideSettlement(tx, set)).toBe(true);
      const entry = { settlement, id: randomUUID(), payment: null, place: 1_000_000 };
      return tx.client.query(
        `insert into entry select (jsonb_populate_record(null::entry, to_jsonb(one) || $2)).*
          from entry one where programme = $1 limit 1`,
        [programme, entry],
      );
    });
    expect(answer).toBe('P0001');
  });

  test('a settlement that was asked for is done by what its asker prepared, and by nothing else', async () => {
    const end = `update settlement_request set state = 'done', step = 'ended', ended_at = now(),
      settlement = (select id from settlement where as_at <> settlement_request.as_at limit 1)`;
    const ended: Record<string, unknown> = {};
    for (const duty of ['commissioner', 'finance_preparer', 'finance_approver'] as const) {
      ended[duty] = await tried(world.one.commissioner, duty, async (tx) => change(tx, end));
    }
    // There is one that waits: to its asker with what is not of its days it is refused, and others
    // do not reach it.
    expect(ended).toEqual({ commissioner: 0, finance_preparer: refused, finance_approver: 0 });
  });

  test('what is done by and by is asked for, and by nobody entered as done', async () => {
    const { commissioner, programme, ids } = world.one;
    const byWhom = { programme, organisation: commissioner.organisation };
    const waiting = { ...byWhom, state: 'waiting', step: 'waiting', attempts: 0, asked_at: at };
    const of = { settlement: ids.settlement };
    const done = { state: 'done', ended_at: at };
    const counted = { facts: 0, lines: 0 };
    const digest = `sha256:${'0'.repeat(64)}`;
    const kinds: Readonly<Record<string, readonly [asked: object, came: object]>> = {
      settlement_request: [
        { as_at: '2027-08-31', known_at: '2027-08-31' },
        { ...done, ...of },
      ],
      settlement_bundle: [
        { ...of, recipient: 'Somebody' },
        { ...done, ...counted, bytes: 0, digest, file: '0'.repeat(64) },
      ],
      recomputation: [of, { ...done, ...counted, erased_since: 0, engine: '1' }],
      page_comparison: [
        { number: 1, as_at: '2027-08-31' },
        { ...done, facts: 0, money: {} },
      ],
    };
    const insert = async (table: string, row: object) => {
      const duty = table === 'page_comparison' ? 'publisher' : 'finance_preparer';
      const { account } = commissioner.has(duty);
      return tried(commissioner, duty, async (tx) => {
        const text = `insert into ${table}
          select (jsonb_populate_record(null::${table}, $1)).*`;
        const whole = { ...waiting, account, id: randomUUID(), ...row };
        return (await tx.client.query(text, [whole])).rowCount;
      });
    };
    const answers: unknown[] = [];
    for (const [table, [wanted, came]] of Object.entries(kinds)) {
      answers.push([table, await insert(table, wanted)]);
      answers.push([table, await insert(table, { ...wanted, ...came })]);
      answers.push([table, await insert(table, { ...wanted, attempts: 4 })]);
    }
    expect(answers).toEqual(
      Object.keys(kinds).flatMap((table) => [
        [table, 1],
        [table, refused],
        [table, refused],
      ]),
    );
  });

  test('nobody prepares, decides or records in the name of somebody else', async () => {
    const { commissioner, programme, ids } = world.one;
    const somebody = commissioner.has('finance_approver', 2).account;
    const named = {
      settlement: ['finance_preparer', { id: randomUUID(), number: 99, prepared_by: somebody }],
      page_version: ['commissioner', { number: 99, own_number: 99, prepared_by: somebody }],
      payment: ['finance_preparer', { id: randomUUID(), recorded_by: somebody }],
    } as const;
    const undecided = { state: 'prepared', decided_by: null, decided_at: null };
    for (const [table, [duty, changed]] of Object.entries(named)) {
      const given = { ...changed, ...(table === 'payment' ? {} : undecided) };
      const answer = await tried(commissioner, duty, async (tx) => {
        const text = `insert into ${table} select (jsonb_populate_record(null::${table},
            to_jsonb(one) || $2)).* from ${table} one where programme = $1 limit 1`;
        return (await tx.client.query(text, [programme, given])).rowCount;
      });
      expect([table, answer]).toEqual([table, refused]);
    }
    const decided = await tried(commissioner, 'finance_approver', async (tx) =>
      decideSettlement(tx, {
        programme,
        settlement: ids.waiting ?? '',
        state: 'approved',
        reason: null,
        by: somebody,
        at,
      }),
    );
    expect(decided).toBe(refused);
  });

  test('a page is published by a publisher, up to their limit', async () => {
    const { commissioner, programme } = world.one;
    await prepared(programme, 1);
    const publish = () =>
      doneBy(commissioner, async (tx, by) =>
        decideVersion(tx, { programme, number: 2, state: 'published', reason: null, by, at }),
      );
    expect(await publish()).toEqual(['publisher']);
    await atTables(store, async (client) =>
      client.query(`update duty set limit_units = 0 where duty = 'publisher'`),
    );
    expect(await publish()).toEqual([]);
  });

  test('somebody is erased by a commissioner or an administrator, and by nobody else', async () => {
    const { commissioner, programme, ids } = world.one;
    const whom = [programme, ids.participant];
    const texts = [
      'update participant set erased_at = now() where programme = $1 and id = $2',
      'delete from referral where programme = $1 and participant = $2',
      'delete from person_of_participant where programme = $1 and participant = $2',
    ];
    const erasers = duties.filter((duty) => ['commissioner', 'administrator'].includes(duty));
    for (const text of texts) {
      const done = await doneBy(commissioner, async (tx) => (await change(tx, text, whom)) > 0);
      expect(done).toEqual(erasers);
    }
  });

  test('a provider is paused or sent people by those duties that may', async () => {
    const { commissioner, programme } = world.one;
    const text = 'update provider set areas = areas where programme = $1';
    const done = doneBy(commissioner, async (tx) => (await change(tx, text, [programme])) > 0);
    expect(await done).toEqual(
      duties.filter((duty) => ['commissioner', 'provider_staff', 'administrator'].includes(duty)),
    );
  });

  test('a page that is being written is compared by those alone who may read it', async () => {
    const { commissioner, programme } = world.one;
    const ask = doneBy(commissioner, async (tx, account) => {
      await rows(
        tx,
        `insert into page_comparison (programme, id, organisation, account, as_at, state, step,
            asked_at, text, in_force)
          values ($1, gen_random_uuid(), here(), $2, '2027-09-01', 'waiting', 'waiting', now(),
            'a page', 1)`,
        [programme, account],
      );
      const found = await rows(tx, `select from page_comparison where text = 'a page'`);
      return found.length === 1;
    });
    expect(await ask).toEqual(['commissioner', 'publisher']);
  });

  test('whether a sum is left is told to those alone who send people there', async () => {
    const { commissioner, provider, programme } = world.one;
    const told = async (office: Office, duty: Duty) =>
      asked(office, duty, async (tx) =>
        rows(tx, 'select is_reserve_left($1, 1000, 1, 1, 100) as left', [programme]),
      );
    expect(await told(commissioner, 'case_worker')).toEqual([{ left: true }]);
    expect(await told(provider, 'provider_staff')).toEqual([{ left: true }]);
    expect(await told(commissioner, 'verifier')).toEqual([{ left: false }]);
    expect(await told(world.auditor, 'case_worker')).toEqual([{ left: false }]);
    const inside = asked(commissioner, 'case_worker', async (tx) =>
      rows(tx, 'select reserve_is_left($1, 1000, 1, 1, 100) as left', [programme]),
    );
    await expect(inside).rejects.toMatchObject({ code: refused });
  });

  test('a duty is given by an administrator, and by nobody to themselves', async () => {
    const { commissioner } = world.one;
    const text = `insert into duty (organisation, account, duty, given_at)
      values ($1, $2, 'finance_approver', now()) on conflict do nothing`;
    const given = await doneBy(commissioner, async (tx, account) => {
      await rows(tx, text, [commissioner.organisation, account]);
      return true;
    });
    expect(given).toEqual(['administrator']);
  });

  test('what a provider claims is verified by a verifier, and withdrawn by the provider', async () => {
    const { commissioner, provider, programme, ids } = world.one;
    const replace = (state: string) => async (tx: Tx) => {
      await rows(
        tx,
        `insert into fact (programme, participant, id, arrival, sender, mark, provider, known,
            state, replaces, sealed, fingerprint)
          select programme, participant, gen_random_uuid(), arrival, here(), gen_random_uuid(),
            provider, known, $2, id, sealed, fingerprint from fact where programme = $3 and id = $1`,
        [ids.fact, state, programme],
      );
      return true;
    };
    expect(await doneBy(commissioner, replace('verified'))).toEqual(['verifier']);
    expect(await doneBy(commissioner, replace('not selected'))).toEqual([
      'commissioner',
      'verifier',
    ]);
    expect(await tried(provider, 'provider_staff', replace('claimed'))).toBe(true);
    expect(await tried(world.auditor, 'verifier', replace('verified'))).toBe(refused);
  });
});

/** A page that was put forward, for the next number, like the one before. */
async function prepared(programme: string, like: number): Promise<void> {
  await atTables(store, async (client) =>
    client.query(
      `insert into page_version (programme, number, own_number, counts_from, text, contract_hash,
          page_hash, title, currency, worth_units, state, prepared_by, prepared_at, pdf)
        select programme, number + 1, own_number + 1, counts_from, text, contract_hash, page_hash,
          title, currency, 100, 'prepared', prepared_by, prepared_at, pdf
        from page_version where programme = $1 and number = $2`,
      [programme, like],
    ),
  );
}
