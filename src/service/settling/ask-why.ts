import type { Fact, FactSource } from '../../facts/index.ts';
import { nearest, type Result } from '../../problem/index.ts';
import {
  factsById,
  factsOf,
  paymentPlanOf,
  sourceIn,
  type WhyBasis,
  whyLine,
  whyParticipant,
} from '../../settlement/index.ts';
import { lineUnknown, participantUnknown } from './problems.ts';
import {
  type Ground,
  type LeftOut,
  loadGround,
  type SettleRequest,
  settleGround,
} from './settle.ts';

/** Why a line is what it is, or how everything stands with a participant. */
export type Answer = Readonly<{
  /** Sentences about one line or one outcome at a time. */
  paragraphs: readonly (readonly string[])[];
  /** The facts that it rests on, in order of their days. */
  facts: readonly Fact[];
  /** As programs read it, with everything needed to work the amount out again. */
  data: object;
}>;

/** An answer, and what the settlement that it is about does without. */
export type Answered = Answer & Readonly<{ leftOut: LeftOut }>;

/** What is asked: about one line, or about one participant. */
export type WhyRequest = SettleRequest &
  Readonly<{ about: Readonly<{ line: string }> | Readonly<{ participant: string }> }>;

/** Answers a question about what is owed, and about what is not. */
export async function askWhy(request: WhyRequest): Promise<Result<Answered>> {
  const loaded = await loadGround(request);
  if (!loaded.ok) return loaded;
  const ground = loaded.value;
  const { about } = request;
  const { leftOut } = ground;
  if ('line' in about) {
    const answer = explainLine(ground, about.line);
    if (answer) return { ok: true, value: { ...answer, leftOut } };
    const { lines, forecast = [] } = settleGround(ground).result;
    const names = [...lines, ...forecast].map(({ line }) => line);
    return { ok: false, problems: [lineUnknown(about.line, nearest(about.line, names))] };
  }
  const { participant } = about;
  const answer = explainParticipant(ground, participant);
  if (answer) return { ok: true, value: { ...answer, leftOut } };
  const known = new Set(ground.facts.flatMap((fact) => fact.participant ?? []));
  return { ok: false, problems: [participantUnknown(participant, nearest(participant, known))] };
}

/** Why one line is what it is. */
export function explainLine(ground: Ground, line: string): Answer | undefined {
  return explain(basisOf(ground), { line });
}

/** How everything stands with one participant. */
export function explainParticipant(ground: Ground, participant: string): Answer | undefined {
  return explain(basisOf(ground), { participant });
}

/** The answer to either question, however the facts are given; nothing where there is no such. */
export function explain(basis: WhyBasis, about: WhyRequest['about']): Answer | undefined {
  const facts = sourceIn(basis.facts);
  const ground = { ...basis, facts };
  if ('participant' in about) return answerAbout(ground, about.participant);
  const why = whyLine(ground, about.line);
  return (
    why && { paragraphs: [why.sentences], facts: inOrder(factsById(facts, why.facts)), data: why }
  );
}

function answerAbout(
  basis: WhyBasis & Readonly<{ facts: FactSource }>,
  participant: string,
): Answer | undefined {
  const { facts, asAt } = basis;
  const own = factsOf(facts, participant).filter((fact) => fact.participant === participant);
  if (own.length === 0) return undefined;
  const why = whyParticipant(basis, participant);
  const lines = why.lines.map(({ sentences }) => sentences);
  const open = why.statuses.flatMap(({ status, sentences }) =>
    status === 'achieved' ? [] : [sentences],
  );
  const paragraphs = lines.length + open.length > 0 ? [...lines, ...open] : [why.sentences];
  const seen = own.filter((fact) => dayOf(fact) <= asAt.trueBy && fact.known <= asAt.knownBy);
  return { paragraphs, facts: inOrder(seen), data: why };
}

function basisOf({ plan, facts, asAt, unread, given = [], pages }: Ground): WhyBasis {
  const contracts = pages.map(({ read }) => read.contract);
  const payment = paymentPlanOf(contracts, Math.max(asAt.trueBy, asAt.knownBy));
  return { plan, facts, asAt: { ...asAt, unread, given }, payment };
}

function inOrder(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted((one, other) => dayOf(one) - dayOf(other) || (one.id < other.id ? -1 : 1));
}

function dayOf({ day, from, known }: Fact): number {
  return day ?? from ?? known;
}
