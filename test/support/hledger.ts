import { spawnSync } from 'node:child_process';
import Papa from 'papaparse';

/** Whether hledger is installed: a program of accounts that nobody here wrote. */
export const hasHledger = spawnSync('hledger', ['--version']).status === 0;

/** What `hledger check --strict` says of a journal: nothing where all is well. */
export function strictCheck(journal: string): string {
  const { status, stdout, stderr } = hledger(journal, ['check', '--strict']);
  return status === 0 ? '' : `${stdout}${stderr}` || 'it failed without a word';
}

/**
 * What hledger finds that each account holds, as it writes amounts: "GBP 220.00", or "0". It checks
 * as strictly as `strictCheck` has it do, and what it finds wrong stands there alone.
 */
export function balancesByHledger(journal: string): Readonly<Record<string, string>> {
  const words = ['balance', '--strict', '--flat', '--empty', '--no-total', '--output-format=csv'];
  const { status, stdout, stderr } = hledger(journal, words);
  if (status !== 0) return { wrong: stderr };
  const { data } = Papa.parse<string[]>(stdout.trim());
  return Object.fromEntries(data.slice(1).map(([account = '', amount = '']) => [account, amount]));
}

function hledger(journal: string, words: readonly string[]) {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const options = { input: journal, encoding: 'utf8', env, maxBuffer: 2 ** 28 } as const;
  return spawnSync('hledger', ['-f', '-', ...words], options);
}
