// `npx tsx scripts/holidays.ts`: writes the tables of src/calendar/holidays from their rules.
// A table that has been published is given a new version when any of its days changes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/support/project-files.ts';
import { type Rule, rules, yearFirst, yearLast, yearsOf } from './holiday-rules.ts';

const folder = join(root, 'src/calendar/holidays');
mkdirSync(folder, { recursive: true });
for (const rule of rules) {
  writeFileSync(join(folder, `${rule.file}.ts`), tableText(rule));
  console.log(`Wrote ${rule.file}.ts.`);
}

function tableText(rule: Rule): string {
  const rows = Object.entries(yearsOf(rule)).map(([year, days]) => `    ${year}: '${days}',`);
  return [
    `// Written by scripts/holidays.ts; a test holds the two in step.`,
    `import type { HolidayTable } from './holiday-table.ts';`,
    '',
    `/** The holidays of ${rule.place} that fall on weekdays. */`,
    `export const ${rule.name}: HolidayTable = {`,
    `  place: ${quoted(rule.place)},`,
    `  version: ${rule.version},`,
    `  source: [`,
    ...wrapped(rule.source).map((line) => `    ${quoted(line)},`),
    `  ].join(' '),`,
    `  yearFirst: ${yearFirst},`,
    `  yearLast: ${yearLast},`,
    '  years: {',
    ...rows,
    '  },',
    '};',
    '',
  ].join('\n');
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 88) lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}

function quoted(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}
