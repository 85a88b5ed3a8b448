import { readFile } from 'node:fs/promises';
import type { Result } from '../../problem/index.ts';
import { exampleTitles, findExample } from '../pages/examples.ts';
import { newPage } from '../pages/new-page.ts';
import { templateNotThere } from './problems.ts';

/** The text of a new page under its title: `usual`, `empty`, or an example's by name. */
export async function findStart(start: string, title: string): Promise<Result<string>> {
  if (start === 'empty') return { ok: true, value: `# ${title}\n\nWritten in Outturn 1.\n` };
  if (start === 'usual') {
    const page = await newPage({});
    return page.ok ? { ok: true, value: withTitle(page.value.text, title) } : page;
  }
  const names = (await exampleTitles()).map(({ name }) => name);
  if (!names.includes(start)) return { ok: false, problems: [templateNotThere(start)] };
  const example = await findExample(start);
  if (!example.ok) return example;
  const text = await readFile(example.value.page, 'utf8');
  return { ok: true, value: withTitle(text, title) };
}

function withTitle(text: string, title: string): string {
  return text.replace(/^# .*$/m, () => `# ${title.trim()}`);
}
