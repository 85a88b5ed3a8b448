import type { Contract, Measure, Term } from '../../contract/index.ts';

/** Whether the page has marks for a measure and writes them as percentages. */
export function isInPercent(contract: Contract, { name, definition }: Measure): boolean {
  const { schedules = [], terms = [] } = contract.measures ?? {};
  const rows = schedules.filter(({ measure }) => measure === name).flatMap((each) => each.rows);
  const cells = rows.flatMap(({ value, pays }) => [value, pays]);
  const sentences = terms.filter(({ measure }) => measure === name);
  return [...definition, ...cells, ...sentences].some(hasPercent);
}

function hasPercent({ least, under, above, unit, base }: Term): boolean {
  const { level } = (base ?? {}) as Readonly<{ level?: string }>;
  const isPoint = unit === 'point' || unit === 'percentage point';
  return isPoint || [least, under, above, level].some((mark) => String(mark).endsWith('%'));
}
