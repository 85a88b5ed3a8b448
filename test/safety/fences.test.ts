import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Duty } from '../../src/service/access/index.ts';
import type { Reach } from '../../src/store/index.ts';
import { rows, type Tx } from '../../src/store/tx.ts';
import { atTables, type Office } from '../support/made-workers.ts';
import { aStore } from '../support/with-store.ts';
import { aWorld, type World } from './world.ts';

// The second fence: what the database itself refuses, whatever a query forgets to ask.

const store = await aStore();
let world: World;
let tables: readonly string[];
beforeAll(async () => {
  world = await aWorld(store);
  tables = (await described()).filter(isOurs).map(({ name }) => name);
});

type Described = Readonly<{
  name: string;
  fenced: boolean;
  policies: number;
  comment: string | null;
  uncommented: readonly string[];
}>;

async function described(): Promise<readonly Described[]> {
  return atTables(store, async (client) => {
    const { rows: found } = await client.query<Described>(
      `select relname as name, relrowsecurity as fenced,
          (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies,
          obj_description(pg_class.oid) as comment,
          array(select attname::text from pg_attribute
            where attrelid = pg_class.oid and attnum > 0 and not attisdropped
            and coalesce(col_description(pg_class.oid, attnum), '') !~ '^(public|private): .'
          ) as uncommented
        from pg_class
        where relnamespace = 'outturn'::regnamespace and relkind in ('r', 'p') order by relname`,
    );
    return found;
  });
}

// The list of what was done to the tables holds nothing of anybody's.
const isOurs = ({ name }: Described) => name !== 'migration';

describe('every table', () => {
  test('is fenced, says what it is, and marks each column as public or private', async () => {
    const wrong = (await described())
      .filter(isOurs)
      .flatMap((table) => [
        ...(table.fenced ? [] : [`${table.name} has no fence`]),
        ...(table.policies > 0 ? [] : [`${table.name} has no policy`]),
        ...(table.comment ? [] : [`${table.name} does not say what it is`]),
        ...table.uncommented.map((column) => `${table.name}.${column} is not marked`),
      ]);
    expect(wrong).toEqual([]);
  });

  test('is owned by another role than the service works under, which passes no fence', async () => {
    const [role] = await store.read({ reach: 'public' }, async (tx) =>
      rows<{ own: boolean; passes: boolean; queue: boolean }>(
        tx,
        `select rolbypassrls or rolsuper as passes,
            exists (select from pg_class where relowner = pg_roles.oid
              and relnamespace = 'outturn'::regnamespace) as own,
            has_schema_privilege(current_user, 'graphile_worker', 'usage') as queue
          from pg_roles where rolname = current_user`,
      ),
    );
    expect(role).toEqual({ own: false, passes: false, queue: false });
  });
});

const acting = (office: Office, duty: Duty | 'none' = 'none'): Reach => ({
  reach: 'organisation',
  organisation: office.organisation,
  account: office.has(duty).account,
});

const nobodys: readonly (readonly [string, () => Reach])[] = [
  ['the public', () => ({ reach: 'public' })],
  ['an organisation that takes part in nothing', () => acting(world.stranger, 'commissioner')],
  ['whoever has another’s duty there', () => acting(world.stranger, 'finance_approver')],
  ['an account of no organisation', () => ({ reach: 'account', account: randomUUID() })],
  ['an organisation that is none', () => acting({ ...world.stranger, organisation: randomUUID() })],
];

// What everybody may read: organisations that buy and provide, and what is published.
const openTables = new Set([
  'organisation',
  'programme',
  'party',
  'page_version',
  'provider',
  'published_period',
  'published_figure',
]);

// A stranger has people, sign-ins and duties of its own.
const ownTables = new Set(['account', 'membership', 'duty', 'sign_in']);

async function refusal(reach: Reach, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  try {
    return `done ${JSON.stringify(await store.read(reach, work))}`;
  } catch (error) {
    return (error as { code?: string }).code ?? 'failed';
  }
}

