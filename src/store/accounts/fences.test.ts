import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aService } from '../../../test/support/made-facts.ts';
import { aMember, anOrganisation, signedInAs } from '../../../test/support/made-organisations.ts';
import { aStore } from '../../../test/support/with-store.ts';
import type { Reach } from '../index.ts';
import { kept, rows } from '../tx.ts';

const store = await aStore();
const { service } = await aService(store);
const north = await anOrganisation(service, { name: 'North' });
const south = await anOrganisation(service, { name: 'South' });
const member = await aMember(service, south.organisation, { duties: ['auditor'] });
await signedInAs(service, north.email);

const asNorth: Reach = {
  reach: 'organisation',
  organisation: north.organisation,
  account: north.account,
};
const asNobody: Reach = { reach: 'account', account: randomUUID() };
const asPublic: Reach = { reach: 'public' };

async function run(reach: Reach, text: string, values: readonly unknown[] = []) {
  return store.read(reach, async ({ client }) => client.query(text, [...values]));
}

const tables = ['password', 'sign_in', 'passkey', 'identity', 'api_token', 'invitation'];
const people = ['account', 'membership', 'duty', 'organisation'];

test('without a condition an organisation reads its own rows alone', async () => {
  const accounts = await run(asNorth, 'select id from account');
  expect(accounts.rows).toEqual([{ id: north.account }]);
  const memberships = await run(asNorth, 'select distinct organisation from membership');
  expect(memberships.rows).toEqual([{ organisation: north.organisation }]);
  const duties = await run(asNorth, 'select distinct organisation from duty');
  expect(duties.rows).toEqual([{ organisation: north.organisation }]);
  const passwords = await run(asNorth, 'select account from password');
  expect(passwords.rows).toEqual([{ account: north.account }]);
  const signIns = await run(asNorth, 'select distinct account from sign_in');
  expect(signIns.rows).toEqual([{ account: north.account }]);
});

test('colleagues read no hash of each other, and nobody reads tries or challenges', async () => {
  const asMember: Reach = { ...asNorth, organisation: south.organisation, account: member.account };
  const passwords = await run(asMember, 'select account from password');
  expect(passwords.rows).toEqual([{ account: member.account }]);
  for (const table of ['attempt', 'challenge']) {
    expect((await run(asMember, `select * from ${table}`)).rowCount).toBe(0);
  }
});

test('whoever acts for none, and the public, read nothing of anybody', async () => {
  for (const table of [...tables, ...people, 'attempt', 'challenge']) {
    expect([table, (await run(asNobody, `select * from ${table}`)).rowCount]).toEqual([table, 0]);
    expect([table, (await run(asPublic, `select * from ${table}`)).rowCount]).toEqual([table, 0]);
  }
});

test('a question outside a transaction reaches nothing, whatever was asked on its connection', async () => {
  const ask = async (table: string) =>
    store.ask(async ({ client }) => client.query(`select * from ${table}`));
  for (const table of [...tables, ...people, 'attempt', 'challenge']) {
    await run(asNorth, `select * from ${table}`);
    expect([table, (await ask(table)).rowCount]).toEqual([table, 0]);
  }
});

test('a plan that is kept is fenced for whoever asks, however often others asked', async () => {
  const accounts = kept('select id from account where id = any($1)');
  const both = [[north.account, member.account]];
  const asSouth: Reach = { ...asNorth, organisation: south.organisation, account: member.account };
  const ask = async (reach: Reach) => {
    const found = await store.read(reach, async (tx) => rows<{ id: string }>(tx, accounts, both));
    return found.map(({ id }) => id);
  };
  for (let times = 0; times < 12; times += 1) {
    expect(await ask(asNorth)).toEqual([north.account]);
    expect(await ask(asSouth)).toEqual([member.account]);
    expect(await ask(asPublic)).toEqual([]);
  }
});

test('without a condition a change reaches nothing of another organisation', async () => {
  const before = await run({ reach: 'upkeep' }, 'select * from duty order by account, duty');
  const changed = await run(
    asNorth,
    `update duty set limit_units = 1, limit_currency = 'GBP' where organisation = $1`,
    [south.organisation],
  );
  expect(changed.rowCount).toBe(0);
  const taken = await run(asNorth, 'delete from duty where account = $1', [member.account]);
  expect(taken.rowCount).toBe(0);
  const left = await run(asNorth, 'update membership set left_at = now() where account <> $1', [
    north.account,
  ]);
  expect(left.rowCount).toBe(0);
  const ended = await run(asNorth, 'delete from sign_in where account <> $1', [north.account]);
  expect(ended.rowCount).toBe(0);
  await run(asNorth, 'select end_sign_ins_here($1)', [member.account]);
  const after = await run({ reach: 'upkeep' }, 'select * from duty order by account, duty');
  expect(after.rows).toEqual(before.rows);
  const still = await run({ reach: 'upkeep' }, 'select from sign_in where account = $1', [
    member.account,
  ]);
  expect(still.rowCount).toBe(1);
});

test('nobody writes themselves into another organisation, nor a duty into it', async () => {
  const into = 'insert into membership (organisation, account, joined_at) values ($1, $2, now())';
  await expect(run(asNorth, into, [south.organisation, north.account])).rejects.toThrow('policy');
  const duty = `insert into duty (organisation, account, duty, given_at)
    values ($1, $2, 'auditor', now())`;
  await expect(run(asNorth, duty, [south.organisation, member.account])).rejects.toThrow('policy');
  const invited = `insert into invitation (id, organisation, token_hash, email, duties, invited_by,
    made_at, ends_at) values ($1, $2, decode(repeat('00', 32), 'hex'), 'a@b.org', '{}', $3, now(),
    now())`;
  await expect(
    run(asNorth, invited, [randomUUID(), south.organisation, north.account]),
  ).rejects.toThrow('policy');
});
