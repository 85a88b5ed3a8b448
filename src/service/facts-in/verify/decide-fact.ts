import Type, { type TLiteral } from 'typebox';
import { factCells } from '../../../facts/index.ts';
import type { Problem, Result } from '../../../problem/index.ts';
import { listChain, nobody, type StoredFact } from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { addFacts, type FactCells } from '../add-facts.ts';
import { openStored } from '../shown-facts.ts';
import { chainOf } from './chain-of.ts';
import { findOwnHand } from './own-hand.ts';
import { claimDecidedMeanwhile, claimNotThere, reasonMissing } from './problems.ts';
import { type RejectionReason, rejectionReasons } from './reasons.ts';

const reasons = Object.keys(rejectionReasons) as RejectionReason[];

/** What a verifier finds. */
type Finding = Readonly<{
  programme: string;
  fact: string;
  finding: 'verified' | 'rejected';
  reason?: RejectionReason | undefined;
}>;

export const decideFact = action({
  name: 'facts.decide',
  kind: 'change',
  who: ['verifier'],
  parts: ['commissioner', 'verifier'],
  summary: 'Verifies or rejects a fact. It is undone by deciding again, by somebody else.',
  input: Type.Object(
    {
      programme: Type.String(),
      fact: Type.String({ format: 'uuid' }),
      finding: Type.Union([Type.Literal('verified'), Type.Literal('rejected')]),
      reason: Type.Optional(
        Type.Union(reasons.map((each): TLiteral<RejectionReason> => Type.Literal(each))),
      ),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ state: Type.String() }),
  run: async (work, input) => decide(work, input),
});

async function decide(work: Work, finding: Finding): Promise<Result<{ state: string }>> {
  const { programme, fact: id } = finding;
  const chain = chainOf(await listChain(work.tx, programme, id), id);
  const [stored] = chain;
  if (stored === undefined) return { ok: false, problems: [claimNotThere()] };
  const against = await findObjection(work, finding, chain);
  if (against !== undefined) return { ok: false, problems: [against] };
  const opened = await openStored(work, programme, [stored]);
  if (!opened.ok) return opened;
  const [found] = opened.value;
  if (found === undefined) return { ok: false, problems: [claimNotThere()] };
  const { known: _, ...same } = factCells(found.fact);
  const cells: FactCells = {
    ...withMethod(same, finding),
    ...(stored.participant === nobody ? {} : { participant: stored.participant }),
    id: '',
    replaces: id,
    state: finding.finding,
  };
  const added = await addFacts(work, programme, { way: 'form', facts: [cells], isVerifying: true });
  return added.ok ? { ok: true, value: { state: finding.finding } } : added;
}

// The reason stands where the method stands, as a code; what is verified is the same again.
function withMethod(cells: FactCells, { finding, reason }: Finding): FactCells {
  if (finding === 'rejected') return { ...cells, method: reason ?? '' };
  const { method, ...rest } = cells;
  const isReason = method !== undefined && method in rejectionReasons;
  return method === undefined || isReason ? rest : { ...rest, method };
}

async function findObjection(
  work: Work,
  { programme, finding, reason }: Finding,
  chain: readonly StoredFact[],
): Promise<Problem | undefined> {
  if (chain[0]?.isReplaced !== false) return claimDecidedMeanwhile();
  if (finding === 'rejected' && reason === undefined) return reasonMissing();
  return findOwnHand(work, programme, chain);
}
