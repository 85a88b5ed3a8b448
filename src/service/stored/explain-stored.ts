import type { Result } from '../../problem/index.ts';
import type { Work } from '../act/index.ts';
import { readSealed } from '../facts-in/load-facts.ts';
import type { Answer } from '../settling/ask-why.ts';
import { openSettling, type StoredAsked } from './settle-stored.ts';
import type { AboutAsked, Given } from './settling.ts';

/** What is asked, of what is in the store. */
export type ExplainAsked = Omit<StoredAsked, 'previous' | 'given'> &
  Readonly<{
    about: AboutAsked;
    /** Of whom facts are read; of everybody where nobody is named. */
    participants: readonly string[] | undefined;
    /** What was settled for those whose facts can no longer be read. */
    given: (erased: readonly string[]) => Promise<Given | undefined>;
  }>;

/**
 * Answers why something is so in a settlement of what is in the store. Facts are opened into
 * columns, of one participant alone where nothing rests on the others, and of many on a thread of
 * its own; no line is read but of those erased.
 */
export async function explainStored(
  work: Pick<Work, 'tx' | 'service'>,
  { participants, about, given, ...asked }: ExplainAsked,
): Promise<Result<Answer | undefined>> {
  const { programme, through } = asked;
  const settling = openSettling(asked);
  try {
    const facts = { programme, through, participants };
    const erased = await readSealed(work, facts, async ({ bytes, keys }) =>
      settling.takeFacts({ bytes, keys }),
    );
    if (!erased.ok) return erased;
    return { ok: true, value: await settling.explain(about, await given(erased.value)) };
  } finally {
    await settling.close();
  }
}
