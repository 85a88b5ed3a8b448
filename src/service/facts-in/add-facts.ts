import { randomUUID } from 'node:crypto';
import {
  type Column,
  cellReader,
  closeProblemList,
  columns,
  openFactTable,
  takeFacts,
} from '../../facts/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import type { Work } from '../act/index.ts';
import { checkHours } from './check-hours.ts';
import { closeIntake, type Taken } from './close-intake.ts';
import { idsOfRows } from './ids-of-rows.ts';
import { type Intake, meet, openIntake, send } from './intake.ts';
import { toldTo } from './money-kinds.ts';
import { toldOf } from './not-met.ts';
import { object, placeOfRow } from './objections.ts';
import { openSealer, sealFacts } from './seal-facts.ts';
import { addMet, closeSealing, openSealing, unmetIn, type Way } from './sealing.ts';
import { writeFacts } from './write-facts.ts';

/** The cells of one fact, as a row of the table of facts has them (docs/facts.md). */
export type FactCells = Readonly<Partial<Record<Column, string>>>;

/** Facts that come in together, all or none. */
export type FactsToAdd = Readonly<{
  way: Exclude<Way, 'file'>;
  facts: readonly FactCells[];
  /** Whether this is a verifier's finding: it replaces what others sent, and gives any state. */
  isVerifying?: boolean;
  /** Whether those are asked about first whom nobody has been told of here: nothing comes in. */
  asksFirst?: boolean;
}>;

/** What came of them, between which ids those lie that are new, and whom each name meant. */
export type Added = Taken &
  Readonly<{
    ids: Readonly<{ first: string; last: string }>;
    people: ReadonlyMap<string, string>;
  }>;

/**
 * Adds facts: the single way in for those that are few. They are checked against the published
 * versions of the page, against each other and against what is there; each gets a reference of our
 * own and the day of its arrival, and is sealed under the key of whom it is about. What was sent
 * before as it is changes nothing. What stands against them is told as who sends them may read it.
 */
export async function addFacts(
  work: Work,
  programme: string,
  asked: FactsToAdd,
): Promise<Result<Added>> {
  const { isVerifying = false } = asked;
  const opened = await openIntake(work, { programme, way: asked.way, isVerifying });
  if (!opened.ok) return opened;
  const added = await addTo(opened.value, work, asked);
  const told = toldTo(work.actor, opened.value.contract);
  if (!added.ok) return { ok: false, problems: added.problems.map(told) };
  return { ok: true, value: { ...added.value, warnings: added.value.warnings.map(told) } };
}

async function addTo(
  intake: Intake,
  { today }: Work,
  { way, facts, isVerifying = false, asksFirst = false }: FactsToAdd,
): Promise<Result<Added>> {
  const sealing = openSealing(intake.ground);
  const table = openFactTable(intake.ground.rules);
  const add = cellReader(table, '', columns);
  for (const [at, given] of facts.entries()) {
    const cells = withDefaults(given, today);
    add(
      columns.map((column) => cells[column] ?? ''),
      at + 1,
    );
  }
  for (const problem of closeProblemList(table.problems)) {
    if (problem.severity === 'error') object(sealing.objections, () => withoutExcerpt(problem));
  }
  const taken = takeFacts(table);
  const met = await meet(intake, unmetIn(sealing, taken.facts));
  if (!met.ok) return met;
  const isSent = way !== 'service' && !isVerifying;
  const wrong = isSent ? checkHours(intake.contract, taken) : [];
  for (const problem of wrong) object(sealing.objections, () => problem);
  addMet(sealing, met.value);
  await send(intake, sealFacts(openSealer(intake.ground.programme), writeFacts(sealing, taken)));
  const sealed = closeSealing(sealing);
  const notMet = isSent ? toldOf(sealed.notMet) : [];
  for (const problem of asksFirst ? notMet : []) object(sealing.objections, () => problem);
  const closed = await closeIntake(intake, sealed);
  const ids = idsOfRows(intake.ground.ids, facts.length);
  if (!closed.ok) return closed;
  const warnings = [...notMet, ...closed.value.warnings];
  const people = new Map(met.value.map(({ name, id }) => [name, id]));
  return { ok: true, value: { ...closed.value, warnings, ids, people } };
}

// Who sends no id will not send it again; and a spell that goes on is known to go on today.
function withDefaults(cells: FactCells, today: string): FactCells {
  const isOpen = (cells.from ?? '') !== '' && (cells.to ?? '') === '';
  const known = cells.known ?? '';
  return {
    ...cells,
    id: (cells.id ?? '') === '' ? randomUUID() : (cells.id as string),
    ...(known === '' && isOpen ? { known: today } : {}),
  };
}

// What was sent is shown back to nobody but who sent it, and they have it before them.
function withoutExcerpt(problem: Problem): Problem {
  return { ...problem, at: placeOfRow(problem.at.line, problem.at.field) };
}
