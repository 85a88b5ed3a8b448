import Type from 'typebox';
import { factCells } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { listParties } from '../../store/index.ts';
import { findLine, findSettlement } from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import { type Answer, explainLine, explainParticipant } from '../settling/ask-why.ts';
import { lineNotThere, participantWithoutFacts, settlementNotThere } from './problems.ts';
import { lineName, ofSettlement } from './shapes.ts';
import { storedGround } from './stored-ground.ts';
import { wholeFor } from './who-sees.ts';

const answerOutput = Type.Object(
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
    const found = await storedGround(work, { programme, settlement });
    if (!found.ok) return found;
    const answer = explainLine(found.value.ground, line);
    return answer === undefined
      ? { ok: false, problems: [lineNotThere(line)] }
      : { ok: true, value: shown(answer) };
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
    const found = await storedGround(work, { programme, settlement });
    if (!found.ok) return found;
    const answer = explainParticipant(found.value.ground, participant);
    return answer === undefined
      ? { ok: false, problems: [participantWithoutFacts()] }
      : { ok: true, value: shown(answer) };
  },
});

/**
 * The same to its payee, of a line of an approved statement. All facts are needed to say why, also
 * those that the payee may not see; what is answered rests on the line's own participant alone.
 */
export const explainOwnLine = action({
  name: 'money.explain_own_line',
  kind: 'read',
  who: ['provider_finance'],
  parts: ['provider'],
  showsMoney: true,
  reach: { reach: 'upkeep' },
  summary: 'Says to a provider why a line of its own statement is what it is.',
  input: Type.Object({ ...ofSettlement, line: lineName }, nothingElse),
  output: Type.Omit(answerOutput, ['data']),
  run: explainOwn,
});

type OwnLine = Readonly<{ programme: string; settlement: string; line: string }>;

async function explainOwn(work: Work, { programme, settlement, line }: OwnLine) {
  const participant = await findOwn(work, { programme, settlement, line });
  if (!participant.ok) return participant;
  const found = await storedGround(work, { programme, settlement });
  if (!found.ok) return found;
  const answer = explainLine(found.value.ground, line);
  if (answer === undefined) return { ok: false, problems: [lineNotThere(line)] } as const;
  const { paragraphs, facts } = answer;
  const own = facts.filter(
    (fact) => fact.participant !== undefined && fact.participant === participant.value,
  );
  return { ok: true, value: { paragraphs, facts: own.map(factCells) } } as const;
}

/** Whose line it is, if it stands in an approved statement of who asks. */
async function findOwn(
  { tx, actor }: Work,
  { programme, settlement, line }: OwnLine,
): Promise<Result<string | undefined>> {
  const organisation = actor.kind === 'account' ? actor.organisation?.id : undefined;
  const stored = await findSettlement(tx, { programme, settlement });
  if (stored?.state !== 'approved') return { ok: false, problems: [settlementNotThere()] };
  const parties = await listParties(tx, programme);
  const names = parties
    .filter((party) => party.part === 'provider' && party.organisation === organisation)
    .map(({ name }) => name);
  const asked = { programme, settlement, currency: stored.currency, line };
  const found = (await findLine(tx, asked))?.line;
  return found !== undefined && names.includes(found.payee)
    ? { ok: true, value: found.participant }
    : { ok: false, problems: [lineNotThere(line)] };
}

function shown({ paragraphs, facts, data }: Answer) {
  return { paragraphs, facts: facts.map(factCells), data };
}
