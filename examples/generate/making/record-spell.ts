import type { DayNumber } from '../../../src/calendar/index.ts';
import type { Chance } from '../../../src/chance/index.ts';
import type { Draft } from './recorder.ts';

/** A spell as it really was, ending on `to` whether or not anybody has recorded that yet. */
export type TrueSpell = Draft & Readonly<{ from: DayNumber; to: DayNumber }>;

/**
 * What a register holds of a spell by a day: its end where that is known by then, some weeks after it;
 * else that it goes on, as last looked up. Now and then it was first recorded as going on.
 */
export function recordSpell(spell: TrueSpell, knownBy: DayNumber, chance: Chance): Draft[] {
  const { to, ...open } = spell;
  const known = to + chance.whole(4, 28);
  if (known > knownBy) return [{ ...open, known: Math.max(spell.from, Math.min(knownBy, to)) }];
  const closed: Draft = { ...spell, known };
  if (!chance.happens(1 / 12)) return [closed];
  const first: Draft = { ...open, known: chance.whole(spell.from, to) };
  return [first, { ...closed, replaces: first }];
}
