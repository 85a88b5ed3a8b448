import { readFile } from 'node:fs/promises';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { readFactTexts, rulesOf } from '../../facts/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { type PaidResult, planOf } from '../../settlement/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import { isError } from '../pages/check-pages.ts';
import { pageOf } from '../pages/load-pages.ts';
import type { WholePages } from '../pages/load-whole-pages.ts';
import { checkPrevious } from '../previous/load-previous.ts';
import { withGiven } from '../previous/with-given.ts';
import { type Ground, settleGround } from '../settling/settle.ts';
import { type Bundle, isAsWritten } from './bundle.ts';
import { findFirstDifference } from './first-difference.ts';
import { parseBundle } from './parse-bundle.ts';
import {
  bundleChanged,
  bundleUnreadable,
  lineDiffers,
  notABundle,
  resultDiffers,
} from './problems.ts';

/** A bundle that came out the same again. */
export type Recomputed = Readonly<{
  result: PaidResult;
  facts: number;
  /** The engine that settled it first, and this one. */
  engines: Readonly<{ was: string; now: string }>;
}>;

/** Works out a bundle again; that it agrees, or the first thing that does not. */
export async function recomputeBundle(path: string): Promise<Result<Recomputed>> {
  const text = await readBundle(path);
  if (!text.ok) return text;
  const parsed = parseBundle(path, text.value);
  return parsed.ok ? recompute(path, parsed.value) : parsed;
}

export function recompute(path: string, bundle: Bundle): Result<Recomputed> {
  const ground = groundOf(path, bundle);
  if (!ground.ok) return ground;
  const { result } = settleGround(ground.value);
  const problem = findProblem(path, bundle, result);
  if (problem) return { ok: false, problems: [problem] };
  const engines = { was: bundle.result.engine, now: result.engine };
  return { ok: true, value: { result, facts: bundle.facts.length, engines } };
}

function findProblem(path: string, bundle: Bundle, found: PaidResult): Problem | undefined {
  const difference = findFirstDifference(bundle.result, found);
  if (difference) {
    const { isLine, ...otherwise } = difference;
    return isLine ? lineDiffers(path, otherwise) : resultDiffers(path, otherwise);
  }
  return isAsWritten(bundle) ? undefined : bundleChanged(path);
}

async function readBundle(path: string): Promise<Result<string>> {
  try {
    return { ok: true, value: await readFile(path, 'utf8') };
  } catch (error) {
    return { ok: false, problems: [bundleUnreadable(path, getFileReason(error))] };
  }
}

/** Pages as a bundle has them, read and checked as files of their own would be. */
export function bundledPages(path: string, { pages: given }: Pick<Bundle, 'pages'>) {
  const pages = given.map(({ name, text }) => pageOf(name, text));
  const [first, ...others] = pages;
  const refused = (problems: readonly Problem[]): Result<WholePages> => ({ ok: false, problems });
  if (first === undefined) return refused([notABundle(path, 'it has no pages')]);
  const problems = pages.flatMap(({ read }) => read.problems);
  if (problems.some(isError)) return refused(problems);
  const plan = planOf(pages.map(({ read }) => read.contract));
  if (!plan.ok) return plan;
  const whole: WholePages = { pages: [first, ...others], plan: plan.value };
  return { ok: true, value: whole } as const;
}

/** The same with its facts. */
function groundOf(path: string, bundle: Bundle): Result<Ground> {
  const whole = bundledPages(path, bundle);
  if (!whole.ok) return whole;
  const contracts = whole.value.pages.map(({ read }) => read.contract);
  const rows = bundle.facts.map((row) => JSON.stringify(row)).join('\n');
  const text = { source: path, format: 'ndjson', text: rows } as const;
  const read = readFactTexts(bundle.facts.length > 0 ? [text] : [], rulesOf(contracts));
  if (read.problems.some(isError)) return { ok: false, problems: read.problems };
  const days = {
    trueBy: dayNumber(bundle.asAt as Day),
    knownBy: dayNumber(bundle.knownAt as Day),
  };
  const ground: Ground = {
    ...whole.value,
    facts: read.facts,
    unread: [],
    leftOut: { rows: 0, problems: [] },
    asAt: days,
  };
  const { previous } = bundle;
  if (previous === undefined) return { ok: true, value: ground };
  const wrong = previous === 'none' ? [] : checkPrevious(path, previous, ground);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  return withGiven({ ...ground, previous }, bundle.result.erased ?? []);
}
