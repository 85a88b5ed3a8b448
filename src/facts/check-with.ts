import { nearest } from '../problem/index.ts';
import { characteristicForm, characteristicTwice, characteristicUnlike } from './cell-problems.ts';
import { columnNumber } from './columns.ts';
import type { FactRules } from './fact.ts';
import { type Row, spoil } from './row.ts';

export type WithReader = (row: Row) => readonly string[] | undefined;

const rememberedMax = 100_000;

/** A name and what it is, each without a space at its ends: `area=Leeds`. */
const characteristic = /^([^\s=](?:[^=]*[^\s=])?)=([^\s=](?:[^=]*[^\s=])?)$/;

/** Reads characteristics such as `area=Leeds;stage=2`, in the order in which they are written. */
export function withReader(rules: FactRules): WithReader {
  const read = new Map<string, readonly string[]>();
  const warned = new Set<string>();
  return (row) => {
    const text = row.cells[columnNumber('with')] as string;
    if (text === '') return undefined;
    const seen = read.get(text);
    if (seen !== undefined) return seen;
    const parts = text.split(';');
    const names = readNames(row, parts);
    if (names === undefined) return undefined;
    for (const name of names) warnOfUnlike(row, name, { rules, warned });
    if (read.size >= rememberedMax) read.clear();
    read.set(text, parts);
    return parts;
  };
}

function readNames(row: Row, parts: readonly string[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const part of parts) {
    const name = characteristic.exec(part)?.[1];
    if (name === undefined) {
      spoil(row, 'with', (at) => characteristicForm(at, part));
      return undefined;
    }
    if (names.has(name)) {
      spoil(row, 'with', (at) => characteristicTwice(at, name));
      return undefined;
    }
    names.add(name);
  }
  return names;
}

type Known = Readonly<{ rules: FactRules; warned: Set<string> }>;

/** A name that the page nearly uses is most likely a slip; it is said once for each name. */
function warnOfUnlike(row: Row, name: string, { rules, warned }: Known): void {
  if (rules.characteristics.has(name) || warned.has(name)) return;
  if (warned.size >= rememberedMax) return;
  warned.add(name);
  const near = nearest(name, rules.characteristics);
  if (near === undefined) return;
  row.found.push({
    column: 'with',
    isWarning: true,
    problem: (at) => characteristicUnlike(at, name, near),
  });
}
