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
import { type Intake, object, placeOfRow } from './intake.ts';
import type { Known } from './known-participants.ts';
import { unsealFact } from './seal-fact.ts';

const atOnce = 1000;

/**
 * Checks the facts of each participant together, those that are there and those that come: nobody
 * is attached to one provider twice at once, nobody leaves without having come, a correction is of
 * a kind that it may be. Who only comes, once and as somebody new, needs no look.
 */
export async function checkStays(intake: Intake): Promise<Result<null>> {
  const met = [...intake.participants.byName].filter(([name]) => name !== '');
  const doubtful = met.flatMap(([, known]) =>
    known.key !== 'erased' && (known.stays > 1 || (known.stays > 0 && !known.isNew)) ? [known] : [],
  );
  for (let from = 0; from < doubtful.length; from += atOnce) {
    const checked = await checkSome(intake, doubtful.slice(from, from + atOnce));
    if (!checked.ok) return checked;
  }
  return { ok: true, value: null };
}

async function checkSome(intake: Intake, some: readonly Known[]): Promise<Result<null>> {
  const { work, programme, rules, known } = intake;
  const keys = new Map(some.map(({ id, key }) => [id, key]));
  const table = openFactTable(rules);
  const add = cellReader(table, '', columns);
  const found = await listForCheck(work.tx, programme, [...keys.keys()]);
  for (const { line, known: knownOn, replaces, ...rest } of found) {
    const key = keys.get(rest.participant);
    if (key === undefined || key === 'erased') continue;
    const day = knownOn === null ? known : dayNumber(knownOn as Day);
    const kept = { ...rest, programme, known: day, replaces: replaces ?? undefined };
    const opened = unsealFact(key, kept);
    if (!opened.ok) return opened;
    const cells: Partial<Record<string, string>> = factCells(opened.value.fact);
    add(
      columns.map((column) => cells[column] ?? ''),
      line,
    );
  }
  for (const problem of closeFactTable(table).problems) {
    if (problem.severity !== 'error') continue;
    object(intake, () => ({ ...problem, at: placeOfRow(problem.at.line, problem.at.field) }));
  }
  return { ok: true, value: null };
}
