import { multiply } from '../../money/index.ts';
import { countedSpells } from '../admit/counted-facts.ts';
import type { Achievement } from './achievement.ts';
import { arrivalsOf } from './adds-up.ts';
import type { Asking } from './question.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';

/** Every unit of a recorded value counts: one line for each fact, on the last day of it. */
export function eachUnit(asking: Asking<'each unit'>, { view }: Stage, taking: Taking): void {
  const { wanted, span } = asking;
  const units: Achievement[] = [];
  for (const spell of countedSpells(view, wanted.counted)) {
    const { fact, id } = spell.seen;
    for (const { day, share } of arrivalsOf(spell, asking)) {
      if (fact.value === undefined) continue;
      const quantity = multiply(fact.value, share);
      units.push({
        from: Math.max(spell.first, span.first),
        day,
        certainOn: day,
        quantity,
        fact: id,
      });
    }
  }
  units.sort((a, b) => a.day - b.day);
  for (const unit of units) if (!takeOne(taking, unit)) return;
}
