import { covers, cut, type DayNumber, intersect, type Span, union } from '../../calendar/index.ts';
import type { Question } from './question.ts';
import type { Stage } from './stage.ts';

/** Those of the days that can count: in the instance and the window, and attached where needed. */
export function daysThatCanCount(days: readonly Span[], question: Question): readonly Span[] {
  const within = cut(days, question.span);
  return question.attached ? intersect(within, question.attached) : within;
}

/** Whether what happens on a day can count. */
export function canCount(day: DayNumber, { span, attached }: Question): boolean {
  return day >= span.first && day <= span.last && (!attached || covers(attached, day));
}

/** The days of which a source is recorded complete for each of the kinds. */
export function completeDays(
  { completes }: Pick<Stage, 'completes'>,
  source: string | undefined,
  kinds: readonly string[],
): readonly Span[] {
  const [first = [], ...others] = kinds.map((kind) => {
    const spans = completes.flatMap(({ fact }): readonly Span[] => {
      const { from, to, about } = fact;
      const isIt = about === kind && fact.source === source;
      return isIt && from !== undefined && to !== undefined ? [{ first: from, last: to }] : [];
    });
    return union(spans);
  });
  return others.reduce(intersect, first);
}
