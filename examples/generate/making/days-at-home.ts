import {
  countDays,
  type DayNumber,
  intersect,
  lastDayOf,
  type Span,
} from '../../../src/calendar/index.ts';
import type { Chance } from '../../../src/chance/index.ts';

/** One family as it was: the days of its window on which the child was not in care. */
export type AtHome = Readonly<{
  group: string;
  attachedOn: DayNumber;
  windowLast: DayNumber;
  home: readonly Span[];
}>;

/** A span of days, and how many days at home the families of one group have in it together. */
export type Wanted = Readonly<{ span: Span; days: number }>;

type Coming = Readonly<{ group: string; cameHome: boolean; stays: number }>;

/**
 * Families of one group, who come as others leave, so that the days at home of each span are as many
 * as wanted. The last to come in a span comes on the day that makes it so.
 */
export function familiesAtHome(
  wanted: readonly Wanted[],
  coming: Coming,
  draw: Chance,
): readonly AtHome[] {
  let families: AtHome[] = [];
  for (const { span, days } of wanted) {
    let missing = days - families.reduce((sum, { home }) => sum + daysIn(home, span), 0);
    families = missing < 0 ? leavingEarly(families, span, -missing) : families;
    while (missing > 0) {
      const early = draw.whole(span.first + 28, span.first + 45);
      const first = Math.max(early, span.last - missing + 1);
      const family = familyFrom(first, span, { coming, draw });
      families.push(family);
      missing -= daysIn(family.home, span);
    }
  }
  return families;
}

function daysIn(home: readonly Span[], span: Span): number {
  return countDays(intersect(home, [span]));
}

/** Lets some leave home within a span in which there would be too many days, the first to come first. */
function leavingEarly(families: readonly AtHome[], span: Span, tooMany: number): AtHome[] {
  let over = tooMany;
  return families.map((family) => {
    const current = family.home.at(-1);
    if (over === 0 || !current || current.last <= span.last || current.first > span.first) {
      return family;
    }
    const days = Math.min(over, span.last - span.first);
    over -= days;
    const last = { ...current, last: span.last - days };
    return { ...family, home: [...family.home.slice(0, -1), last] };
  });
}

type Drawn = Readonly<{ coming: Coming; draw: Chance }>;

/** Home from this day, to the end of the span it came in at least; some are in care for a while. */
function familyFrom(first: DayNumber, { last }: Span, { coming, draw }: Drawn): AtHome {
  const { group, cameHome, stays } = coming;
  const attachedOn = cameHome ? first - draw.whole(21, 28) : first;
  const windowLast = lastDayOf(attachedOn, { count: 3, unit: 'year' });
  const until = draw.happens(stays) ? windowLast : first + draw.whole(280, 900);
  const end = Math.min(windowLast, Math.max(last, until));
  const breakFirst = first + draw.whole(280, 600);
  const breakLast = breakFirst + draw.whole(6, 60);
  const isBroken = draw.happens(0.25) && breakLast < end - 20;
  const home = isBroken
    ? [
        { first, last: breakFirst - 1 },
        { first: breakLast + 1, last: end },
      ]
    : [{ first, last: end }];
  return { group, attachedOn, windowLast, home };
}