const notAllowed = '42501';

describe.each(nobodys)('%s', (_, reachOf) => {
  test('reads nothing but what is published', async () => {
    const seen: string[] = [];
    for (const table of tables.filter((name) => !openTables.has(name))) {
      if (ownTables.has(table)) continue;
      const count = await refusal(reachOf(), async (tx) => rows(tx, `select from "${table}"`));
      if (!['done []', notAllowed].includes(count)) seen.push(`${table}: ${count}`);
    }
    expect(seen).toEqual([]);
  });

  test('changes and removes nothing of anybody’s', async () => {
    const done: string[] = [];
    const { account } = world.one.commissioner.has('publisher');
    const { organisation } = world.one.commissioner;
    const whose = `account::text = '${account}' or organisation::text = '${organisation}'`;
    for (const table of tables) {
      const columns = await columnsOf(table);
      const [column = ''] = columns;
      const isWhose = columns.includes('account') && columns.includes('organisation');
      const other = table === 'organisation' ? `where id = '${organisation}'` : '';
      const where = ownTables.has(table) && isWhose ? `where ${whose}` : other;
      if (ownTables.has(table) && !isWhose) continue;
      for (const text of [
        `update "${table}" set "${column}" = "${column}" ${where} returning true`,
        `delete from "${table}" ${where} returning true`,
      ]) {
        const answer = await refusal(reachOf(), async (tx) => rows(tx, text));
        if (!['done []', notAllowed].includes(answer)) done.push(`${text}: ${answer}`);
      }
    }
    expect(done).toEqual([]);
  });

  test('adds nothing in anybody’s name', async () => {
    const added: string[] = [];
    for (const table of tables) {
      const row = await oneRow(table);
      if (row === undefined) continue;
      const columns = (await columnsOf(table)).map((name) => `"${name}"`).join(', ');
      const text = `insert into "${table}" (${columns}) overriding system value
        select ${columns} from json_populate_record(null::outturn."${table}", $1) returning true`;
      const answer = await refusal(reachOf(), async (tx) => rows(tx, text, [row]));
      if (answer !== notAllowed) added.push(`${table}: ${answer}`);
    }
    expect(added).toEqual([]);
  });
});

async function columnsOf(table: string): Promise<readonly string[]> {
  return atTables(store, async (client) => {
    const { rows: found } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
        and not attisdropped and attgenerated = '' order by attnum`,
      [`outturn."${table}"`],
    );
    return found.map(({ name }) => name);
  });
}

// A row of the commissioner's side, as the owner of the tables sees it.
async function oneRow(table: string): Promise<string | undefined> {
  return atTables(store, async (client) => {
    const { rows: found } = await client.query<{ row: string }>(
      `select row_to_json(one)::text as row from "${table}" one
        order by (row_to_json(one)::text like '%' || $1 || '%') desc limit 1`,
      [world.one.commissioner.organisation],
    );
    return found[0]?.row;
  });
}

describe('a provider', () => {
  test('reaches nothing of another provider of the same programme', async () => {
    const ids = Object.entries(world.one.ids).filter(([name]) => ofOneProvider.has(name));
    const seen: string[] = [];
    for (const table of tables) {
      for (const duty of ['provider_staff', 'provider_finance', 'administrator'] as const) {
        const found = await refusal(acting(world.rival.provider, duty), async (tx) =>
          rows<{ row: string }>(tx, `select row_to_json(one)::text as row from "${table}" one`),
        );
        for (const [name, id] of ids) if (found.includes(id)) seen.push(`${name} in ${table}`);
      }
    }
    expect(seen).toEqual([]);
  });
});

const ofOneProvider = new Set([
  'participant',
  'person',
  'referral',
  'attached',
  'fact',
  'evidence',
  'import',
  'unmapped',
  'document',
  'dispute',
  'line',
]);
