import Type, { type Static } from 'typebox';
import { parseDay } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import { takesDiscount } from '../../market/index.ts';
import { compareFractions, type Fraction, formatDecimal, parsePercent } from '../../money/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  addDiscountProposal,
  type DiscountProposal,
  decideDiscountProposal,
  findDiscountProposal,
  listAdmittedDiscounts,
  listDiscountProposals,
  listProviders,
} from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { addFacts } from '../facts-in/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { dayShape, idShape, listOf, momentShape, nothingElse } from '../programmes/shapes.ts';
import { type DiscountReason, discountReasonShape } from './discount-reasons.ts';
import { deciders, mayReadSums, signatories } from './may-join.ts';
import { ownOf } from './pause.ts';
import {
  discountDayPassed,
  discountDecidedAlready,
  discountNotDay,
  discountNotOnPage,
  discountNotShare,
  discountNotThere,
  discountOfYours,
  discountWithoutReason,
} from './problems.ts';
import { boundPage, findJoined } from './take-step.ts';

const proposed = Type.Object(
  {
    programme: idShape,
    /** The share that is taken off its prices, as in 5%. */
    discount: Type.String({ maxLength: 20 }),
    /** From which day, as in 2027-05-01: today or a later one. */
    from: Type.String({ maxLength: 40 }),
  },
  nothingElse,
);

/** A provider proposes another discount than it was admitted with. */
export const proposeDiscount = action({
  name: 'joining.propose_discount',
  kind: 'change',
  who: signatories,
  parts: ['provider'],
  summary: 'Proposes to the commissioner what your organisation takes off its prices from a day.',
  input: proposed,
  output: Type.Object({ number: Type.Integer() }, nothingElse),
  run: propose,
});

