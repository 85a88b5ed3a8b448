import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { hashesOf, printContract, readContract } from '../../src/contract/index.ts';
import { formatProblems } from '../../src/problem/index.ts';
import type { Duty } from '../../src/service/access/index.ts';
import type { Service } from '../../src/service/act/index.ts';
import {
  type AskedMember,
  aMember,
  anOrganisation,
} from '../../test/support/made-organisations.ts';
import { root } from '../../test/support/project-files.ts';

/** A published programme, whose page is that of bench/work-programme, with its forty providers. */
export type Founded = Readonly<{
  programme: string;
  commissioner: string;
  /** The first of the providers, which has people who sign in. */
  provider: Readonly<{ id: string; name: string }>;
  /** Lets somebody in, and gives the e-mail address with which they sign in. */
  member: (organisation: string, ...duties: Duty[]) => Promise<string>;
}>;

const providers = Array.from({ length: 40 }, (_, at) => `Provider ${at}`);

/**
 * Founds what facts come into. The programme and its parties are written straight into the tables:
 * what is measured begins after all that.
 */
export async function foundProgramme(service: Service): Promise<Founded> {
  const { organisation: commissioner } = await anOrganisation(service, { name: 'The department' });
  const others = new Map<string, string>();
  for (const name of providers) {
    const isFirst = others.size === 0;
    const id = isFirst ? (await anOrganisation(service, { name })).organisation : randomUUID();
    others.set(name, id);
  }
  let count = 0;
  const member = async (organisation: string, ...duties: Duty[]) => {
    count += 1;
    const email = `bench-${count}@example.org`;
    const asked: AskedMember = { duties, email, name: `Member ${count}` };
    await aMember(service, organisation, asked);
    return email;
  };
  const programme = randomUUID();
  await writeProgramme(service, { programme, commissioner, others });
  const [name = '', id = ''] = [...others][0] ?? [];
  return { programme, commissioner, provider: { id, name }, member };
}

type Written = Readonly<{
  programme: string;
  commissioner: string;
  others: ReadonlyMap<string, string>;
}>;

async function writeProgramme({ store }: Service, written: Written): Promise<void> {
  const { programme, commissioner, others } = written;
  const client = new pg.Client(store.owner);
  await client.connect();
  try {
    await client.query('set search_path to outturn');
    const { rows } = await client.query<{ account: string }>(
      'select account from membership where organisation = any($1) order by account limit 2',
      [[commissioner, ...others.values()]],
    );
    const [first, second] = rows.map(({ account }) => account);
    await client.query(
      `insert into programme (id, organisation, name, neutral_name, made_by, made_at)
        values ($1, $2, 'A programme of Work Programme shape', 'Programme 7', $3, now())`,
      [programme, commissioner, first],
    );
    await client.query(
      `insert into party values ($1, $2, 'commissioner', 'The department', now())`,
      [programme, commissioner],
    );
    await writeProviders(client, written);
    await writeVersion(client, programme, [first, second]);
  } finally {
    await client.end();
  }
}

async function writeProviders(client: pg.Client, { programme, others }: Written): Promise<void> {
  for (const [name, id] of others) {
    await client.query(
      'insert into organisation values ($1, $2, null, null, now()) on conflict do nothing',
      [id, name],
    );
    await client.query(`insert into party values ($1, $2, 'provider', $3, now())`, [
      programme,
      id,
      name,
    ]);
    await client.query(
      `insert into provider (programme, organisation, name, state, since, applied_at, admitted_on)
        values ($1, $2, $3, 'admitted', '2011-06-01', now(), '2011-06-01')`,
      [programme, id, name],
    );
  }
}

async function writeVersion(
  client: pg.Client,
  programme: string,
  people: readonly (string | undefined)[],
): Promise<void> {
  const page = readContract(readFileSync(join(root, 'bench/work-programme/contract.md'), 'utf8'));
  if (!page.isWhole) throw new Error(formatProblems(page.problems));
  const hashes = hashesOf(page.contract);
  await client.query(
    `insert into page_version (programme, number, own_number, counts_from, text, contract_hash,
        page_hash, title, currency, state, prepared_by, prepared_at, decided_by, decided_at, pdf)
      values ($1, 1, 1, '2011-06-01', $2, $3, $4, 'A programme of Work Programme shape', 'GBP',
        'published', $5, now(), $6, now(), '')`,
    [programme, printContract(page.contract), hashes.contract, hashes.page, ...people],
  );
}
