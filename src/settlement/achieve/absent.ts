import { countDays, cut, type DayNumber, type Span, subtract } from '../../calendar/index.ts';
import { compareFractions, fraction, one } from '../../money/index.ts';
import { countedSpans } from '../admit/counted-facts.ts';
import type { Achievement } from './achievement.ts';
import { completeDays, daysThatCanCount } from './counting-days.ts';
import type { Asking } from './question.ts';
import { daysOf } from './runs.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';

/**
 * None of the kinds happens in the window. It is achieved only if presumed, or if the source it
 * rests on is recorded complete to the end of the window.
 */
export function absent(asking: Asking<'absent'>, stage: Stage, taking: Taking): void {
  const { window, span } = asking;
  const event = findEvent(asking, stage);
  if (event !== undefined) {
    const partial = partialBefore(event, asking, stage);
    if (partial) takeOne(taking, partial);
    return;
  }
  const isOver = window.last <= Math.min(span.last, stage.view.horizon);
  if (isOver && isVouchedFor(asking, stage, { first: span.first, last: window.last })) {
    const day = window.last;
    takeOne(taking, { from: span.first, day, certainOn: day, quantity: one });
  }
}

/** The first day in the window on which it happened after all. */
export function findEvent(asking: Asking<'absent'>, { view }: Stage): DayNumber | undefined {
  const { wanted, window } = asking;
  const days = daysThatCanCount(countedSpans(view, wanted.counted), asking);
  const first = days[0]?.first;
  return first !== undefined && first <= window.last ? first : undefined;
}

/** Whether nothing recorded on these days means that nothing happened on them. */
export function isVouchedFor(asking: Asking<'absent'>, stage: Stage, days: Span): boolean {
  const { condition } = asking;
  if (condition.presumed || stage.view.reading === 'hopeful') return true;
  const complete = completeDays(stage, condition.completeSource, condition.kinds);
  return subtract([days], complete).length === 0;
}

/** The absence that there was before it happened, in proportion to the whole of the window. */
function partialBefore(
  event: DayNumber,
  asking: Asking<'absent'>,
  stage: Stage,
): Achievement | undefined {
  const { outcome, span, window, paused } = asking;
  const day = event - 1;
  if (outcome.partialFrom === undefined) return undefined;
  const days = { first: span.first, last: day };
  const counted = unpausedDays(days, paused);
  if (counted < daysOf(span.first, outcome.partialFrom)) return undefined;
  if (!isVouchedFor(asking, stage, days)) return undefined;
  const quantity = fraction(counted, unpausedDays({ ...window, first: span.first }, paused));
  if (compareFractions(quantity, one) >= 0) return undefined;
  return { from: span.first, day, certainOn: event, quantity, isPartial: true };
}

function unpausedDays(days: Span, paused: readonly Span[]): number {
  return days.last - days.first + 1 - countDays(cut(paused, days));
}
