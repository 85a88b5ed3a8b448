import type { LimitedLine, OverLine } from '../due/limits-over.ts';
import type { CountedLine } from '../pay/band.ts';
import type { VersionPlan } from '../plan/plan.ts';
import type { NamedPool } from './band-columns.ts';
import type { OfMany } from './finish-rows.ts';
import { numberOfLimit, openPlaces } from './limit-columns.ts';

/**
 * On what a line draws that is others' too: the limits of many over it, by their numbers, with the
 * pool of each; and with which others it is counted.
 */
export type Draws = Readonly<{
  limits: readonly number[];
  pools: readonly number[];
  counted: NamedPool | undefined;
}>;

/** A line of one provider, whole. */
export type DrawingLine = CountedLine & Readonly<{ version: VersionPlan; group: string }>;

/** How rows are counted in bands and limited, and how it is found on what another would draw. */
export type DrawnOn = OfMany & Readonly<{ drawsOf: (line: DrawingLine) => Draws }>;

type Finders = Readonly<{
  over: (line: LimitedLine) => readonly OverLine[];
  findPool: ((line: CountedLine) => NamedPool | undefined) | undefined;
}>;

/** Finds on what lines draw. A participant's own limits are not among these. */
export function drawsFinder(
  { limits }: OfMany,
  { over, findPool }: Finders,
): (line: DrawingLine) => Draws {
  return (line) => {
    const { outcome, provider, day, version, group } = line;
    const wide = over({ outcome: outcome.name, provider, day, version, group, isAdvance: false });
    openPlaces(limits, wide.length);
    return {
      limits: wide.map(({ limit }) => numberOfLimit(limits, limit)),
      pools: wide.map(({ pool }) => pool),
      counted: findPool?.(line),
    };
  };
}
