import { byParticipant, type Fact, type FactSource } from '../../facts/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { SettlementResult } from '../result.ts';
import type { Cause, Change } from './change.ts';
import { causeFinder } from './find-cause.ts';
import { type MovedLine, movedLines, portionsOf } from './moved-lines.ts';

/** Two settlements of one contract, and what the later rests on. */
export type Differing = Readonly<{
  now: SettlementResult;
  /** The last settlement: as each is of everything owed to date, all that was settled before. */
  previous?: SettlementResult;
  /**
   * What this engine gives now for the days of the previous one; without it no cause is sought in
   * the terms, the engine or the facts given.
   */
  anew?: SettlementResult;
  plan: Plan;
  /** As many as there may be where they are made as they are asked for. */
  facts: readonly Fact[] | FactSource;
}>;

/**
 * What to pay and to take back now. Where what is owed for a line differs from what was settled,
 * the old amount is taken back whole and the new one paid, so that settling twice changes nothing
 * and all changes of all settlements add up to what is owed.
 */
export function difference({ previous, facts, ...rest }: Differing): readonly Change[] {
  const moved = movedLines(rest.now, previous);
  const source = 'participantAt' in facts ? facts : byParticipant(facts);
  const causeOf = previous ? causeFinder({ ...rest, previous, source, moved }) : () => first;
  return moved.filter(({ isChange }) => isChange).map((line) => changeOf(line, causeOf(line)));
}

const first: Cause = { is: 'first' };

/** What a line changes that nothing was settled before of. */
export function firstChange(moved: MovedLine): Change {
  return changeOf(moved, first);
}

function changeOf({ name, line, was, now }: MovedLine, cause: Cause): Change {
  const { clause, outcome, participant, provider, payee } = line;
  return {
    line: name,
    clause,
    outcome,
    ...(participant === undefined ? {} : { participant }),
    provider,
    payee,
    takenBack: was ? portionsOf(was.line) : [],
    paid: now ? portionsOf(now.line) : [],
    cause,
  };
}
