import Type, { type Static } from 'typebox';
import { factCells } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { action, type Work } from '../act/index.ts';
import { ownDrawnAmong } from '../facts-in/index.ts';
import { idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import type { Answer } from '../settling/ask-why.ts';
import { explainSettlement } from './explain-settlement.ts';
import { lineNotThere, participantWithoutFacts } from './problems.ts';
import { lineName, ofSettlement } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

/** Sentences, and what they rest on. */
export const answerOutput = Type.Object(
  {
    /** Sentences about one line or one outcome at a time. */
    paragraphs: listOf(listOf(Type.String())),
    /** The facts that it rests on, by column. */
    facts: listOf(Type.Record(Type.String(), Type.String())),
    /** As programs read it, with everything needed to work the amount out again. */
    data: Type.Unknown(),
  },
  nothingElse,
);

const forFinance = { ...wholeFor, kind: 'read' } as const;

/** Why a line of a settlement is what it is. */
export const explainLineOf = action({
  ...forFinance,
  name: 'money.explain_line',
  summary: 'Says why a line is what it is: clause, facts, price, limits, rounding.',
  input: Type.Object({ ...ofSettlement, line: lineName }, nothingElse),
  output: answerOutput,
  run: async (work, { programme, settlement, line }) => {
    const found = await explainSettlement(work, { programme, settlement }, { line });
    if (!found.ok) return found;
    if (found.value === undefined) return { ok: false, problems: [lineNotThere(line)] };
    return shown(work, programme, found.value);
  },
});

/** How everything stands with a participant: what is paid, what is not, and what would be. */
export const explainParticipantOf = action({
  ...forFinance,
  name: 'money.explain_participant',
  summary: 'Says how everything stands with a participant, paid or not, and why not.',
  input: Type.Object({ ...ofSettlement, participant: idShape }, nothingElse),
  output: answerOutput,
  run: async (work, { programme, settlement, participant }) => {
    const found = await explainSettlement(work, { programme, settlement }, { participant });
    if (!found.ok) return found;
    if (found.value === undefined) return { ok: false, problems: [participantWithoutFacts()] };
    return shown(work, programme, found.value);
  },
});

async function shown(
  work: Work,
  programme: string,
  { paragraphs, facts, data }: Answer,
): Promise<Result<Static<typeof answerOutput>>> {
  const ids = facts.map(({ id }) => id);
  const problems = await ownDrawnAmong(work, programme, ids);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      paragraphs: paragraphs.map((each) => [...each]),
      facts: facts.map(factCells),
      data,
    },
  };
}
