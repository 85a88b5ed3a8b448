import { firstDay } from '../../facts/index.ts';
import type { Earned, Evaluation, Stage } from '../achieve/evaluate.ts';
import { kindsOf } from '../achieve/order-of-work.ts';
import { countedFacts, lastEvidencedDay } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/view.ts';
import { areTogether } from '../whose/instance.ts';

/** The facts a line rests on: its attachment, what counted, and what vouches for an absence. */
export function factsBehind(earned: Earned, evaluation: Evaluation): readonly string[] {
  const ids = new Set(seenBehind(earned, evaluation).map(({ fact }) => fact.id));
  return [...ids];
}

/** The same by the first ids of their chains, which no correction changes. */
export function chainsBehind(earned: Earned, evaluation: Evaluation): readonly string[] {
  return [...new Set(seenBehind(earned, evaluation).map(({ id }) => id))];
}

function seenBehind(earned: Earned, evaluation: Evaluation): readonly SeenFact[] {
  const stage = evaluation.stages.find(({ version }) => version === earned.version);
  if (stage === undefined) return [];
  const attached = stage.view.factsOf('attached');
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
  if (!isAbsent || condition.presumed) return facts;
  const vouching = stage.completes.filter(
    ({ fact }) =>
      condition.kinds.includes(fact.about ?? '') &&
      fact.source === condition.completeSource &&
      firstDay(fact) <= achievement.day &&
      (fact.to ?? firstDay(fact)) >= achievement.from,
  );
  return [...facts, ...vouching];
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
