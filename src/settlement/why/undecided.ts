import { formatLength } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { chainsIn } from '../admit/admitted.ts';
import { timelyFor } from '../admit/timely-for.ts';
import type { SettledParticipant } from '../settle-participant.ts';
import type { Work } from '../work.ts';
import { dayWords } from './words.ts';

/** Claims among the facts of a line that count because nobody decided on them in time. */
export function undecidedSentences(
  facts: readonly Fact[],
  { admitted }: SettledParticipant,
  work: Work,
): readonly string[] {
  const chains = chainsIn(admitted);
  const own = chains.flatMap(({ chain }) => chain);
  const timely = timelyFor(work, () => own);
  if (timely === undefined) return [];
  const behind = new Set(facts);
  return chains.flatMap(({ chain }) =>
    chain.flatMap((link, at) => {
      // A claim that nobody decided is followed in its chain by itself, as verified.
      const claim = chain[at - 1];
      if (claim?.id !== link.id || !behind.has(link)) return [];
      const { deemed } = timely.rulesOn(link.to ?? link.day ?? claim.known) ?? {};
      if (deemed === undefined) return [];
      // Whether it was drawn to be checked is told to nobody: it is a claim until it is decided.
      return [
        `${link.id} was claimed, known on ${dayWords(claim.known)}, and nobody decided on ` +
          `it within ${formatLength(deemed.length)}: it counts as verified from ` +
          `${dayWords(link.known)} (${deemed.clause}).`,
      ];
    }),
  );
}
