import type { AsAt, FactsByParticipant } from '../../facts/index.ts';
import { type Earned, type Evaluation, evaluate } from '../achieve/evaluate.ts';
import { admit } from '../admit/admit.ts';
import { lineName } from '../pay/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { chainsBehind } from '../why/facts-behind.ts';
import { workOn } from '../work.ts';

/** Finds, by its name, the first ids of the facts on which a participant's line rests. */
export type ChainFinder = (participant: string, line: string) => readonly string[];

/**
 * Finds them as at two days. What a participant achieved is worked out when it is first asked
 * about: of most nothing has moved, and nothing is asked.
 */
export function chainFinder(
  plan: Plan,
  { participants, others }: FactsByParticipant,
  asAt: AsAt,
): ChainFinder {
  const work = workOn(plan, asAt, { others, unread: [] });
  const { trueBy, knownBy } = asAt;
  const sight = { knownBy, horizon: Math.min(trueBy, knownBy), reading: 'firm' } as const;
  const factsOf = new Map(participants.map((each) => [each.participant, each.facts] as const));
  const seen = new Map<string, Named>();
  const achievedBy = (participant: string) => {
    const facts = factsOf.get(participant) ?? [];
    return byName(evaluate(work, admit(facts, asAt, work), sight));
  };
  return (participant, line) => {
    const achieved = seen.get(participant) ?? achievedBy(participant);
    seen.set(participant, achieved);
    const earned = achieved.earned.get(withoutContributor(line));
    return earned ? chainsBehind(earned, achieved.evaluation) : [];
  };
}

type Named = Readonly<{ evaluation: Evaluation; earned: ReadonlyMap<string, Earned> }>;

function byName(evaluation: Evaluation): Named {
  const named = evaluation.earned.map((earned) => {
    return [lineName({ earned, payee: earned.attachment.provider }), earned] as const;
  });
  return { evaluation, earned: new Map(named) };
}

/** Clause, attachment, provider and number; a contributor's share rests on the same facts. */
function withoutContributor(line: string): string {
  return line.split('|').slice(0, 4).join('|');
}
