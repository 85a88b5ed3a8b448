import { countDays, type DayNumber, type Span, subtract } from '../../calendar/index.ts';
import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  subtract as less,
  multiply,
  one,
  sumFractions,
  zero,
} from '../../money/index.ts';
import { countedSpells, type Spell } from '../admit/counted-facts.ts';
import { daysThatCanCount } from './counting-days.ts';
import type { Asking } from './question.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';

/** Value that arrives: so much on each of these days. */
export type Flow = Readonly<{ days: Span; perDay: Fraction }>;

/** The recorded values come to the sum, and again to each further such sum. */
export function addsUp(asking: Asking<'adds up'>, stage: Stage, taking: Taking): void {
  const { amount } = asking.condition;
  const flows = flowsOf(asking, stage);
  const [earliest] = flows;
  if (earliest === undefined) return;
  let before = zero;
  let due = add(asking.served.sum, amount);
  for (const days of stretchesOf(flows)) {
    const perDay = sumFractions(
      flows.filter((flow) => isOn(flow, days)).map((flow) => flow.perDay),
    );
    for (;;) {
      const day = days.first - 1 + daysUntil(less(due, before), perDay);
      if (day > days.last) break;
      const { first: from } = earliest.days;
      if (!takeOne(taking, { from, day, certainOn: day, quantity: one, sum: due })) return;
      due = add(due, amount);
    }
    before = add(before, multiply(perDay, fraction(days.last - days.first + 1)));
  }
}

/**
 * The values as they arrive, in the order of their days. A value per week arrives day by day, a
 * seventh on each day that is not paused. Any other arrives on the last day of its fact, and in
 * proportion where the days that can count are not all its days.
 */
export function flowsOf(asking: Asking<'adds up'>, { view }: Stage): readonly Flow[] {
  const { wanted, condition, paused } = asking;
  const { perWeek } = condition;
  const spells = countedSpells(view, wanted.counted);
  const flows = spells.flatMap((spell): readonly Flow[] => {
    const { value, from } = spell.seen.fact;
    if (value === undefined) return [];
    if (perWeek && from !== undefined) {
      const perDay = divide(value, fraction(7));
      const days = subtract(daysThatCanCount([spell], asking), paused);
      return days.map((each) => ({ days: each, perDay }));
    }
    return arrivalsOf(spell, asking).map(({ day, share }) => {
      return { days: { first: day, last: day }, perDay: multiply(value, share) };
    });
  });
  return flows.sort((a, b) => a.days.first - b.days.first);
}

/** The day on which the value of a fact counts, and how much of it; none where no day can. */
export function arrivalsOf(
  spell: Spell,
  asking: Asking<'adds up' | 'each unit'>,
): readonly Readonly<{ day: DayNumber; share: Fraction }>[] {
  const days = daysThatCanCount([spell], asking);
  const day = days.at(-1)?.last;
  if (day === undefined) return [];
  const { fact, whole } = spell.seen;
  const first = whole?.first ?? fact.from ?? spell.first;
  const last = whole?.last ?? (fact.from === undefined ? spell.last : (fact.to ?? fact.known));
  return [{ day, share: fraction(countDays(days), Math.max(last, spell.last) - first + 1) }];
}

/** The days between one change of the flows and the next. */
function stretchesOf(flows: readonly Flow[]): readonly Span[] {
  const changes = flows.flatMap(({ days }) => [days.first, days.last + 1]);
  const sorted = [...new Set(changes)].sort((a, b) => a - b);
  return sorted.slice(1).map((next, index) => ({ first: sorted[index] ?? next, last: next - 1 }));
}

function isOn({ days }: Flow, stretch: Span): boolean {
  return days.first <= stretch.first && stretch.last <= days.last;
}

/** The number of the day by whose end what is missing has arrived; infinite where nothing does. */
function daysUntil(missing: Fraction, perDay: Fraction): number {
  if (compareFractions(perDay, zero) <= 0) return Number.POSITIVE_INFINITY;
  const { numerator, denominator } = divide(missing, perDay);
  return Number((numerator + denominator - 1n) / denominator);
}
