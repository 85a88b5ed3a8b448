import { csvReader } from './csv-reader.ts';
import type { FactRules } from './fact.ts';
import {
  closeFactTable,
  type FactSet,
  type FactTableOptions,
  openFactTable,
} from './fact-table.ts';
import { ndjsonReader } from './ndjson-reader.ts';

export type FactText = Readonly<{ source: string; format: 'csv' | 'ndjson'; text: string }>;

/** Reads whole texts of facts, for an editor, a form or a test; files are read piece by piece. */
export function readFactTexts(
  texts: readonly FactText[],
  rules: FactRules,
  options: FactTableOptions = {},
): FactSet {
  const table = openFactTable(rules);
  for (const { source, format, text } of texts) {
    const reader = format === 'csv' ? csvReader(table, source) : ndjsonReader(table, source);
    reader.push(text);
    reader.end();
  }
  return closeFactTable(table, options);
}
