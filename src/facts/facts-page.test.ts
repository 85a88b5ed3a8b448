import { expect, test } from 'vitest';
import { readProjectFile } from '../../test/support/project-files.ts';
import { builtInKinds, factRules } from './built-in-kinds.ts';
import { columns } from './columns.ts';
import type { KindRule } from './fact.ts';
import { readFactTexts } from './read-fact-text.ts';

const page = readProjectFile('docs/facts.md');

const level: KindRule = {
  name: 'level 2',
  shape: 'occurrence',
  value: 'none',
  sources: ['college'],
  about: 'participant',
  notForPay: false,
};

test('docs/facts.md describes every column and every built-in kind', () => {
  const described = new Set(
    [...page.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
      [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    ),
  );
  expect(described).toEqual(new Set([...columns, ...builtInKinds.keys()]));
});

test('the tables in docs/facts.md can be read', () => {
  const rules = factRules({
    kinds: [
      level,
      { ...level, name: 'in settled housing', shape: 'spell', sources: ['housing team'] },
      { ...level, name: 'goals', shape: 'score', value: 'required', sources: [] },
    ],
    groups: ['leaving'],
    characteristics: ['area'],
  });
  const tables = [...page.matchAll(/```csv\n([^`]+)```/g)].map(([, text]) => text ?? '');
  expect(tables).toHaveLength(2);
  for (const text of tables) {
    const { facts, problems } = readFactTexts([{ source: '', format: 'csv', text }], rules);
    expect(problems).toEqual([]);
    expect(facts.length).toBeGreaterThan(0);
  }
});
