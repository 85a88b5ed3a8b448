import { type ColumnSource, firstDayIn, numberIn, ownFacts } from '../../facts/index.ts';
import { type Plan, whyNotTakenOn } from '../../settlement/index.ts';
import { openSeen, type SeenFacts, seenOf, seeParticipant, sortOfKind } from './seen-facts.ts';

/** What is seen of all participants: facts are looked at of those alone of whom any is noted. */
export function seenOfAll(plan: Plan, source: ColumnSource): SeenFacts {
  const seeing = openSeen(plan);
  const isNoted = notedTest(plan, source);
  for (let at = 0; at < source.participantCount; at += 1) {
    if (isNoted(at)) seeParticipant(seeing, ownFacts(source, at));
  }
  return seenOf(seeing);
}

/** Whether a fact of one may have no effect, or some are declared and none says that it came. */
function notedTest(plan: Plan, { columns, starts }: ColumnSource): (at: number) => boolean {
  const kinds = columns.kind.pool.values;
  const sorts = [undefined, ...kinds.map(sortOfKind)];
  return (at) => {
    const end = starts[at + 1] as number;
    let [hasCome, isRecorded] = [false, false];
    for (let row = starts[at] as number; row < end; row += 1) {
      const number = numberIn(columns.kind.cells, row);
      const sort = sorts[number];
      if (sort === 'counted') return true;
      if (sort === 'declared') isRecorded = true;
      if (sort !== 'comes') continue;
      hasCome = true;
      const came = { kind: kinds[number - 1] as string, day: firstDayIn(columns, row) };
      if (whyNotTakenOn(plan, came) !== undefined) return true;
    }
    return isRecorded && !hasCome;
  };
}
