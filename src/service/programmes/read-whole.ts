import type { Result } from '../../problem/index.ts';
import type { Service } from '../act/index.ts';
import { isError } from '../pages/check-pages.ts';
import { type Page, pageOf } from '../pages/load-pages.ts';
import { checkApart, type PageToCheck } from './check-apart.ts';

/** A page without errors of its own, read; one that takes too long to check is not read here. */
export async function readWhole(service: Service, asked: PageToCheck): Promise<Result<Page>> {
  const checked = await checkApart(service, asked);
  if (!checked.ok) return checked;
  const { tidy, problems } = checked.value;
  if (tidy === undefined) return { ok: false, problems: problems.filter(isError) };
  return { ok: true, value: pageOf('', asked.text) };
}