async function propose(
  work: Work,
  { programme, discount, from }: Static<typeof proposed>,
): Promise<Result<{ number: number }>> {
  const may = mayReadSums(work);
  if (!may.ok) return may;
  const whose = ownOf(work, programme);
  const provider = await findJoined(work, whose);
  if (!provider.ok) return provider;
  const problems = [
    ...pageProblems(await boundPage(work, whose)),
    ...(shareOf(discount) === undefined ? [discountNotShare(discount)] : []),
    ...dayProblems(from, work.today),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const by = actingFor(work).account;
  const made = { share: discount.trim(), fromOn: from, by, at: work.now };
  const number = await addDiscountProposal(work.tx, whose, made);
  work.note({ programme, about: { provider: whose.organisation, number, from } });
  return { ok: true, value: { number } };
}

function pageProblems(contract: Contract): readonly Problem[] {
  return takesDiscount(contract) ? [] : [discountNotOnPage()];
}

function dayProblems(from: string, today: string): readonly Problem[] {
  if (parseDay(from) === undefined) return [discountNotDay(from)];
  return from < today ? [discountDayPassed(from)] : [];
}

function shareOf(written: string): Fraction | undefined {
  const share = parsePercent(written.trim());
  if (share === undefined) return undefined;
  const isShare =
    compareFractions(share, { numerator: 0n, denominator: 1n }) >= 0 &&
    compareFractions(share, { numerator: 1n, denominator: 1n }) <= 0;
  return isShare ? share : undefined;
}

const decision = Type.Object(
  {
    programme: idShape,
    organisation: idShape,
    number: Type.Integer({ minimum: 1 }),
    isAccepted: Type.Boolean(),
    /** Why it is refused. */
    reason: Type.Optional(discountReasonShape),
  },
  nothingElse,
);

/** The commissioner agrees to a discount, or does not; settlement is told by a fact of that day. */
export const decideDiscount = action({
  name: 'joining.decide_discount',
  kind: 'change',
  who: deciders,
  parts: ['commissioner'],
  summary: 'Agrees to a discount that a provider proposes from a day, or does not.',
  input: decision,
  output: Type.Object({ state: Type.Enum(['accepted', 'refused']) }, nothingElse),
  run: decide,
});

async function decide(
  work: Work,
  { isAccepted, reason, ...asked }: Static<typeof decision>,
): Promise<Result<{ state: 'accepted' | 'refused' }>> {
  const may = mayReadSums(work);
  if (!may.ok) return may;
  const { programme } = asked;
  const found = await findDiscountProposal(work.tx, asked);
  if (found === undefined) return { ok: false, problems: [discountNotThere()] };
  if (found.state !== 'proposed') {
    return { ok: false, problems: [discountDecidedAlready(found.state)] };
  }
  if (found.proposedBy === actingFor(work).account) {
    return { ok: false, problems: [discountOfYours()] };
  }
  if (isAccepted && found.fromOn < work.today) {
    return { ok: false, problems: [discountDayPassed(found.fromOn)] };
  }
  if (!isAccepted && reason === undefined) {
    return { ok: false, problems: [discountWithoutReason()] };
  }
  const provider = await findJoined(work, asked);
  if (!provider.ok) return provider;
  const state = isAccepted ? 'accepted' : 'refused';
  const why = isAccepted ? null : (reason ?? null);
  const said = { state, reason: why, by: actingFor(work).account, at: work.now } as const;
  if (!(await decideDiscountProposal(work.tx, asked, said))) {
    return { ok: false, problems: [discountDecidedAlready('decided')] };
  }
  const told = isAccepted ? await tell(work, provider.value.name, found) : undefined;
  if (told?.ok === false) return told;
  const { organisation, number } = asked;
  work.note({ programme, about: { provider: organisation, number, state } });
  return { ok: true, value: { state } };
}

// Announced as at admission: it is known from its own day on.
async function tell(work: Work, provider: string, { programme, share, fromOn }: DiscountProposal) {
  const value = formatDecimal(shareOf(share) ?? { numerator: 0n, denominator: 1n });
  const facts = [{ kind: 'discount', provider, day: fromOn, value }];
  return addFacts(work, programme, { way: 'service', facts });
}

const proposal = Type.Object(
  {
    organisation: idShape,
    provider: Type.String(),
    number: Type.Integer(),
    discount: Type.String(),
    from: dayShape,
    state: Type.Enum(['proposed', 'accepted', 'refused', 'replaced']),
    proposedAt: momentShape,
    decidedAt: Type.Optional(momentShape),
    /** Why it was refused. */
    reason: Type.Optional(discountReasonShape),
  },
  nothingElse,
);

const admitted = Type.Object(
  { organisation: idShape, provider: Type.String(), discount: Type.String(), from: dayShape },
  nothingElse,
);

const listed = Type.Object(
  {
    proposals: listOf(proposal),
    /** What providers offered in their applications and were admitted with. */
    admitted: listOf(admitted),
  },
  nothingElse,
);

/** What was proposed, and what came of it; a provider its own. */
export const listDiscounts = action({
  name: 'joining.list_discounts',
  kind: 'read',
  who: [...deciders, 'provider_finance', 'administrator', 'finance_preparer', 'auditor'],
  parts: ['commissioner', 'provider', 'auditor'],
  summary: 'Lists the discounts that providers proposed after admission; a provider its own.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: listed,
  run: list,
});

async function list(
  work: Work,
  { programme }: Readonly<{ programme: string }>,
): Promise<Result<Static<typeof listed>>> {
  const may = mayReadSums(work);
  if (!may.ok) return may;
  const { tx } = work;
  const providers = await listProviders(tx, programme);
  const names = new Map(providers.map(({ organisation, name }) => [organisation, name]));
  const proposals = await listDiscountProposals(tx, programme);
  const offered = await listAdmittedDiscounts(tx, programme);
  return {
    ok: true,
    value: {
      proposals: proposals.map((each) => proposalGiven(each, names.get(each.organisation) ?? '')),
      admitted: offered.map(({ organisation, share, fromOn }) => ({
        organisation,
        provider: names.get(organisation) ?? '',
        discount: share,
        from: fromOn,
      })),
    },
  };
}

function proposalGiven(kept: DiscountProposal, provider: string): Static<typeof proposal> {
  const { organisation, number, share, fromOn, state, proposedAt, decidedAt, reason } = kept;
  return {
    organisation,
    provider,
    number,
    discount: share,
    from: fromOn,
    state,
    proposedAt,
    ...(decidedAt === null ? {} : { decidedAt }),
    ...(reason === null ? {} : { reason: reason as DiscountReason }),
  };
}
