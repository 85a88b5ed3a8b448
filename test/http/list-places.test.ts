// Lists that stand in the order of moments, page by page: what came within one millisecond is on
// one page or the next, never on both and never on neither.
import pg from 'pg';
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { makeToken } from '../../src/service/sign-in/index.ts';
import { aService } from '../support/made-facts.ts';
import { got } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service: made } = await aService(store);
const { service, address } = await served(made);
const staff = await aStaff(service);
const programme = await aPublishedProgramme({ service, staff });
const member = await staff.as('administrator', 'commissioner');
const { account } = member as Readonly<{ account: string }>;
const scopes = ['facts:read', 'people:read'];
const asked = { actor: member, input: { name: 'Lists', scopes, days: 1 } };
const { token } = got(await perform(service, makeToken, asked));

// 120 rows of each list in two milliseconds, so that both edges of pages of 50 fall within one.
const here = `'${programme}', gen_random_uuid()`;
const who = `'${staff.organisation}', '${account}'`;
const at = `timestamptz '2027-06-01T08:00:00Z' + n / 61 * interval '1 ms'`;
await owned(`set session_replication_role = replica;
  insert into arrival (programme, id, organisation, account, at, way, facts)
    select ${here}, ${who}, ${at}, 'form', 1 from generate_series(1, 120) n;
  insert into import (programme, id, organisation, account, at, upload, file, type, bytes, state)
    select ${here}, ${who}, ${at}, gen_random_uuid(), 'f', 'csv', 1, 'done'
    from generate_series(1, 120) n;
  insert into referral
      (programme, id, participant, provider, referred_by, account, at, way, state, changed_at)
    select ${here}, gen_random_uuid(), '${staff.organisation}', ${who}, ${at}, 'referred', 'ended',
      ${at} from generate_series(1, 120) n;
  insert into look (id, programme, participant, person, organisation, account, at, why)
    select gen_random_uuid(), '${programme}', gen_random_uuid(), gen_random_uuid(), ${who}, ${at},
      'safety' from generate_series(1, 120) n`);

const lists = [
  { path: 'arrivals', of: 'arrivals', by: 'id' },
  { path: 'facts/files', of: 'files', by: 'import' },
  { path: 'referrals', of: 'referrals', by: 'referral' },
  { path: 'looks', of: 'looks', by: 'participant' },
] as const;

type Page = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

async function asks(path: string, before?: string) {
  const place = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
  const answer = await fetch(`${address}/api/programmes/${programme}/${path}${place}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, page: (await answer.json()) as Page & { before?: string } };
}

test.for(lists)('$of are all met once, page after page', async ({ path, of, by }) => {
  const met: string[] = [];
  let before: string | undefined;
  const pages: number[] = [];
  do {
    const { status, page } = await asks(path, before);
    expect([status, page]).toEqual([200, expect.anything()]);
    const found = page[of] ?? [];
    pages.push(found.length);
    met.push(...found.map((each) => each[by] ?? ''));
    before = page.before;
  } while (before !== undefined);
  expect([pages, new Set(met).size]).toEqual([[50, 50, 20], 120]);
});

test.for(lists)('a page of $of that begins nowhere is a problem of who asks', async ({ path }) => {
  const never = await asks(path, `2027-02-31T08:00:00.000Z_${programme}`);
  expect(never.status, 'a day that no month has is the one it would be').toBe(200);
  for (const before of [
    'yesterday',
    '2027-06-01T08:00:00.000Z',
    `2027-99-99T08:00:00.000Z_${programme}`,
  ]) {
    const { status, page } = await asks(path, before);
    expect([status, page.type]).toEqual([422, 'urn:outturn:problem:input.otherwise']);
  }
});

async function owned(text: string): Promise<void> {
  const client = new pg.Client(store.owner);
  await client.connect();
  try {
    await client.query(`set search_path to outturn; ${text}`);
  } finally {
    await client.end();
  }
}
