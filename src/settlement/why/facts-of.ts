import { byParticipant, compareTexts, type Fact, type FactSource } from '../../facts/index.ts';

/** Facts by participant, however they are given. */
export function sourceIn(facts: readonly Fact[] | FactSource): FactSource {
  return 'participantAt' in facts ? facts : byParticipant(facts);
}

/** Where a participant stands among all, who stand in the order of their references. */
export function placeOf(source: FactSource, participant: string): number | undefined {
  let [low, high] = [0, source.participantCount - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareTexts(source.participantAt(middle).participant, participant);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The facts about one participant, and those that are about nobody. */
export function factsOf(source: FactSource, participant: string | undefined): readonly Fact[] {
  const at = participant === undefined ? undefined : placeOf(source, participant);
  return at === undefined ? source.others : [...source.participantAt(at).facts, ...source.others];
}

/** The facts among all that are asked for by their ids; none is made again once all are found. */
export function factsById(source: FactSource, ids: readonly string[]): readonly Fact[] {
  const left = new Set(ids);
  const found: Fact[] = [];
  const look = (facts: readonly Fact[]) => {
    for (const fact of facts) if (left.delete(fact.id)) found.push(fact);
  };
  look(source.others);
  for (let at = 0; at < source.participantCount && left.size > 0; at += 1) {
    look(source.participantAt(at).facts);
  }
  return found;
}

/** Whose an attachment is. */
export function attachedTo(source: FactSource, attachment: string | undefined): string | undefined {
  for (let at = 0; attachment !== undefined && at < source.participantCount; at += 1) {
    const { participant, facts } = source.participantAt(at);
    if (facts.some(({ kind, id }) => kind === 'attached' && id === attachment)) return participant;
  }
  return undefined;
}
