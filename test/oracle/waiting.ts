import { compareFractions } from '../../src/money/index.ts';
import type { Achievement } from './achieve.ts';

/**
 * The lines that would be there if all that waits for its verifier were verified, and are not
 * there without: for each outcome and attachment as many as there are more, the last ones that do
 * not fall on the day of a sure one.
 */
export function waitingLines(
  claimed: readonly Achievement[],
  sure: readonly Achievement[],
): Achievement[] {
  const waiting: Achievement[] = [];
  const taken = new Set(sure.map(nameOf));
  for (const [whose, lines] of grouped(claimed)) {
    const known = sure.filter((each) => whoseOf(each) === whose);
    const isMonths = lines[0]?.month !== undefined;
    for (const line of isMonths
      ? lines.filter((each) => !taken.has(nameOf(each)))
      : further(lines, known)) {
      let { number } = line;
      while (typeof number === 'number' && taken.has(nameOf({ ...line, number }))) number += 1;
      taken.add(nameOf({ ...line, number }));
      waiting.push({ ...line, number });
    }
  }
  return waiting;
}

function whoseOf({ outcome, attachment, isOthers }: Achievement): string {
  return `${outcome.name}|${attachment.id}|${isOthers}`;
}

function nameOf({ outcome, attachment, number }: Achievement): string {
  return `${outcome.name}|${attachment.id}|${number}`;
}

function grouped(lines: readonly Achievement[]): Map<string, Achievement[]> {
  const groups = new Map<string, Achievement[]>();
  for (const each of lines) {
    const whose = whoseOf(each);
    groups.set(whose, [...(groups.get(whose) ?? []), each]);
  }
  return groups;
}

function further(claimed: readonly Achievement[], sure: readonly Achievement[]): Achievement[] {
  const more = claimed.length - sure.length;
  if (more <= 0) return [];
  const left = [...sure];
  const unmatched: Achievement[] = [];
  for (const each of claimed) {
    const match = left.findIndex(
      (other) => other.day === each.day && compareFractions(other.quantity, each.quantity) === 0,
    );
    if (match < 0) unmatched.push(each);
    else left.splice(match, 1);
  }
  return unmatched.slice(-more);
}
