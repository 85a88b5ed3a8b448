import { type Day, dayNumber } from '../../calendar/index.ts';
import {
  cellReader,
  closeFactTable,
  columns,
  factCells,
  openFactTable,
} from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { listForCheck } from '../../store/facts/index.ts';
import { lineOf } from './fact-ids.ts';
import { isKey } from './fact-keys.ts';
import type { Intake } from './intake.ts';
import { object, placeOfRow } from './objections.ts';
import { unsealFact } from './seal-fact.ts';

const atOnce = 1000;

/**
 * Checks the facts of each of these participants together, those that are there and those that
 * come: nobody is attached to one provider twice at once, nobody leaves without having come, a
 * correction is of a kind that it may be. Who only comes, once and as somebody new, needs no look.
 */
export async function checkStays(
  intake: Intake,
  doubtful: readonly string[],
): Promise<Result<null>> {
  for (let from = 0; from < doubtful.length; from += atOnce) {
    const checked = await checkSome(intake, doubtful.slice(from, from + atOnce));
    if (!checked.ok) return checked;
  }
  return { ok: true, value: null };
}

async function checkSome(intake: Intake, some: readonly string[]): Promise<Result<null>> {
  const { work, arriving, ground, objections } = intake;
  const { programme } = arriving;
  const keys = await intake.keys.find(some);
  if (!keys.ok) return keys;
  const table = openFactTable(ground.rules);
  const add = cellReader(table, '', columns);
  for (const found of await listForCheck(work.tx, arriving, some)) {
    const { isComing, known, replaces, ...rest } = found;
    const key = keys.value.get(rest.participant);
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
