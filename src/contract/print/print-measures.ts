import type { Measure, Measures, Schedule } from '../contract.ts';
import { measureAdditions, measureCores } from '../forms/measure.ts';
import { scheduleCells, scheduleRows } from '../forms/measures.ts';
import type { Form, Term } from '../wording/form.ts';
import type { Printing } from '../wording/place-type.ts';
import { printTerm } from '../wording/print.ts';
import { printTable } from './print-table.ts';

const definitionForms: readonly Form[] = [...measureCores, ...measureAdditions];

/** What a measure is, in words: its core and its additions. */
export function printMeasureDefinition({ definition }: Measure, printing: Printing): string {
  return definition.map((term) => printOneOf(definitionForms, term, printing)).join(', ');
}

/** The section Measures: definitions, schedules, then the sentences that it is given. */
export function printMeasures(
  { measures, schedules }: Measures,
  sentences: string,
  printing: Printing,
): string[] {
  const defined = measures.map(
    (measure) => `- **${measure.name}**: ${printMeasureDefinition(measure, printing)}.`,
  );
  const tables = schedules.map((schedule) => printSchedule(schedule, printing));
  if (tables.length > 0) return [defined.join('\n'), ...tables, sentences];
  return [[...defined, sentences].filter(Boolean).join('\n')];
}

function printSchedule({ measure, rows }: Schedule, printing: Printing): string {
  const shown = rows.map(({ value, pays }) => [
    printOneOf(scheduleRows, value, printing),
    printOneOf(scheduleCells, pays, printing),
  ]);
  return printTable([`**${measure}**`, 'pays'], shown, 1);
}

function printOneOf(forms: readonly Form[], term: Term, printing: Printing): string {
  const form = forms.find((each) => each.name === term.form);
  return form === undefined ? '' : printTerm(form, term, printing);
}
