import Type from 'typebox';
import { type Fact, factCells } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { listFactsById, type StoredFact } from '../../store/facts/index.ts';
import { findProgramme, listParties } from '../../store/index.ts';
import { findLine, findSettlement } from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { asClaimed, claimsDrawn } from '../facts-in/index.ts';
import { protectionIn } from '../people/protect-participant.ts';
import { listOf, nothingElse } from '../programmes/shapes.ts';
import { answerOutput } from './explain.ts';
import { explainSettlement } from './explain-settlement.ts';
import { lineNotThere, settlementNotThere } from './problems.ts';
import { lineName, ofSettlement } from './shapes.ts';

/**
 * Why a line of an approved statement is so, for its payee. Facts are read that whoever asks may
 * not see; what is answered rests on the line's own participant alone. What belongs to another
 * provider counts, and is not shown; of somebody protected nothing is that whoever asks has not
 * recorded or been sent. Both read alike, so that nobody learns from it who is protected.
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
  output: Type.Object(
    {
      paragraphs: answerOutput.properties.paragraphs,
      facts: listOf(Type.Record(Type.String(), Type.String())),
      /** How many more facts count, which are not the provider’s to see. */
      others: Type.Integer(),
    },
    nothingElse,
  ),
  run: explainOwn,
});

type OwnLine = Readonly<{ programme: string; settlement: string; line: string }>;

async function explainOwn(work: Work, { programme, settlement, line }: OwnLine) {
  const participant = await findOwn(work, { programme, settlement, line });
  if (!participant.ok) return participant;
  const found = await explainSettlement(work, { programme, settlement }, { line });
  if (!found.ok) return found;
  const answer = found.value;
  if (answer === undefined) return { ok: false, problems: [lineNotThere(line)] } as const;
  const whose = participant.value;
  const { paragraphs, facts } = answer;
  const hidden = await othersAmong(work, { programme, participant: whose }, facts);
  const own = facts.filter(({ id }) => !hidden.has(id));
  const about = own.filter((fact) => fact.participant !== undefined && fact.participant === whose);
  const names = namesIn(facts, { hidden, whose });
  const others = facts.filter((fact) => hidden.has(fact.id) && fact.participant === whose).length;
  const value = {
    paragraphs: paragraphs.map((sentences) => withoutNames(sentences, names)),
    facts: await asOwnFacts(work, programme, about),
    others,
  };
  return { ok: true, value } as const;
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

/** The cells of facts: whoever claims does not learn which were drawn to be checked. */
async function asOwnFacts({ tx }: Work, programme: string, facts: readonly Fact[]) {
  const ids = facts.map(({ id }) => id);
  const stored = await listFactsById(tx, programme, ids);
  const claimOf = await claimsDrawn(tx, programme, stored);
  const drawn = new Set(stored.filter((fact) => claimOf(fact) !== undefined).map(({ id }) => id));
  return facts.map((fact): Readonly<Record<string, string>> => {
    const cells = factCells(fact);
    if (cells.state === undefined || !drawn.has(fact.id)) return cells;
    return { ...cells, state: asClaimed(cells.state) };
  });
}

type Whose = Readonly<{ programme: string; participant: string | undefined }>;

/** The facts among these that are not for the provider who asks. */
async function othersAmong(
  work: Work,
  { programme, participant }: Whose,
  facts: readonly Fact[],
): Promise<ReadonlySet<string>> {
  const here = work.actor.kind === 'account' ? work.actor.organisation?.id : undefined;
  const parties = await listParties(work.tx, programme);
  const seesAll = parties.some(({ organisation, part }) => {
    return organisation === here && partsThatSeeFacts.has(part);
  });
  if (seesAll) return new Set();
  const isKept = await isProtected(work, { programme, participant });
  const isOfProvider = providersFacts(parties);
  const ids = facts.map(({ id }) => id);
  const stored = await listFactsById(work.tx, programme, ids);
  const hidden = stored.filter((fact) => {
    const isReached = fact.sender === here || fact.provider === here;
    return !isReached && (isKept || isOfProvider(fact));
  });
  return new Set(hidden.map(({ id }) => id));
}

const partsThatSeeFacts: ReadonlySet<string> = new Set(['commissioner', 'verifier', 'auditor']);

async function isProtected(work: Work, { programme, participant }: Whose): Promise<boolean> {
  if ((await findProgramme(work.tx, programme))?.isAboutSafety === true) return true;
  return (
    participant !== undefined && (await protectionIn(work, { programme, participant })).isProtected
  );
}

/** Whether a fact is one provider's: of a stay with it, or sent by it. */
function providersFacts(
  parties: Awaited<ReturnType<typeof listParties>>,
): (fact: StoredFact) => boolean {
  const others = parties.filter(({ part }) => partsThatSeeFacts.has(part));
  const buying = new Set(others.map(({ organisation }) => organisation));
  const providers = new Set(
    parties.filter(({ part }) => part === 'provider').map(({ organisation }) => organisation),
  );
  return ({ provider, sender }) =>
    provider !== null || (providers.has(sender) && !buying.has(sender));
}

type Seen = Readonly<{ hidden: ReadonlySet<string>; whose: string | undefined }>;

/** What no sentence may name: facts that are hidden, and people that the line is not of. */
function namesIn(facts: readonly Fact[], { hidden, whose }: Seen): readonly string[] {
  return facts.flatMap(({ id, participant }) => [
    ...(hidden.has(id) ? [id] : []),
    ...(hidden.has(id) && participant !== undefined && participant !== whose ? [participant] : []),
  ]);
}

function withoutNames(sentences: readonly string[], names: readonly string[]): readonly string[] {
  return sentences.filter((sentence) => !names.some((name) => sentence.includes(name)));
}
