import { applyBands } from '../pay/band.ts';
import { applyCounts } from '../pay/count-limit.ts';
import type { Draft } from '../pay/draft.ts';
import { applyGates, type GateOver } from '../pay/gate.ts';
import { applyLaterRates } from '../pay/later-rate.ts';
import { inLine } from '../pay/place-in-line.ts';
import type { Pricer } from '../pay/price.ts';
import { withRefusal } from '../pay/refuse.ts';
import type { Replacer } from '../pay/replace.ts';
import { roundLines } from '../pay/round-lines.ts';
import { roundTotals } from '../pay/rounding-of-total.ts';
import type { Crowd } from '../whose/crowd.ts';
import type { Work } from '../work.ts';
import type { Due } from './due.ts';
import { outcomeDue, roundingDue } from './outcome-due.ts';

type Ground = Readonly<{
  work: Work;
  price: Pricer;
  crowd: Crowd;
  gateOver: GateOver;
  replace: Replacer;
}>;

/** The lines of all participants through what depends on all of them: steps 4 to 8. */
export function duesOfOutcomes(drafts: readonly Draft[], ground: Ground): readonly Due[] {
  const priced = ground.work.looksAtAll ? pricedTogether(drafts, ground) : drafts;
  const { drafts: rounded, differences } = roundTotals(inLine(roundLines(priced)));
  return [...duesOfRounded(rounded, ground.replace), ...differences.map(roundingDue)];
}

/** Those of one participant, in line, where nothing of them depends on any other: steps 6 and 8. */
export function duesOfOne(drafts: readonly Draft[], replace: Replacer): readonly Due[] {
  return duesOfRounded(inLine(roundLines(drafts)), replace);
}

function duesOfRounded(drafts: readonly Draft[], replace: Replacer): readonly Due[] {
  return replace(drafts.map(withRefusal)).map(outcomeDue);
}

/** Gates, counts, bands and later rates; given back in the order in which the lines came. */
function pricedTogether(drafts: readonly Draft[], ground: Ground): readonly Draft[] {
  const { work, price, crowd, gateOver } = ground;
  const { plan } = work;
  const gated = applyGates(drafts, gateOver);
  const places = new Map(gated.map((draft, at) => [draft.earned, at] as const));
  const counted = applyCounts(inLine(gated), crowd);
  const priced = applyLaterRates(applyBands(counted, plan, price));
  const placeOf = ({ earned }: Draft) => places.get(earned) ?? 0;
  return [...priced].sort((a, b) => placeOf(a) - placeOf(b));
}
