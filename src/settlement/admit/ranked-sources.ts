import { type DayNumber, type Span, subtract, union } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import { type SeenFact, seenFact } from './seen-fact.ts';
import { byDayThenChain } from './view.ts';

/**
 * Where the sources of a kind are ranked, a higher overrides a lower for the same days: days of
 * which the higher has a fact are taken from the facts of every lower one. A source that is not
 * ranked stands below all. A spell without an end that is hoped to go on until a day is cut as one
 * that does.
 */
export function overrideByRank(
  facts: readonly SeenFact[],
  ranks: readonly string[],
  openUntil?: DayNumber,
): readonly SeenFact[] {
  const rankOf = ({ fact }: SeenFact) => {
    const rank = ranks.indexOf(fact.source ?? '');
    return rank < 0 ? ranks.length : rank;
  };
  const kept: SeenFact[] = [];
  let overridden: readonly Span[] = [];
  for (let rank = 0; rank <= ranks.length; rank += 1) {
    const own = facts.filter((seen) => rankOf(seen) === rank);
    for (const seen of own) kept.push(...remainsOf(seen, overridden, openUntil));
    overridden = union([...overridden, ...own.map(spanOf)]);
  }
  return kept.sort(byDayThenChain);
}

function remainsOf(
  seen: SeenFact,
  overridden: readonly Span[],
  openUntil: DayNumber | undefined,
): readonly SeenFact[] {
  const { fact } = seen;
  const isHoped = fact.from !== undefined && fact.to === undefined && openUntil !== undefined;
  const own = spanOf(seen);
  const whole = isHoped ? { ...own, last: Math.max(own.last, openUntil) } : own;
  const left = subtract([whole], overridden);
  const [rest] = left;
  if (rest?.first === whole.first && rest.last === whole.last) return [seen];
  return left.map(({ first, last }) => {
    // What is hoped of an open spell is hoped of every part of it.
    const known = isHoped ? Math.max(fact.known, last) : fact.known;
    const { id, states } = seen;
    return seenFact({ id, states, whole, fact: { ...fact, from: first, to: last, known } });
  });
}

function spanOf({ fact }: SeenFact): Span {
  const first = firstDay(fact);
  if (fact.from === undefined) return { first, last: first };
  return { first, last: Math.max(first, Math.min(fact.to ?? fact.known, fact.known)) };
}
