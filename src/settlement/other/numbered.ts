import type { OtherLine } from '../due/due.ts';

/**
 * Two versions may each say something of periods that begin on one day, as months in one and
 * quarters in the next: the second line of the same clause, period and provider is number 2.
 */
export function numbered<T extends Omit<OtherLine, 'number'>>(
  lines: readonly T[],
): readonly (T & Readonly<{ number: number }>)[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const key = JSON.stringify([line.clause, line.period, line.provider]);
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return { ...line, number };
  });
}
