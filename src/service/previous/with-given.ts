import { compareTexts } from '../../facts/index.ts';
import { nearest, type Problem, type Result } from '../../problem/index.ts';
import { givenLines } from '../../settlement/index.ts';
import type { Ground } from '../settling/settle.ts';
import {
  erasedLoseForecast,
  erasedNotSettled,
  erasedStillInFacts,
  erasedWithoutPrevious,
} from './problems.ts';

/**
 * What a settlement rests on, with the settled lines of everybody whose facts have been erased:
 * those named now, and those of whom the settlement before says so.
 */
export function withGiven(ground: Ground, named: readonly string[]): Result<Ground> {
  const { previous, facts } = ground;
  const isFirst = previous === undefined || previous === 'none';
  if (isFirst && named.length > 0) return { ok: false, problems: [erasedWithoutPrevious()] };
  if (isFirst) return { ok: true, value: ground };
  const all = new Set([...named, ...(previous.erased ?? [])]);
  if (all.size === 0) return { ok: true, value: ground };
  const there = new Set(facts.flatMap(({ participant }) => participant ?? []));
  const { lines, forecast = [], erased: before = [] } = previous;
  const settled = new Set(
    [...lines, ...forecast].flatMap(({ participant }) => participant ?? []).concat(before),
  );
  const problems = [...all].flatMap((each): Problem[] => {
    if (there.has(each)) return [erasedStillInFacts(each)];
    return settled.has(each) ? [] : [erasedNotSettled(each, nearest(each, settled))];
  });
  if (problems.length > 0) return { ok: false, problems };
  const erased = [...all].sort(compareTexts);
  const lost = forecast.filter(({ participant }) => participant && all.has(participant));
  const doubts = lost.length > 0 ? [erasedLoseForecast(lost)] : [];
  const leftOut = { ...ground.leftOut, problems: [...ground.leftOut.problems, ...doubts] };
  return { ok: true, value: { ...ground, leftOut, erased, given: givenLines(previous, all) } };
}
