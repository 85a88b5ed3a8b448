// What can be done once is done by two at one moment: one does it, and the other is told in the
// words of that action. Neither meets a fault.
import type { Client } from 'pg';
import { expect, test } from 'vitest';
import type { Problem, Result } from '../../src/problem/index.ts';
import type { Actor } from '../../src/service/access/index.ts';
import { type Action, perform } from '../../src/service/act/index.ts';
import { drawClaims, sendFacts } from '../../src/service/facts-in/index.ts';
import { admitApplication } from '../../src/service/joining/index.ts';
import { changeEmail } from '../../src/service/sign-in/index.ts';
import { anApplication } from '../support/made-applications.ts';
import { aCast, aService, codesOf, got } from '../support/made-facts.ts';
import { aMember, anOrganisation, password } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff, northshire } from '../support/made-programmes.ts';
import { atTables } from '../support/made-workers.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-05');

type Asked = Readonly<{ action: Action; actor: Actor; input: object }>;

/** Both have looked, and wait with what they write, before either of them writes it. */
async function atOneMoment(table: string, both: readonly Asked[]): Promise<readonly string[]> {
  return atTables(store, async (client) => {
    await client.query(`begin; lock table outturn.${table} in share row exclusive mode`);
    const asked = both.map(async ({ action, ...rest }) => perform(service, action, rest));
    await waiting(client, { table, count: both.length });
    await client.query('commit');
    return endsOf(await Promise.all(asked));
  });
}

type Awaited = Readonly<{ table: string; count: number }>;

async function waiting(client: Client, { table, count }: Awaited): Promise<void> {
  for (let seen = 0; seen < count; ) {
    const { rows } = await client.query<{ seen: number }>(
      `select count(*)::int as seen from pg_locks
        where not granted and relation = $1::regclass`,
      [`outturn.${table}`],
    );
    seen = rows[0]?.seen ?? 0;
  }
}

function endsOf(results: readonly Result<unknown>[]): readonly string[] {
  return results.flatMap((each) => (each.ok ? refusedIn(each.value) : codesOf(each))).toSorted();
}

// A try that is counted is answered, with what stands against it.
function refusedIn(value: unknown): readonly string[] {
  const { problems = [] } = value as { problems?: readonly Problem[] };
  return problems.length === 0 ? ['done'] : problems.map(({ code }) => code);
}

test('two accounts take one e-mail address', async () => {
  const { organisation } = await anOrganisation(service);
  const one = await aMember(service, organisation, { duties: ['auditor'] });
  const other = await aMember(service, organisation, { duties: ['auditor'] });
  const input = { email: 'wanted@example.org', current: password };
  const both = [one, other].map((actor) => ({ action: changeEmail, actor, input }));
  expect(await atOneMoment('earlier_email', both)).toEqual(['account.email_taken', 'done']);
});

test('two providers of one name are admitted', async () => {
  const buyer = await aStaff(service);
  const programme = await aPublishedProgramme({ service, staff: buyer });
  const otherwise = { name: 'Open Door' };
  const applications = [];
  for (const number of ['1', '2']) {
    const staff = await aStaff(service, `Provider ${number}`);
    applications.push(await anApplication({ service, programme, staff, otherwise }));
  }
  const actor = await buyer.as('commissioner');
  const both = applications.map(({ which }) => ({ action: admitApplication, actor, input: which }));
  expect(await atOneMoment('provider', both)).toEqual(['done', 'provider.name_taken name']);
});

test('a commissioner has claims drawn in two tabs', async () => {
  setDay('2027-06-01');
  const sentence = "- Every fact and claim is verified by the council's care leaving team.";
  const share = '- 20% of claims are checked, drawn at random.';
  const page = northshire.replace(sentence, `${sentence}\n${share}`);
  const parts = { Northshire: 'commissioner', 'Bright Futures': 'provider' } as const;
  const cast = await aCast(store, page, parts);
  const { programme } = cast;
  const provider = cast.as('Bright Futures', 'provider_staff');
  const facts = [{ id: 'q', kind: 'level 2', participant: 'P', day: '2027-05-20' }];
  got(await perform(service, sendFacts, { actor: provider, input: { programme, facts } }));
  const actor = cast.as('Northshire', 'commissioner');
  const tab = { action: drawClaims, actor, input: { programme } };
  expect(await atOneMoment('draw', [tab, tab])).toEqual(['done', 'draw.empty']);
});
