import { compareTexts } from '../../facts/index.ts';
import { isUnpaidOtherwise, type MovedLine } from './moved-lines.ts';

/**
 * Finds, of a line that others have moved, the line that moved it: one that has moved by facts of
 * its own, as near to it as there is (of the participant where a limit or a replacement took
 * effect, then of the clause and the provider; of what works off an advance, of the month), and of
 * several the first in line. Where each participant stands alone, it is one of its own.
 */
export function movers(
  moved: readonly MovedLine[],
  factsOf: (line: MovedLine) => readonly string[],
  isEachAlone = false,
): (line: MovedLine) => MovedLine | undefined {
  let firsts: ReadonlyMap<string, readonly MovedLine[]> | undefined;
  return (line) => {
    // Most settlements have no line that others have moved.
    firsts ??= firstsByKey(moved.filter((each) => factsOf(each).length > 0));
    const known = firsts;
    const sought = isEachAlone ? soughtAmongOwn(line) : soughtBy(line);
    const near = sought.flatMap((key) => known.get(key) ?? []);
    return near.find((mover) => mover.name !== line.name);
  };
}

/** The first two in line under each key: one of them is not the line that is asked about. */
function firstsByKey(moved: readonly MovedLine[]): ReadonlyMap<string, readonly MovedLine[]> {
  const firsts = new Map<string, MovedLine[]>();
  for (const line of inPlace(moved)) {
    for (const key of Object.values(keysOf(line))) {
      const known = firsts.get(key);
      if (known === undefined) firsts.set(key, [line]);
      else if (known.length < 2) known.push(line);
    }
  }
  return firsts;
}

function soughtAmongOwn(moved: MovedLine): readonly string[] {
  const { participant } = keysOf(moved);
  return participant !== undefined && isUnpaidOtherwise(moved) ? [participant] : [];
}

/** From the nearest to the farthest. */
function soughtBy(moved: MovedLine): readonly string[] {
  const { both, clause, provider, all } = keysOf(moved);
  const { number, provider: whose, period } = moved.line;
  return [
    ...soughtAmongOwn(moved),
    both,
    clause,
    ...(String(number).startsWith('worked off') ? [monthKey(whose, period)] : []),
    ...(dependsOnOthers(moved) ? [provider, all] : []),
  ];
}

/** What a line of another clause can move: a limit, a rate, payers, and sums that count lines. */
function dependsOnOthers(moved: MovedLine): boolean {
  const { was, now } = moved;
  const { participant, outcome } = moved.line;
  if (participant === undefined && !given.has(outcome)) return true;
  const isPriced = was !== undefined && now !== undefined && was.line.price !== now.line.price;
  const isDivided = JSON.stringify(was?.line.payers) !== JSON.stringify(now?.line.payers);
  return isPriced || isDivided || isUnpaidOtherwise(moved, takenByOthers);
}

const given: ReadonlySet<string> = new Set(['grant', 'fee', 'deduction', 'adjustment']);

const takenByOthers = ['limit', 'replaced', 'route'] as const;

/** All under which it is found. */
function keysOf({ line: { participant, clause, provider, payableOn } }: MovedLine) {
  return {
    ...(participant === undefined ? {} : { participant: `participant ${participant}` }),
    both: `both ${JSON.stringify([clause, provider])}`,
    clause: `clause ${clause}`,
    provider: `provider ${provider}`,
    all: 'all',
    month: monthKey(provider, payableOn?.slice(0, 'YYYY-MM'.length)),
  };
}

function monthKey(provider: string, month: string | undefined): string {
  return `month ${JSON.stringify([provider, month])}`;
}

/** By the earlier of the places that a line has and had. */
function inPlace(moved: readonly MovedLine[]): readonly MovedLine[] {
  const placed = moved.map((line) => ({ line, place: placeOf(line) }));
  placed.sort((one, other) => compareTexts(one.place, other.place));
  return placed.map(({ line }) => line);
}

function placeOf({ was, now }: MovedLine): string {
  const places = [was, now].flatMap((seen) =>
    seen ? [`${seen.line.payableOn ?? '9999'} ${seen.line.day}`] : [],
  );
  return places.sort()[0] ?? '';
}
