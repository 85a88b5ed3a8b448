import { setImmediate as breathe } from 'node:timers/promises';
import { type Day, dayNumber } from '../../calendar/index.ts';
import {
  cellReader,
  closeFactTable,
  columns,
  factCells,
  openFactTable,
} from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { listForCheck, type OfParticipant } from '../../store/facts/index.ts';
import type { KeyOrErased } from '../../store/keys/index.ts';
import { lineOf } from './fact-ids.ts';
import { isKey } from './fact-keys.ts';
import type { Intake } from './intake.ts';
import { object, placeOfRow } from './objections.ts';
import { unsealFact } from './seal-fact.ts';

const atOnce = 1000;

// So many facts are opened before the answers of the database and others have their turn.
const breathesEach = 512;

/**
 * Checks the facts of each of these participants together, those that are there and those that
 * come: nobody is attached to one provider twice at once, nobody leaves without having come, a
 * correction is of a kind that it may be. Who only comes, once and as somebody new, needs no look.
 */
export async function checkStays(
  intake: Intake,
  doubtful: readonly string[],
): Promise<Result<null>> {
  let next = readSome(intake, doubtful.slice(0, atOnce));
  for (let from = 0; from < doubtful.length; from += atOnce) {
    const some = await next;
    if (!some.ok) return some;
    // While these are checked the database finds the next.
    next = readSome(intake, doubtful.slice(from + atOnce, from + 2 * atOnce));
    next.catch(() => {});
    const checked = await checkSome(intake, some.value);
    if (checked.ok) continue;
    await next;
    return checked;
  }
  return { ok: true, value: null };
}

/** Participants to be looked at: all facts of theirs, and the keys that open these. */
type Some = Readonly<{
  facts: readonly OfParticipant[];
  keys: ReadonlyMap<string, KeyOrErased>;
}>;

async function readSome(intake: Intake, ids: readonly string[]): Promise<Result<Some>> {
  const { work, arriving } = intake;
  if (ids.length === 0) return { ok: true, value: { facts: [], keys: new Map() } };
  const keys = await intake.keys.find(ids);
  if (!keys.ok) return keys;
  const facts = await listForCheck(work.tx, arriving, ids);
  return { ok: true, value: { facts, keys: keys.value } };
}

async function checkSome(
  { ground, objections }: Intake,
  { facts, keys }: Some,
): Promise<Result<null>> {
  const { programme } = ground;
  const table = openFactTable(ground.rules);
  const add = cellReader(table, '', columns);
  for (const [at, found] of facts.entries()) {
    if (at % breathesEach === breathesEach - 1) await breathe();
    const { isComing, known, replaces, ...rest } = found;
    const key = keys.get(rest.participant);
    if (!isKey(key)) continue;
    const day = dayNumber(known as Day);
    const kept = { ...rest, programme, known: day, replaces: replaces ?? undefined };
    const opened = unsealFact(key, kept);
    if (!opened.ok) return opened;
    const cells: Partial<Record<string, string>> = factCells(opened.value.fact);
    add(
      columns.map((column) => cells[column] ?? ''),
      isComing ? lineOf(ground.ids, rest.id) : 0,
    );
  }
  for (const problem of closeFactTable(table).problems) {
    if (problem.severity !== 'error') continue;
    object(objections, () => ({ ...problem, at: placeOfRow(problem.at.line, problem.at.field) }));
  }
  return { ok: true, value: null };
}
