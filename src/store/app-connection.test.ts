import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { appConnection } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = join(folder, 'root.crt');
writeFileSync(root, 'the certificate that is trusted');

function sslOf(query: string): unknown {
  const owner = { connectionString: `postgres://owner:secret@db.example:6432/outturn${query}` };
  const { ssl, ...rest } = appConnection(new pg.Client(owner), 'made');
  const place = { host: 'db.example', port: 6432, database: 'outturn' };
  expect(rest).toEqual({ ...place, user: 'outturn_app', password: 'made' });
  return ssl;
}

test('the role of the service trusts whom the owner trusts, and no more or less', () => {
  expect(sslOf('')).toBe(false);
  expect(sslOf('?sslmode=disable')).toBe(false);
  expect(sslOf('?sslmode=no-verify')).toEqual({ rejectUnauthorized: false });
  const trusted = { ca: 'the certificate that is trusted' };
  expect(sslOf(`?sslmode=verify-full&sslrootcert=${root}`)).toMatchObject(trusted);
  expect(sslOf(`?sslrootcert=${root}`)).toMatchObject(trusted);
});
