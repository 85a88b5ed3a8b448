import { isUnpaidOtherwise, type MovedLine } from './moved-lines.ts';

/**
 * Finds, of a line that others have moved, the line that moved it: one that has moved by facts of
 * its own, as near to it as there is (of the participant where a limit or a replacement took
 * effect, then of the clause and the provider; of what works off an advance, of the month), and of
 * several the first in line.
 */
export function movers(
  moved: readonly MovedLine[],
  factsOf: (line: MovedLine) => readonly string[],
): (line: MovedLine) => MovedLine | undefined {
  const firsts = new Map<string, MovedLine[]>();
  for (const line of [...moved].sort(byPlace)) {
    if (factsOf(line).length === 0) continue;
    for (const key of keysOf(line)) {
      const known = firsts.get(key);
      // Two are enough: one of them is not the line itself.
      if (known === undefined) firsts.set(key, [line]);
      else if (known.length < 2) known.push(line);
    }
  }
  return (line) => {
    const keys = soughtBy(line);
    return keys.flatMap((key) => firsts.get(key) ?? []).find((mover) => mover.name !== line.name);
  };
}

/** From the nearest to the farthest. */
function soughtBy(line: MovedLine): readonly string[] {
  const [participant = '', both = '', clause = '', provider = '', all = ''] = keysOf(line);
  const seen = (line.now ?? line.was)?.line;
  return [
    ...(isUnpaidOtherwise(line) ? [participant] : []),
    both,
    clause,
    ...(seen && String(seen.number).startsWith('worked off')
      ? [monthKey(seen.provider, seen.period)]
      : []),
    ...(dependsOnOthers(line) ? [provider, all] : []),
  ];
}

/** What a line of another clause can move: a limit, a rate, payers, and sums that count lines. */
function dependsOnOthers(line: MovedLine): boolean {
  const { was, now } = line;
  const seen = (now ?? was)?.line;
  if (seen?.participant === undefined && !given.has(seen?.outcome ?? '')) return true;
  const isPriced = was !== undefined && now !== undefined && was.line.price !== now.line.price;
  const isDivided = JSON.stringify(was?.line.payers) !== JSON.stringify(now?.line.payers);
  return isPriced || isDivided || isUnpaidOtherwise(line, takenByOthers);
}

const given: ReadonlySet<string> = new Set(['grant', 'fee', 'deduction', 'adjustment']);

const takenByOthers = ['limit', 'replaced', 'route'] as const;

/** All under which it is found. */
function keysOf(line: MovedLine): readonly string[] {
  const seen = (line.now ?? line.was)?.line;
  if (seen === undefined) return [];
  const { participant, clause, provider, payableOn } = seen;
  return [
    participant === undefined ? '' : `participant ${participant}`,
    `both ${JSON.stringify([clause, provider])}`,
    `clause ${clause}`,
    `provider ${provider}`,
    'all',
    monthKey(provider, payableOn?.slice(0, 'YYYY-MM'.length)),
  ];
}

function monthKey(provider: string, month: string | undefined): string {
  return `month ${JSON.stringify([provider, month ?? ''])}`;
}

/** By the earlier of the places that a line has and had. */
function byPlace(one: MovedLine, other: MovedLine): number {
  return placeOf(one) < placeOf(other) ? -1 : placeOf(one) > placeOf(other) ? 1 : 0;
}

function placeOf({ was, now }: MovedLine): string {
  const places = [was, now].flatMap((seen) =>
    seen ? [`${seen.line.payableOn ?? '9999'} ${seen.line.day}`] : [],
  );
  return places.sort()[0] ?? '';
}
