import type { Length } from '../../calendar/index.ts';
import type { Contract, Outcome } from '../contract.ts';
import {
  absent,
  addsUp,
  eachDay,
  eachDayWithout,
  eachUnit,
  happens,
  improves,
  improvesByShare,
  lasts,
  reliable,
  scores,
} from '../forms/outcome.ts';
import { type DeclaredKind, kindsNamed, kindsToRestOn } from '../kinds.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, type Term } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';
import { checkAdditions } from './check-additions.ts';
import { checkCircles } from './check-circles.ts';
import { otherShape } from './other-shape.ts';
import type { Say } from './say.ts';

/** What each outcome must say, and what its core may rest on. */
export function checkOutcomes(contract: Contract, reader: Reader): void {
  const kinds = kindsToRestOn(contract);
  for (const outcome of contract.outcomes.outcomes) {
    const say: Say = (complaint, part = outcome) =>
      complain(reader, rangeOf(reader, part), complaint);
    if (outcome.definition.length > 0) {
      checkCore(outcome, kinds, (complaint) => say(complaint, outcome.definition[0]));
      checkAdditions(outcome, kinds, say);
    }
  }
  checkDefined(contract, reader);
  checkCircles(contract, reader);
}

/** Outcomes of the rate card that nothing defines. */
function checkDefined(contract: Contract, reader: Reader): void {
  const defined = new Set(contract.outcomes.outcomes.map((outcome) => outcome.name));
  for (const row of contract.outcomes.tables.flatMap((table) => table.rows)) {
    if (!('outcome' in row) || defined.has(row.outcome)) continue;
    complain(reader, rangeOf(reader, row), {
      code: 'outcome.without_definition',
      message: `The rate card prices "${row.outcome}", and the page does not say what it is.`,
      help: 'Say it after a colon in the same cell, or in an item below the table.',
    });
  }
}

type Kinds = ReadonlyMap<string, DeclaredKind>;

function checkCore({ definition }: Outcome, kinds: Kinds, say: Say): void {
  const shaped = (names: readonly string[], wanted: readonly string[], what: string) => {
    for (const name of kindsNamed(names, kinds)) {
      const kind = kinds.get(name);
      if (kind && !wanted.includes(kind.shape)) say(otherShape(kind, what));
    }
    for (const name of names.filter((each) => each.endsWith(' or above'))) {
      const base = name.replace(/ or above$/, '');
      if (!kinds.get(base)?.upward) say(levelOutsideItsRow(base));
    }
  };
  const lasting = findTerm(definition, lasts);
  if (lasting) shaped(lasting.kinds, ['spell'], 'lasts');
  if (lasting?.how === 'in total' && 'unit' in lasting.length) {
    if (!isInDays(lasting.length)) say(totalNotInDays);
  }
  const daily = findTerm(definition, eachDay);
  const without = findTerm(definition, eachDayWithout);
  shaped((daily ?? without)?.kinds ?? [], ['spell'], 'has days');
  checkBound(lasting ?? daily, kinds, say);
  const happening = findTerm(definition, happens) ?? findTerm(definition, absent);
  if (happening) shaped(happening.kinds, ['spell', 'occurrence'], 'happens');
  const change = findTerm(definition, reliable);
  if (change && change.by === undefined) say(noThreshold);
  for (const form of [improves, improvesByShare, reliable, scores]) {
    const scored = findTerm(definition, form);
    if (scored) shaped([scored.score], ['score'], 'is measured');
  }
  checkSums(definition, kinds, say);
}

/** Levels and those above them stand in one row, from the lowest up. */
export function levelOutsideItsRow(name: string): Complaint {
  return {
    code: 'outcome.level_not_in_a_row_of_levels',
    message: `"${name} or above" needs a row of levels, and "${name}" is in none.`,
    help: 'Declare the levels in one row of the table of Facts, lowest first.',
  };
}

/** Whether a length is of the same number of days wherever it begins. */
export function isInDays({ unit }: Length): boolean {
  return unit === 'day' || unit === 'week';
}

export const totalNotInDays: Complaint = {
  code: 'outcome.total_not_in_days_or_weeks',
  message: 'Days in total are counted in days or weeks, since months are not of one length.',
  help: 'Write the length in days or weeks.',
};

const noThreshold: Complaint = {
  code: 'outcome.reliable_change_without_threshold',
  message: 'A reliable change must say how large it is.',
  help: 'Add "of at least" and the reliable change of the instrument, as its manual gives it.',
};

type Bounded = Readonly<{ kinds: readonly string[]; atLeast?: { unit: string } | undefined }>;

function checkBound(core: Bounded | undefined, kinds: Kinds, say: Say): void {
  const unit = core?.atLeast?.unit;
  if (!core || unit === undefined) return;
  for (const name of kindsNamed(core.kinds, kinds)) {
    const kind = kinds.get(name);
    if (kind && kind.unit !== unit) say(otherUnit(kind, unit));
  }
}

function otherUnit(kind: DeclaredKind, unit: string): Complaint {
  const value = kind.unit ? `with ${kind.unit}` : 'without a value';
  return {
    code: 'outcome.value_in_other_unit',
    message: `"${kind.name}" is recorded ${value}, and this needs ${unit}.`,
    help: `Declare its shape in the table of Facts as "${kind.shape} with ${unit}".`,
  };
}

function checkSums(definition: readonly Term[], kinds: Kinds, say: Say): void {
  const sum = findTerm(definition, addsUp);
  const wanted = sum && 'unit' in sum.amount ? sum.amount.unit : undefined;
  if (sum) for (const complaint of unitFaults(sum.kinds, kinds, wanted)) say(complaint);
  const each = findTerm(definition, eachUnit);
  const unit = each && eachUnits[each.unit];
  for (const name of each ? kindsNamed(each.kinds, kinds) : []) {
    const kind = kinds.get(name);
    if (kind && unit && kind.unit !== unit) say(otherUnit(kind, unit));
  }
}

const eachUnits = { hour: 'hours', pound: 'money', unit: 'units' } as const;

/** What is added up is of one unit, that of the sum, or of that unit a week. */
function unitFaults(names: readonly string[], kinds: Kinds, unit?: string): Complaint[] {
  const found = kindsNamed(names, kinds).flatMap((name) => kinds.get(name) ?? []);
  const first = found[0]?.unit ?? 'a value';
  return found.flatMap((kind) => {
    const fits = unit === undefined || kind.unit?.replace(/ a week$/, '') === unit;
    if (!fits) return [otherUnit(kind, unit ?? first)];
    const isSame = kind.unit === found[0]?.unit && kind.unit !== undefined;
    return isSame ? [] : [otherUnit(kind, first)];
  });
}
