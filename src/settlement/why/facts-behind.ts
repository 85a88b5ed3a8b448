import { monthSpan, type Span } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { kindsOf } from '../achieve/order-of-work.ts';
import type { Earned, Evaluation, Stage } from '../achieve/stage.ts';
import { countedFacts, lastEvidencedDay } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import { factsSeen } from '../admit/view.ts';
import type { Condition } from '../plan/plan.ts';
import { areTogether } from '../whose/instance.ts';

/** The facts a line rests on: its attachment, what counted, and what vouches for an absence. */
export function factsBehind(earned: Earned, evaluation: Evaluation): readonly Fact[] {
  const facts = new Map(seenBehind(earned, evaluation).map(({ fact }) => [fact.id, fact]));
  return [...facts.values()];
}

/** The same by the first ids of their chains, which no correction changes. */
export function chainsBehind(earned: Earned, evaluation: Evaluation): readonly string[] {
  return [...new Set(seenBehind(earned, evaluation).map(({ id }) => id))];
}

function seenBehind(earned: Earned, evaluation: Evaluation): readonly SeenFact[] {
  const stage = evaluation.stages.find(({ version }) => version === earned.version);
  if (stage === undefined) return [];
  const attached = factsSeen(stage.view, 'attached');
  const own = attached.filter(({ id }) => id === earned.attachment.id);
  return [...own, ...countedBehind(earned, stage), ...othersBehind(earned, evaluation)];
}

/** Facts of the outcome's own kinds on the days from the first that counted to its own. */
function countedBehind({ placed, achievement }: Earned, stage: Stage): readonly SeenFact[] {
  const { condition, states } = placed.outcome;
  const isAbsent = condition.is === 'absent';
  const kinds = kindsOf(condition);
  const facts = countedFacts(stage.view, { kinds, states, helps: !isAbsent }).filter((seen) => {
    if (achievement.fact !== undefined && condition.is !== 'improves') {
      return seen.id === achievement.fact;
    }
    const last = Math.max(firstDay(seen.fact), lastEvidencedDay(stage.view, seen, !isAbsent));
    return firstDay(seen.fact) <= achievement.certainOn && last >= achievement.from;
  });
  const { first, last } = daysLookedAt(achievement);
  const isWithin = ({ fact }: SeenFact) =>
    firstDay(fact) <= last && (fact.to ?? fact.day ?? last) >= first;
  const excluded = countedFacts(stage.view, { kinds: lessOf(condition), states, helps: false });
  const { kinds: about, source } = vouchedFor(condition);
  const vouching = stage.completes.filter(
    ({ fact }) => about.includes(fact.about ?? '') && fact.source === source,
  );
  return [...facts, ...excluded.filter(isWithin), ...vouching.filter(isWithin)];
}

/** Of a line of days, its month: what is excluded may lie before the first day that counts. */
function daysLookedAt({ from, day, month }: Earned['achievement']): Span {
  return month === undefined ? { first: from, last: day } : monthSpan(from);
}

/** The kinds of fact of whose days none counts. */
function lessOf(condition: Condition): readonly string[] {
  return condition.is === 'lasts' || condition.is === 'each day' ? condition.less : [];
}

/** Of which kinds a source must be recorded complete, if any is. */
function vouchedFor(
  condition: Condition,
): Readonly<{ kinds: readonly string[]; source: string | undefined }> {
  switch (condition.is) {
    case 'absent':
      return condition.presumed
        ? { kinds: [], source: undefined }
        : { kinds: condition.kinds, source: condition.completeSource };
    case 'lasts':
    case 'each day':
      return condition.lessCompleteSource === undefined
        ? { kinds: [], source: undefined }
        : { kinds: condition.less, source: condition.lessCompleteSource };
    case 'happens':
    case 'improves':
    case 'scores':
    case 'adds up':
    case 'each unit':
    case 'all of':
    case 'any of':
      return { kinds: [], source: undefined };
  }
}

/** Facts behind other outcomes that this one is made of. */
function othersBehind(earned: Earned, evaluation: Evaluation): readonly SeenFact[] {
  const { condition } = earned.placed.outcome;
  if (condition.is !== 'all of' && condition.is !== 'any of') return [];
  const parts = evaluation.earned.filter(
    ({ placed, instance, achievement }) =>
      condition.outcomes.includes(placed.outcome.name) &&
      achievement.day <= earned.achievement.day &&
      areTogether(instance, earned.instance),
  );
  return parts.flatMap((part) => seenBehind(part, evaluation));
}
