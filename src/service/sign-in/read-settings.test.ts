import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSignInSettings } from './read-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const works = {
  key: 'works',
  name: 'Works account',
  issuer: 'https://login.example.org',
  clientId: 'outturn',
  clientSecret: 'a secret',
};

const messageOf = (env: Record<string, string>) => {
  const read = readSignInSettings(folder, env);
  return read.ok ? read.value : read.problems[0]?.message;
};

test('without settings nobody signs in in another way', () => {
  expect(messageOf({})).toEqual({ providers: [] });
});

test('the environment goes before the file in the data folder', () => {
  writeFileSync(join(folder, 'providers.json'), JSON.stringify([{ ...works, key: 'file' }]));
  expect(messageOf({ OUTTURN_IDLE_MINUTES: '15' })).toMatchObject({
    providers: [{ key: 'file' }],
    idleMinutes: 15,
  });
  const given = { OUTTURN_PROVIDERS: JSON.stringify([works]) };
  expect(messageOf(given)).toEqual({ providers: [works] });
});

test('settings that cannot be kept are refused with their place', () => {
  const of = (list: unknown) => messageOf({ OUTTURN_PROVIDERS: JSON.stringify(list) });
  const said = (reason: string) => `The settings of ways to sign in cannot be read (${reason}).`;
  expect(messageOf({ OUTTURN_PROVIDERS: '{' })).toBe(said('it is no list in JSON'));
  expect(of([works, { ...works, clientSecret: '' }])).toBe(
    said('clientSecret is missing in number 2'),
  );
  expect(of([works, works])).toBe(said('two have one key'));
  expect(of([{ ...works, issuer: 'http://login.example.org' }])).toBe(
    said('the issuer of "works" does not begin with https'),
  );
  expect(of([{ ...works, key: 'A b' }])).toBe(
    said('the key "A b" is not of small letters, figures and -'),
  );
  expect(messageOf({ OUTTURN_IDLE_MINUTES: '0' })).toContain('from 1 to 999');
});
