import { readFile } from 'node:fs/promises';
import type { Result } from '../../problem/index.ts';
import { writeNew, writeWhole } from '../files/write-whole.ts';
import { findExample } from './examples.ts';

/** What a new page starts from, and where it goes; nowhere means that only its text is wanted. */
export type NewPageRequest = Readonly<{ from?: string; file?: string; force?: boolean }>;

export type NewPage = Readonly<{ text: string; file?: string }>;

/** Starts a page from an example or from the usual start, and writes over nothing unless forced. */
export async function newPage({ from, file, force }: NewPageRequest): Promise<Result<NewPage>> {
  const start = await findStart(from);
  if (!start.ok || file === undefined) return start;
  const write = force === true ? writeWhole : writeNew;
  const written = await write(file, start.value.text);
  return written.ok ? { ok: true, value: { ...start.value, file } } : written;
}

async function findStart(from: string | undefined): Promise<Result<NewPage>> {
  const example = await findExample(from ?? { shown: 'start' });
  if (!example.ok) return example;
  return { ok: true, value: { text: await readFile(example.value.page, 'utf8') } };
}
