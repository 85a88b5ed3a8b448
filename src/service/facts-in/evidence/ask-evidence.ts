import { randomUUID } from 'node:crypto';
import Type, { type TLiteral } from 'typebox';
import { assert, type Result } from '../../../problem/index.ts';
import { addEvidenceAsked, listAskedFor, listChain } from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { chainOf } from '../verify/chain-of.ts';
import { findOwnHand } from '../verify/own-hand.ts';
import { claimDecidedMeanwhile, claimNotThere } from '../verify/problems.ts';
import { type AskReason, askReasons } from './asks.ts';
import { askedAlready, askNotNeeded, askWithoutReason } from './problems.ts';

const reasons = Object.keys(askReasons) as AskReason[];

type Ask = Readonly<{ programme: string; fact: string; reason?: AskReason | undefined }>;

export const askEvidence = action({
  name: 'facts.ask_for_evidence',
  kind: 'change',
  who: ['verifier'],
  parts: ['commissioner', 'verifier'],
  summary: 'Asks whoever claimed a fact to show more; the claim goes on waiting.',
  input: Type.Object(
    {
      programme: Type.String(),
      fact: Type.String({ format: 'uuid' }),
      reason: Type.Optional(
        Type.Union(reasons.map((each): TLiteral<AskReason> => Type.Literal(each))),
      ),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ asked: Type.String() }),
  run: async (work, input) => ask(work, input),
});

async function ask(
  work: Work,
  { programme, fact, reason }: Ask,
): Promise<Result<{ asked: string }>> {
  const { tx, actor, now } = work;
  assert(actor.kind === 'account' && actor.organisation, 'somebody asks for an organisation');
  if (reason === undefined) return { ok: false, problems: [askWithoutReason()] };
  const chain = chainOf(await listChain(tx, programme, fact), fact);
  const [stored] = chain;
  if (stored === undefined) return { ok: false, problems: [claimNotThere()] };
  if (stored.isReplaced) return { ok: false, problems: [claimDecidedMeanwhile()] };
  // Before it is said where the claim stands: by that, its writer would know whether it was drawn.
  const ownHand = await findOwnHand(work, programme, chain);
  if (ownHand !== undefined) return { ok: false, problems: [ownHand] };
  if (stored.state !== 'claimed' && stored.state !== 'waiting') {
    return { ok: false, problems: [askNotNeeded()] };
  }
  const open = await listAskedFor(tx, programme, [fact]);
  if (open.length > 0) return { ok: false, problems: [askedAlready()] };
  // What was drawn to be checked was written by the service: whoever claimed it first is asked.
  const first = chain.at(-1) ?? stored;
  const asked = randomUUID();
  await addEvidenceAsked(tx, {
    programme,
    id: asked,
    participant: stored.participant,
    fact,
    askedOf: first.sender,
    organisation: actor.organisation.id,
    account: actor.account,
    at: now,
    reason,
  });
  work.note({ programme, about: { asked, fact, reason } });
  return { ok: true, value: { asked } };
}
