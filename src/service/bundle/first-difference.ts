import type { PaidResult } from '../../settlement/index.ts';
import type { Otherwise } from './problems.ts';

/** The first thing that one result says otherwise than another: a line, else another key. */
export type FirstDifference = Otherwise & Readonly<{ isLine: boolean }>;

/** Finds it, in place in line; undefined where both say the same, the engine's version aside. */
export function findFirstDifference(
  said: PaidResult,
  found: PaidResult,
): FirstDifference | undefined {
  const [lines, again] = [linesOf(said), linesOf(found)];
  const count = Math.max(lines.length, again.length);
  for (let at = 0; at < count; at += 1) {
    const [one, other] = [lines[at], again[at]];
    if (JSON.stringify(one) !== JSON.stringify(other)) return lineDifference(one, other);
  }
  const keys = Object.keys({ ...said, ...found }) as (keyof PaidResult)[];
  const key = keys
    .filter((each) => each !== 'engine')
    .find((each) => JSON.stringify(said[each]) !== JSON.stringify(found[each]));
  if (key === undefined) return undefined;
  return { isLine: false, what: key, ...shownBoth(said[key], found[key]) };
}

type Whole = Readonly<{ line: string }> & Readonly<Record<string, unknown>>;

/** Each line with what of it is not paid. */
function linesOf({ lines, notPaid }: PaidResult): readonly Whole[] {
  const unpaid = new Map<string, object[]>();
  for (const { line, ...rest } of notPaid) {
    const known = unpaid.get(line);
    if (known) known.push(rest);
    else unpaid.set(line, [rest]);
  }
  return lines.map((line) => ({ ...line, notPaid: unpaid.get(line.line) ?? [] }));
}

/** What of two lines is otherwise; of which one may not be there. */
export function lineDifference(one: Whole | undefined, other: Whole | undefined): FirstDifference {
  const isLine = true;
  if (one === undefined || other === undefined || one.line !== other.line) {
    const nothing = 'no such line';
    const what = one?.line ?? other?.line ?? '';
    const names = { said: one ? one.line : nothing, found: other ? other.line : nothing };
    return { isLine, what, ...names };
  }
  const keys = Object.keys({ amount: 0, ...one, ...other });
  const key = keys.find((each) => JSON.stringify(one[each]) !== JSON.stringify(other[each])) ?? '';
  const both = shownBoth(one[key], other[key]);
  return { isLine, what: one.line, said: `${key} ${both.said}`, found: `${key} ${both.found}` };
}

const shownMax = 80;
const sameMax = 20;

/** Both from shortly before where they differ, so that they never read alike. */
export function shownBoth(one: unknown, other: unknown): Readonly<{ said: string; found: string }> {
  const [said, found] = [written(one), written(other)];
  let same = 0;
  while (same < said.length && said[same] === found[same]) same += 1;
  const from = Math.max(said.length, found.length) > shownMax ? Math.max(0, same - sameMax) : 0;
  return { said: shown(said, from), found: shown(found, from) };
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

function shown(text: string, from: number): string {
  const end = text.length > from + shownMax ? '…' : '';
  return `${from > 0 ? '…' : ''}${text.slice(from, from + shownMax)}${end}`;
}
