import { beforeAll, expect, test } from 'vitest';
import { routes } from '../../src/http/routes/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { fileOfFacts, loadFileJob, sendFacts, sendFile } from '../../src/service/facts-in/index.ts';
import { screens } from '../../src/web/index.ts';
import { anUpload, codesOf, got } from '../support/made-facts.ts';
import { atTables, type Worker } from '../support/made-workers.ts';
import { type Served, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';
import { insuredSum, pageAmounts } from './marked-page.ts';
import { type Values, valuesOf } from './plausible.ts';
import { tryCall, tryScreen } from './tried.ts';
import { adjustedBy, aWorld, type World } from './world.ts';

// Whoever works with people receives no amount of money, wherever they look.

const store = await aStore();
let world: World;
let server: Served['server'];
beforeAll(async () => {
  world = await aWorld(store);
  ({ server } = await served(world.service));
});

/** Every amount that the service keeps, in whole smallest units. */
async function keptAmounts(): Promise<readonly string[]> {
  return atTables(store, async (client) => {
    const { rows: columns } = await client.query<{ column: string; table: string }>(
      `select attname as column, relname as table from pg_attribute
        join pg_class on pg_class.oid = attrelid
        where relnamespace = 'outturn'::regnamespace and relkind = 'r' and attname ~ '_units$'`,
    );
    const queries = columns.map(({ column, table }) => {
      return `select abs("${column}")::text as units from "${table}"`;
    });
    const { rows } = await client.query<{ units: string | null }>(queries.join(' union '));
    return rows.flatMap(({ units }) => (units !== null && units.length > 4 ? [units] : []));
  });
}

/** The ways in which an amount may be written; digits of a reference beside it are none. */
function asPattern(units: string): string {
  const [whole, part] = [units.slice(0, -2), units.slice(-2)];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '[,\\u00a0 ]?');
  return part === '00' ? `${grouped}(?:\\.00)?` : `(?:${grouped}\\.${part}|${units})`;
}

const unitsOf = (amount: string) => {
  const [whole = '', part = ''] = amount.replace(/[£,]/g, '').split('.');
  return `${whole}${part.padEnd(2, '0')}`;
};

function patternOf(amounts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w.-])(?:${amounts.map(asPattern).join('|')})(?![\\w-]|\\.\\d)`, 'u');
}

const textOf = (body: string) => body.replace(/<[^>]*>/g, ' ');

async function foundBy(by: Worker, values: Values, amounts: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for (const route of routes) {
    const { body } = await tryCall(route, { server, by, values });
    const shown = amounts.exec(body);
    if (shown) found.push(`${route.method} /api${route.path} to ${by.name}: ${shown[0]}`);
  }
  for (const screen of screens.filter(({ path }) => !/leave|sign-out/.test(path))) {
    const { body, to } = await tryScreen(screen, { server, by, values });
    const shown = amounts.exec(textOf(body)) ?? amounts.exec(to);
    if (shown) found.push(`${screen.method} ${screen.path} to ${by.name}: ${shown[0]}`);
  }
  return found;
}

test('the amounts that are looked for are shown to those who see money', async () => {
  const amounts = patternOf(await keptAmounts());
  const by = world.one.commissioner.has('finance_preparer', 2);
  const found = await foundBy(by, valuesOf(world.one), amounts);
  expect(found.length).toBeGreaterThan(10);
});

test('a case worker is shown no amount, in whatever part their organisation has', async () => {
  const other = [...pageAmounts, insuredSum, adjustedBy].map(unitsOf);
  const kept = [...(await keptAmounts()), ...other];
  const amounts = patternOf(kept);
  const { one } = world;
  const found: string[] = [];
  for (const office of [
    one.commissioner,
    one.provider,
    world.referrer,
    world.payer,
    world.auditor,
  ]) {
    found.push(...(await foundBy(office.has('case_worker'), valuesOf(one), amounts)));
  }
  expect(found).toEqual([]);
});

test('a case worker writes no amount, by a file no more than by a call', async () => {
  const { service, one } = world;
  const { programme, provider, ids } = one;
  const actor = await world.as(one.commissioner.has('case_worker'));
  const cells = { kind: 'adjustment', participant: ids.participant, provider: provider.name };
  const fact = { ...cells, about: 'Settled', day: '2027-08-01', value: '50' };
  const called = await perform(service, sendFacts, { actor, input: { programme, facts: [fact] } });
  expect(codesOf(called)).toEqual(['fact.of_money 1 kind']);
  const rows = [
    ['id', ...Object.keys(fact)],
    ['w1', ...Object.values(fact)],
  ];
  const file = await anUpload(service, `${rows.map((row) => row.join(',')).join('\n')}\n`);
  const input = { programme, ...file };
  const { import: id } = got(await perform(service, sendFile, { actor, input })) as {
    import: string;
  };
  await loadFileJob(service, { programme, import: id });
  const seen = await perform(service, fileOfFacts, { actor, input: { programme, import: id } });
  expect(got(seen)).toMatchObject({ state: 'refused', found: [{ code: 'fact.of_money', row: 2 }] });
});

test('provider staff are shown no amount but what is printed on the page', async () => {
  const printed = new Set([...pageAmounts, insuredSum].map(unitsOf));
  const kept = [...(await keptAmounts()), unitsOf(adjustedBy)];
  const amounts = patternOf(kept.filter((units) => !printed.has(units)));
  const by = world.one.provider.has('provider_staff');
  expect(await foundBy(by, valuesOf(world.one), amounts)).toEqual([]);
});
