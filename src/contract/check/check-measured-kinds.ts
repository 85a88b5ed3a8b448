import type { Contract, Measure } from '../contract.ts';
import {
  completeRecord,
  perHead,
  perOneWithAny,
  presumed,
  shareWith,
  sum,
} from '../forms/measure.ts';
import { type DeclaredKind, kindsNamed, kindsToRestOn } from '../kinds.ts';
import { findTerm } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';
import { levelOutsideItsRow } from './check-outcomes.ts';
import type { Say } from './say.ts';

/**
 * What a measure counts happens, and what it adds up has values, all of one unit. Of what is not
 * recorded it says what that means.
 */
export function checkMeasuredKinds(contract: Contract, measure: Measure, say: Say): void {
  const { definition } = measure;
  const kinds = kindsToRestOn(contract);
  const added = findTerm(definition, sum);
  const counted = [shareWith, perHead, perOneWithAny].flatMap(
    (form) => findTerm(definition, form as typeof perHead) ?? [],
  );
  const named = (added ? [added] : counted).flatMap((term) => term.kinds);
  for (const name of named.filter((each) => each.endsWith(' or above'))) {
    const base = name.replace(/ or above$/, '');
    if (!kinds.get(base)?.upward) say(levelOutsideItsRow(base), definition[0]);
  }
  const found = kindsNamed(named, kinds).flatMap((name) => kinds.get(name) ?? []);
  for (const kind of found) {
    if (kind.shape === 'score') say(isScore(kind.name), definition[0]);
    else if (added && kind.unit === undefined) say(withoutValue(kind.name), definition[0]);
    else if (added && kind.unit !== found[0]?.unit) say(ofTwoUnits, definition[0]);
  }
  if (named.length > 0) checkRecord(measure, found, say);
}

/** Either nothing recorded means nothing happened, or somebody vouches for it who records these. */
function checkRecord(
  { name, definition }: Measure,
  kinds: readonly DeclaredKind[],
  say: Say,
): void {
  const rests = findTerm(definition, completeRecord);
  const isPresumed = findTerm(definition, presumed) !== undefined;
  if ((rests !== undefined) === isPresumed) say(restsOnNoRecord(name), definition[0]);
  if (rests === undefined) return;
  for (const kind of kinds) {
    const isDeclared = kind.sources.length === 0 || kind.sources.includes(rests.source);
    if (!isDeclared) say(otherSource(rests.source, kind), rests);
  }
}

function restsOnNoRecord(name: string): Complaint {
  return {
    code: 'measure.rests_on_no_record',
    message:
      `"${name}" counts what is recorded, and must say either whose record shows all of it or ` +
      'that nothing recorded is taken as nothing having happened.',
    help: 'Add "by the complete record of the police", or "presumed unless recorded".',
  };
}

function otherSource(source: string, { name, sources }: DeclaredKind): Complaint {
  return {
    code: 'measure.source_not_declared',
    message: `"${source}" does not record "${name}", which ${sources.join(' and ')} may record.`,
    help: 'Name one of those sources, or add this one in the table of Facts.',
  };
}

function isScore(name: string): Complaint {
  return {
    code: 'measure.counts_a_score',
    message: `"${name}" is declared as a score, and scores are neither counted nor added up.`,
    help: `Write "the mean change in ${name}", or name something that happens.`,
  };
}

function withoutValue(name: string): Complaint {
  return {
    code: 'measure.kind_without_value',
    message: `"${name}" is recorded without a value, so that there is nothing to add up.`,
    help: 'Declare its shape in the table of Facts as "occurrence with money" or the like.',
  };
}

const ofTwoUnits: Complaint = {
  code: 'measure.values_of_two_units',
  message: 'This measure adds up values that are not of one unit.',
  help: 'Let it add up kinds of fact that the table of Facts declares with the same unit.',
};
