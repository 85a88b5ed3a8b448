import { type Fact, type FactSource, ownFacts } from '../../facts/index.ts';
import type { Due } from '../due/due.ts';
import type { MetPart } from '../due/limit.ts';
import { restsOnOne, standApart } from '../due/stand-apart.ts';
import { pricer } from '../pay/price.ts';
import { disputesOver } from '../payable/disputes.ts';
import type { Plan } from '../plan/plan.ts';
import { type LargeBasis, type Settled, settle } from '../settle.ts';
import { type SettledParticipant, settleParticipant } from '../settle-participant.ts';
import type { Work } from '../work.ts';
import { factsOf, placeOf, sourceIn } from './facts-of.ts';
import type { AskedOf } from './paid-sentences.ts';

/** What is asked why; facts may be made as they are asked for. */
export type WhyBasis = LargeBasis;

/** A settlement with what was seen on the way of whom it is asked, to be asked why. */
export type Traced = Readonly<{
  plan: Plan;
  /** Its lines are at least those that are asked about. */
  settled: Settled;
  /** Anybody as they were settled: whoever is not asked about is settled once more. */
  participantOf: (participant: string) => SettledParticipant | undefined;
  /** All of them in their order, of whom one is held at a time. */
  everybody: () => Iterable<SettledParticipant>;
  met: ReadonlyMap<string, readonly MetPart[]>;
  /** Whether a line alone is asked about, in whose reasons others stand that it counts. */
  isOfAll: boolean;
  /** The disputes by which a line is held now. */
  disputesOf: (due: Due) => readonly Fact[];
}>;

/** Every line of which why can be asked: those that are owed, then those that wait for a close. */
export function askedOf({ lines, open }: Settled): readonly AskedOf[] {
  return [...lines, ...open.map(({ due }) => ({ due, isOpen: true as const }))];
}

/**
 * Settles once more by the same code, and keeps what is met on the way. Only the participant asked
 * about, unless a line may depend on the others' lines; of these no more is kept than has to be.
 */
export function trace(
  basis: WhyBasis,
  participant: string | undefined,
  rest: Readonly<{ isOfAll: boolean }> = { isOfAll: false },
): Traced {
  const { plan, facts } = basis;
  const source = sourceIn(facts);
  const met = new Map<string, MetPart[]>();
  let own: SettledParticipant | undefined;
  const isAsked = (whose: string | undefined) => participant === undefined || whose === participant;
  const settled = settle(
    { ...basis, facts: source },
    {
      onParticipant: (each) => {
        if (each.participant === participant) own = each;
      },
      onMet: (due, part) => {
        if (isAsked(due.participant)) met.set(due.line, [...(met.get(due.line) ?? []), part]);
      },
      ...narrowed(plan, participant),
    },
  );
  const once = settlingAgain(source, settled.work);
  return {
    plan,
    settled,
    participantOf: (whose) => (whose === own?.participant ? own : once(placeOf(source, whose))),
    everybody: function* () {
      for (let at = 0; at < source.participantCount; at += 1) {
        const each = once(at);
        if (each !== undefined) yield each;
      }
    },
    met,
    isOfAll: rest.isOfAll || participant === undefined,
    disputesOf: disputesBy({ ...basis, facts: factsOf(source, participant) }, settled.work),
  };
}

/** Of whom nothing is worked out, or nothing kept, as no line that is asked about shows it. */
function narrowed(plan: Plan, participant: string | undefined) {
  if (participant !== undefined && restsOnOne(plan)) return { only: participant };
  return standApart(plan) ? { keepsOf: participant ?? '' } : {};
}

function settlingAgain(source: FactSource, work: Work) {
  const price = pricer(work);
  return (at: number | undefined): SettledParticipant | undefined =>
    at === undefined ? undefined : settleParticipant({ work, price }, ownFacts(source, at));
}

type Disputing = Omit<WhyBasis, 'facts'> & Readonly<{ facts: readonly Fact[] }>;

function disputesBy(
  { facts, asAt, payment }: Disputing,
  { kindsBehind }: Work,
): Traced['disputesOf'] {
  if (payment === undefined) return () => [];
  const kindsOf = (outcome: string) => kindsBehind.get(outcome) ?? new Set<string>();
  return disputesOver(facts, asAt, { plan: payment, kindsOf });
}
