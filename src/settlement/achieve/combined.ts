import { one } from '../../money/index.ts';
import { firstOf } from './first-of.ts';
import type { Asking } from './question.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';

/**
 * Rests on other outcomes in the same scope: all of them, on the day of the last of their first
 * achievements; or any of them, on that of the first.
 */
export function combined(
  asking: Asking<'all of' | 'any of'>,
  { earned }: Stage,
  taking: Taking,
): void {
  const { condition, span, instance } = asking;
  const firsts = condition.outcomes.flatMap((name) => firstOf(name, instance, earned) ?? []);
  const isAll = condition.is === 'all of';
  if (isAll && firsts.length < condition.outcomes.length) return;
  const inOrder = firsts.sort((a, b) => a.day - b.day);
  const decisive = isAll ? inOrder.at(-1) : inOrder.find(({ day }) => day >= span.first);
  if (decisive === undefined) return;
  const { day } = decisive;
  if (day < span.first || day > span.last) return;
  const rest = isAll ? inOrder : [decisive];
  const certainOn = Math.max(...rest.map((each) => each.certainOn));
  takeOne(taking, { from: inOrder[0]?.day ?? day, day, certainOn, quantity: one });
}
