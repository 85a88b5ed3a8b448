import { compareTexts, type Fact, type FactSource } from '../../facts/index.ts';

/**
 * Finds the facts of a participant in a source that makes them as they are asked for: quickest
 * where participants are asked about in their order.
 */
export function factsInTurn(source: FactSource): (participant: string) => readonly Fact[] {
  const { participantCount, participantAt } = source;
  let place = 0;
  let asked = '';
  let next = participantCount === 0 ? undefined : participantAt(0);
  const moveTo = (to: number): void => {
    place = to;
    next = place < participantCount ? participantAt(place) : undefined;
  };
  return (participant) => {
    if (compareTexts(participant, asked) < 0) moveTo(0);
    asked = participant;
    while (next !== undefined && compareTexts(next.participant, participant) < 0) {
      moveTo(place + 1);
    }
    return next?.participant === participant ? next.facts : [];
  };
}
