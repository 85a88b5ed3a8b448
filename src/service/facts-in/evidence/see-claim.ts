import Type, { type Static } from 'typebox';
import type { Day } from '../../../calendar/index.ts';
import type { Contract } from '../../../contract/index.ts';
import {
  type EvidenceAsked,
  listAskedFor,
  listAskedOf,
  listEvidenceOf,
  listFactsById,
} from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { factsBeforePage } from '../problems.ts';
import { findRules } from '../programme-rules.ts';
import { proofOf } from '../proof-of.ts';
import { openStored, showFacts, shownFactSchema } from '../shown-facts.ts';
import { decidedBy } from '../verify/decided-by.ts';
import { claimNotThere } from '../verify/problems.ts';
import { partsThatSend, whoSends } from '../who-sends.ts';
import { type AskReason, askReasons } from './asks.ts';

const claimed = Type.Object({
  fact: shownFactSchema,
  participant: Type.String(),
  enough: Type.Optional(Type.String({ description: 'What the page says is enough to show it.' })),
  decideBy: Type.Optional(Type.String({ description: 'The last day for deciding on it.' })),
  isWaiting: Type.Boolean({ description: 'Whether nobody has decided on it so far.' }),
  /** What a verifier asked for and nobody has answered. */
  asked: Type.Optional(
    Type.Object({ at: Type.String(), reason: Type.String(), words: Type.String() }),
  ),
  shown: Type.Array(Type.Object({ type: Type.String(), bytes: Type.Integer(), at: Type.String() })),
});

type Claimed = Static<typeof claimed>;

export const seeClaim = action({
  name: 'facts.see_claim',
  kind: 'read',
  who: whoSends,
  parts: partsThatSend,
  summary: 'A fact with what is enough to show it, what your organisation sent and what is asked.',
  input: Type.Object(
    { programme: Type.String(), fact: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: claimed,
  run: async (work, { programme, fact }) => {
    const contract = await findContract(work, programme);
    if (contract === undefined) return { ok: false, problems: [factsBeforePage()] };
    const asked = await listAskedFor(work.tx, programme, [fact]);
    const [found] = await claimsOf(work, { programme, contract }, { ids: [fact], asked });
    return found === undefined
      ? { ok: false, problems: [claimNotThere()] }
      : { ok: true, value: found };
  },
});

export const evidenceAsked = action({
  name: 'facts.list_evidence_asked',
  kind: 'read',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Claims of your organisation of which a verifier asks to be shown more.',
  input: Type.Object({ programme: Type.String() }, { additionalProperties: false }),
  output: Type.Object({ claims: Type.Array(claimed) }),
  run: async (work, { programme }) => {
    const { actor, tx } = work;
    const organisation = actor.kind === 'account' ? actor.organisation?.id : undefined;
    const contract = await findContract(work, programme);
    if (organisation === undefined || contract === undefined) {
      return { ok: true, value: { claims: [] } };
    }
    const asked = await listAskedOf(tx, { programme, organisation });
    const ids = asked.map(({ fact }) => fact);
    return {
      ok: true,
      value: { claims: await claimsOf(work, { programme, contract }, { ids, asked }) },
    };
  },
});

async function findContract({ tx }: Work, programme: string): Promise<Contract | undefined> {
  return (await findRules(tx, programme))?.contracts.at(-1);
}

type Under = Readonly<{ programme: string; contract: Contract }>;
type Which = Readonly<{ ids: readonly string[]; asked: readonly EvidenceAsked[] }>;

/** Facts as those see them who have to show them; those that cannot be opened are left out. */
async function claimsOf(
  work: Work,
  { programme, contract }: Under,
  { ids, asked }: Which,
): Promise<Claimed[]> {
  const opened = await openStored(work, programme, await listFactsById(work.tx, programme, ids));
  if (!opened.ok) return [];
  const shown = await showFacts(work, programme, opened.value);
  const evidence = await listEvidenceOf(work.tx, programme, ids);
  const proof = proofOf(contract);
  return shown.map((fact, at) => {
    const known = fact.known as Day;
    const { decideBy } = decidedBy(contract, { known, today: work.today as Day });
    const enough = proof.evidenceFor(fact.kind);
    const isWaiting = !fact.isReplaced && (fact.state === 'claimed' || fact.state === 'waiting');
    const question = asked.find((each) => each.fact === fact.id);
    return {
      fact,
      participant: opened.value[at]?.stored.participant ?? '',
      ...(enough === undefined ? {} : { enough }),
      ...(decideBy === undefined || !isWaiting ? {} : { decideBy }),
      isWaiting,
      ...(question === undefined ? {} : { asked: askedOf(question) }),
      shown: evidence
        .filter((each) => each.fact === fact.id)
        .map(({ type, bytes, at: sentAt }) => ({ type, bytes: Number(bytes), at: sentAt })),
    };
  });
}

/** What is asked, and why in words. */
export function askedOf({ at, reason }: EvidenceAsked) {
  return { at, reason, words: askReasons[reason as AskReason] ?? reason };
}
