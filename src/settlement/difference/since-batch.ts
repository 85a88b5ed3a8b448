import { dayNumber } from '../../calendar/index.ts';
import {
  type FactSource,
  onlyThese,
  type ParticipantFacts,
  placesBetween,
} from '../../facts/index.ts';
import { owedByColumn } from '../owed.ts';
import type { Plan } from '../plan/plan.ts';
import { type SettlementResult, settlementResult } from '../result.ts';
import type { Change } from './change.ts';
import { difference } from './difference.ts';
import { type DifferingBatch, type DifferingBatches, withLines } from './differing-batches.ts';
import { isNamed } from './is-named.ts';
import { findOtherwise, type Otherwise } from './otherwise.ts';
import { seenLineMaker } from './seen-lines.ts';

/** What changed of some participants' lines, and where each change stands among all. */
export type SinceBatch = Readonly<{
  changes: readonly Change[];
  places: Int32Array;
  otherwise: readonly Otherwise[];
}>;

/**
 * The changes of a batch, of which nobody depends on anybody else. The facts may be those of others
 * as well.
 */
export function sinceBatch(plan: Plan, batch: DifferingBatch, source: FactSource): SinceBatch {
  const { now, previous, placesNow, placesBefore } = batch;
  const lines = [...previous.lines, ...now.lines];
  const whose = new Set(lines.flatMap(({ participant }) => participant ?? []));
  const facts = heldOnce(onlyThese(source, whose, placesBetween(source, batch.whose)));
  const anew = batch.isAsSettled ? undefined : (batch.anew ?? settledAnew(plan, batch, facts));
  const changes = difference({ now, previous, ...(anew && { anew }), plan, facts });
  // Lines that are gone stand before all that are there.
  const places = new Map<string, number>();
  for (const [at, { line }] of previous.lines.entries()) {
    places.set(line, placesBefore[at] as number);
  }
  for (const [at, { line }] of now.lines.entries()) {
    places.set(line, (placesNow[at] as number) + afterAll);
  }
  return {
    changes,
    places: Int32Array.from(changes, ({ line }) => places.get(line) ?? 0),
    otherwise: anew ? findOtherwise(anew, previous) : [],
  };
}

/** The lines of a batch as they are today as at the days before. */
function settledAnew(
  plan: Plan,
  { now, previous }: DifferingBatch,
  facts: FactSource,
): SettlementResult {
  const days = { trueBy: dayNumber(previous.asAt), knownBy: dayNumber(previous.knownAt) };
  const names = new Set([...previous.lines, ...now.lines].map(({ line }) => line));
  const again = owedByColumn(plan, facts, days);
  const rows = again.inLine(isNamed(again.columns, names));
  const seen = Array.from(rows, seenLineMaker(again));
  return withLines(settlementResult({ ...again, lines: [], notPaid: [] }, now), seen);
}

/** The same with the facts of each participant made once, as they are asked for several times. */
function heldOnce({ participantCount, participantAt, others }: FactSource): FactSource {
  const held = Array.from({ length: participantCount }, (_, at) => participantAt(at));
  const heldAt = (at: number) => held[at] as ParticipantFacts;
  return { participantCount, participantAt: heldAt, others };
}

/** More than there can be lines that are gone. */
const afterAll = 2 ** 30;

/** The place among lines that are there of one that stands so among all; below 0 of one gone. */
export function placeThere(place: number): number {
  return place < afterAll ? -1 : place - afterAll;
}

/** The changes of all batches in their order, and what of all comes out otherwise. */
export function joinSince(parts: readonly SinceBatch[]): Omit<SinceBatch, 'places'> {
  const { changes, otherwise } = joinPlaced(parts);
  return { changes, otherwise };
}

/** The same of batches that are made here one after the other, with where each change stands. */
export function sinceBatches(
  plan: Plan,
  { count, batchAt }: DifferingBatches,
  source: FactSource,
): SinceBatch {
  return joinPlaced(
    Array.from({ length: count }, (_, at) => sinceBatch(plan, batchAt(at), source)),
  );
}

function joinPlaced(parts: readonly SinceBatch[]): SinceBatch {
  const placed = parts.flatMap(({ changes, places }) =>
    changes.map((change, at) => ({ change, place: places[at] as number })),
  );
  placed.sort((one, other) => one.place - other.place);
  return {
    changes: placed.map(({ change }) => change),
    places: Int32Array.from(placed, ({ place }) => place),
    otherwise: parts.flatMap(({ otherwise }) => otherwise),
  };
}
