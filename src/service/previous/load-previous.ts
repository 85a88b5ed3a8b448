import { readFile } from 'node:fs/promises';
import { type DayNumber, dayOf } from '../../calendar/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import type { PaidResult, ResultSummary } from '../../settlement/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import type { WholePages } from '../pages/load-whole-pages.ts';
import { findDisagreement } from './find-disagreement.ts';
import { isLinesFile } from './is-lines-file.ts';
import { parseResult } from './parse-result.ts';
import {
  previousInOtherCurrency,
  previousLater,
  previousLinesAlone,
  previousNotAResult,
  previousOfOtherContract,
  previousUnreadable,
} from './problems.ts';

/** What a settlement is to follow: pages, and the days as at which it is. */
export type Following = Pick<WholePages, 'pages' | 'plan'> &
  Readonly<{ asAt: Readonly<{ trueBy: DayNumber; knownBy: DayNumber }> }>;

/** Reads the last settlement before this one, of the same contract. */
export async function loadPrevious(
  path: string,
  following: Following,
): Promise<Result<PaidResult>> {
  if (isLinesFile(path)) return { ok: false, problems: [previousLinesAlone(path)] };
  const text = await readText(path);
  if (!text.ok) return text;
  const parsed = parseResult(path, text.value);
  if (!parsed.ok) return parsed;
  const problems = checkPrevious(path, parsed.value, following);
  return problems.length > 0 ? { ok: false, problems } : parsed;
}

async function readText(path: string): Promise<Result<string>> {
  try {
    return { ok: true, value: await readFile(path, 'utf8') };
  } catch (error) {
    return { ok: false, problems: [previousUnreadable(path, getFileReason(error))] };
  }
}

/** What is wrong with taking a result for the settlement before this one. */
export function checkPrevious(
  path: string,
  previous: PaidResult,
  following: Following,
): readonly Problem[] {
  const disagreement = findDisagreement(previous);
  if (disagreement !== undefined) return [previousNotAResult(path, disagreement)];
  return checkFollowed(path, previous, following);
}

/** What is wrong with following a settlement of such a contract, currency and days. */
export function checkFollowed(
  path: string,
  previous: ResultSummary,
  { pages, plan, asAt }: Following,
): readonly Problem[] {
  const { contract, currency } = previous;
  if (!pages.some(({ hashes }) => hashes.contract === contract)) {
    return [previousOfOtherContract(path, contract)];
  }
  if (currency !== plan.currency) return [previousInOtherCurrency(path, currency, plan.currency)];
  const days = { asAt: dayOf(asAt.trueBy), knownAt: dayOf(asAt.knownBy) };
  if (previous.asAt > days.asAt) return [previousLater(path, previous.asAt, days.asAt)];
  if (previous.knownAt > days.knownAt) {
    return [previousLater(path, `what was known by ${previous.knownAt}`, days.knownAt)];
  }
  return [];
}
