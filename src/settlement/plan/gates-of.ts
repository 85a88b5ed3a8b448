import { type Contract, forms, parseLevel, termsOf } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import type { GatePlan } from './measure-plan.ts';

/** The measures without which lines are not paid, in the order of the page. */
export function gatesOf({ measures }: Contract): readonly GatePlan[] {
  const names = new Set(measures?.measures.map(({ name }) => name));
  return termsOf(measures?.terms ?? [], forms.measures.gate).map((term, at) => ({
    clause: clauseOf('Measures', term.form, at),
    outcomes: term.lines.filter((line) => !names.has(line)),
    measures: term.lines.filter((line) => names.has(line)),
    measure: term.measure,
    least: parseLevel(term.least),
    strictly: term.bound === 'more than',
  }));
}
