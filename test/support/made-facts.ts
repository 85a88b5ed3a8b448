import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll } from 'vitest';
import { hashesOf, printContract, readContract } from '../../src/contract/index.ts';
import { formatProblems, type Result } from '../../src/problem/index.ts';
import { type Actor, type Duty, duties } from '../../src/service/access/index.ts';
import type { Service } from '../../src/service/act/index.ts';
import { openFiles } from '../../src/store/files/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openKeys } from '../../src/store/keys/index.ts';

// A service with a programme whose page is published, and the organisations that take part in it,
// written straight into the tables: what is tested begins after all that.

/** A value, where there must be one. */
export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}

/** What stands against something, as codes with their rows and fields. */
export function codesOf(result: Result<unknown>): readonly string[] {
  if (result.ok) return [];
  return result.problems.map(({ code, at: { line, field } }) =>
    [code, ...(line > 0 ? [line] : []), ...(field === undefined ? [] : [field])].join(' '),
  );
}

/** A service over a store, with keys and files of its own, on a day that the test sets. */
export async function aService(store: Store, today = '2027-06-01') {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-facts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const clock = { now: Date.parse(`${today}T09:00:00Z`) };
  const service: Service = {
    store,
    keys: got(await openKeys(join(folder, 'keys'), {})),
    files: got(await openFiles(join(folder, 'files'))),
    clock: () => clock.now,
    address: 'http://localhost:4000',
  };
  const setDay = (day: string) => {
    clock.now = Date.parse(`${day}T09:00:00Z`);
  };
  return { service, setDay, folder };
}

/** Whoever takes part in the programme of the tests, by what they are there. */
export type Cast = Readonly<{
  programme: string;
  organisation: (name: string) => string;
  /** Somebody of an organisation, with these duties. */
  as: (organisation: string, ...duties: Duty[]) => Actor;
}>;

type Parts = Readonly<
  Record<string, 'commissioner' | 'provider' | 'verifier' | 'payer' | 'referrer' | 'auditor'>
>;

/** Who keeps the record of what happened: a verifier that is nothing else, in every programme. */
export const registrar = 'Office of Records';

/** A published programme and its parties. */
export async function aCast(store: Store, page: string, others: Parts): Promise<Cast> {
  const parts: Parts = { ...others, [registrar]: 'verifier' };
  const client = new pg.Client(store.owner);
  await client.connect();
  await client.query('set search_path to outturn');
  const cast = castOf(Object.keys(parts));
  try {
    for (const [name, id] of cast.organisations) {
      await client.query('insert into organisation values ($1, $2, null, null, now())', [id, name]);
    }
    for (const [name, id] of cast.accounts) {
      await client.query(
        `insert into account (id, email, name, made_at) values ($1, $2, $3, now())`,
        [id, `${id}@example.org`, name],
      );
      await addDuties(client, { account: id, organisation: cast.organisation(name) });
    }
    await addProgramme(client, cast, { page, parts });
  } finally {
    await client.end();
  }
  return cast;
}

// Tests have the same people act with now this duty and now that, so that the second fence knows
// them with all but one: whoever works with people is shown no money.
async function addDuties(
  client: pg.Client,
  { account, organisation }: Readonly<{ account: string; organisation: string }>,
): Promise<void> {
  await client.query('insert into membership values ($1, $2, now())', [organisation, account]);
  await client.query(
    `insert into duty (organisation, account, duty, given_at)
      select $1, $2, duty, now() from unnest($3::text[]) as duty`,
    [organisation, account, duties.filter((duty) => duty !== 'case_worker')],
  );
}

type Made = Cast &
  Readonly<{ organisations: ReadonlyMap<string, string>; accounts: ReadonlyMap<string, string> }>;

function castOf(names: readonly string[]): Made {
  const organisations = new Map(names.map((name) => [name, randomUUID() as string]));
  const people = names.flatMap((name) => [`${name} 1`, `${name} 2`]);
  const accounts = new Map(people.map((name) => [name, randomUUID() as string]));
  const organisation = (name: string) => organisations.get(name.replace(/ \d$/, '')) ?? '';
  return {
    programme: randomUUID(),
    organisations,
    accounts,
    organisation,
    as: (name, ...duties) => ({
      kind: 'account',
      account: accounts.get(/ \d$/.test(name) ? name : `${name} 1`) ?? '',
      name,
      organisation: { id: organisation(name), name },
      organisations: [],
      duties,
      by: { way: 'sign-in', mark: '' },
    }),
  };
}

async function addProgramme(
  client: pg.Client,
  cast: Made,
  { page, parts }: Readonly<{ page: string; parts: Parts }>,
): Promise<void> {
  const read = readContract(page);
  if (!read.isWhole) throw new Error(formatProblems(read.problems));
  const hashes = hashesOf(read.contract);
  const [first = '', second = ''] = [...cast.accounts.values()];
  const commissioner = Object.keys(parts).find((name) => parts[name] === 'commissioner') ?? '';
  await client.query(
    `insert into programme (id, organisation, name, neutral_name, made_by, made_at)
      values ($1, $2, 'Leaving care well', 'Programme 7', $3, now())`,
    [cast.programme, cast.organisation(commissioner), first],
  );
  for (const [name, part] of Object.entries(parts)) {
    await client.query('insert into party values ($1, $2, $3, $4, now())', [
      cast.programme,
      cast.organisation(name),
      part,
      name,
    ]);
    if (part !== 'provider') continue;
    await client.query(
      `insert into provider (programme, organisation, name, state, since, applied_at, admitted_on)
        values ($1, $2, $3, 'admitted', '2027-04-01', now(), '2027-04-01')`,
      [cast.programme, cast.organisation(name), name],
    );
  }
  await client.query(
    `insert into page_version (programme, number, own_number, counts_from, text, contract_hash,
        page_hash, title, currency, state, prepared_by, prepared_at, decided_by, decided_at, pdf)
      values ($1, 1, 1, '2027-04-01', $2, $3, $4, 'Leaving care well', 'GBP', 'published', $5,
        now(), $6, now(), '')`,
    [cast.programme, printContract(read.contract), hashes.contract, hashes.page, first, second],
  );
}

/** A file as it is kept when somebody sends it, before an action is given it. */
export async function anUpload({ files, keys }: Service, text: string | Uint8Array) {
  const upload = randomUUID();
  const key = got(await keys.makePersonKeys([upload])).get(upload);
  if (key === undefined) throw new Error('a key that was asked for is made');
  const pieces = Readable.from([Buffer.from(text)]);
  const kept = got(
    await files.keep(pieces, {
      bytesMax: 1 << 30,
      types: ['csv', 'ndjson', 'parquet', 'text', 'pdf', 'png'],
      seal: { key, bound: `upload/${upload}` },
    }),
  );
  return { upload, file: kept.name, fileType: kept.type, fileBytes: kept.bytes };
}
