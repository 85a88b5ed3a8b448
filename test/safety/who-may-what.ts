import type { Method } from '../../src/http/index.ts';
import { type Duty, dutyNames } from '../../src/service/access/index.ts';
import type { Part } from '../../src/service/act/index.ts';
import { readProjectFile } from '../support/project-files.ts';

/** One row of docs/who-may-what.md. */
export type Row = Readonly<{
  method: Method;
  path: string;
  who: 'anyone' | 'anyone but case workers' | 'signed in' | readonly Duty[];
  /** None where it asks for no part. */
  parts: readonly Part[];
}>;

const dutyOf = new Map(Object.entries(dutyNames).map(([duty, name]) => [name, duty as Duty]));

/** What the document says of calls and of screens. */
export function readWhoMayWhat(): Readonly<{ calls: readonly Row[]; screens: readonly Row[] }> {
  const text = readProjectFile('docs/who-may-what.md');
  const rows = text.split('\n').flatMap((line) => {
    const cells = /^\| `(\w+) (\S+)` \| ([^|]+) \| ([^|]+) \|/.exec(line);
    return cells === null ? [] : [rowOf(cells)];
  });
  const isCall = ({ path }: Row) => path.startsWith('/api/');
  return { calls: rows.filter(isCall), screens: rows.filter((row) => !isCall(row)) };
}

function rowOf([, method, path = '', duties = '', parts = '']: readonly string[]): Row {
  const named = (['anyone', 'anyone but case workers', 'signed in'] as const).find(
    (each) => each === duties,
  );
  return {
    method: method as Method,
    path,
    who: named ?? duties.split(', ').map(dutyNamed),
    parts: parts === '-' ? [] : (parts.split(', ') as Part[]),
  };
}

function dutyNamed(name: string): Duty {
  const duty = dutyOf.get(name);
  if (duty === undefined) throw new Error(`docs/who-may-what.md names a duty "${name}"`);
  return duty;
}

/** Whether the document lets somebody with this duty, or nobody known, do what a row is about. */
export function mayBy({ who }: Row, duty: Duty | 'none' | 'nobody'): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'anyone but case workers':
      return duty !== 'case_worker';
    case 'signed in':
      return duty !== 'nobody';
  }
  return who.some((each) => each === duty);
}
