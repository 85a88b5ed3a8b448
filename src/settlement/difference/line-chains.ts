import type { AsAt, Fact } from '../../facts/index.ts';
import { evaluate } from '../achieve/evaluate.ts';
import type { Earned, Evaluation } from '../achieve/stage.ts';
import { admit } from '../admit/admit.ts';
import { lineName } from '../pay/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { chainsBehind } from '../why/facts-behind.ts';
import { workOn } from '../work.ts';

/** Finds, by its name, the first ids of the facts on which a participant's line rests. */
export type ChainFinder = (participant: string, line: string) => readonly string[];

/** The facts of each participant, and those of nobody. */
export type WhoseFacts = Readonly<{
  factsOf: (participant: string) => readonly Fact[];
  others: readonly Fact[];
}>;

/**
 * Finds them as at two days. What a participant achieved is worked out when it is asked about: of
 * most nothing has moved, and nothing is asked. It is kept until another is asked about.
 */
export function chainFinder(plan: Plan, { factsOf, others }: WhoseFacts, asAt: AsAt): ChainFinder {
  const work = workOn(plan, asAt, { others, unread: [] });
  const { trueBy, knownBy } = asAt;
  const sight = { knownBy, horizon: Math.min(trueBy, knownBy), reading: 'firm' } as const;
  const achievedBy = (participant: string): Achieved => {
    const facts = factsOf(participant);
    return { participant, ...byName(evaluate(work, admit(facts, asAt, work), sight)) };
  };
  let last: Achieved | undefined;
  return (participant, line) => {
    if (last?.participant !== participant) last = achievedBy(participant);
    const earned = last.earned.get(withoutContributor(line));
    return earned ? chainsBehind(earned, last.evaluation) : [];
  };
}

type Achieved = Named & Readonly<{ participant: string }>;

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
