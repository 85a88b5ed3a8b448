import { dayNumber } from '../../calendar/index.ts';
import { kindsBehind, orderOfWork, outcomesOf } from '../achieve/order-of-work.ts';
import type { Plan } from '../plan/plan.ts';
import { restsOnRecord } from '../work.ts';
import { cameAs } from './came-as.ts';
import type { MovedFact } from './moved-facts.ts';
import { isUnpaidOtherwise, type MovedLine } from './moved-lines.ts';

/**
 * Finds, of a line, facts that moved it and are not its participant's: a record that is complete, a
 * discount, a leaving or a signature of its provider, others who came where only a share of all is
 * paid; of a line that is nobody's, who joined, signed, left and came.
 */
export function factsOfOthersFinder(
  plan: Plan,
  moved: readonly MovedFact[],
): (line: MovedLine) => readonly MovedFact[] {
  const kinds = new Set(actingOnOthers);
  const acting = moved.filter(({ kind }) => kinds.has(kind));
  const ofNoComer = acting.filter(({ kind }) => !cameAs.has(kind));
  const recorded = kindsRecordedWhole(plan);
  return (each) => {
    if (each.line.participant === undefined) return ofNobody(each, acting);
    // Those who came are many, and only a share of all who did goes by them.
    const near = isUnpaidOtherwise(each, ['count']) ? acting : ofNoComer;
    return near.filter((fact) => isActing(fact, each, recorded));
  };
}

const actingOnOthers = ['bound', 'complete', 'discount', 'left', 'joined', 'attached', 'referred'];

/** Of each outcome that rests on a complete record, the kinds behind it. */
function kindsRecordedWhole(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const order = orderOfWork(plan);
  const resting = new Set(
    outcomesOf(plan)
      .filter(restsOnRecord)
      .map(({ name }) => name),
  );
  const behind = [...kindsBehind(plan, order)].filter(([name]) =>
    order.get(name)?.some((each) => resting.has(each)),
  );
  return new Map(behind);
}

function isActing(
  { kind, participant, provider, about, seenOn }: MovedFact,
  line: MovedLine,
  recorded: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const { line: seen, was, now } = line;
  const isOfAll = participant === undefined && (provider ?? seen.provider) === seen.provider;
  switch (kind) {
    case 'complete':
      return (
        isOfAll &&
        was?.line.quantity !== now?.line.quantity &&
        recorded.get(seen.outcome)?.has(about ?? '') === true
      );
    case 'bound':
      return isOfAll && isUnderOtherVersion(line);
    case 'discount':
      return isOfAll && (about ?? seen.outcome) === seen.outcome && isPricedOtherwise(line);
    case 'left':
      return isOfAll && isUnpaidOtherwise(line, ['ended']);
    case 'attached':
    case 'referred': {
      const { payableOn, earnedOn = payableOn } = now?.line ?? {};
      return earnedOn != null && dayNumber(earnedOn) === seenOn;
    }
    default:
      return false;
  }
}

function isUnderOtherVersion({ was, now }: MovedLine): boolean {
  return was !== undefined && now !== undefined && was.line.version !== now.line.version;
}

function isPricedOtherwise({ was, now }: MovedLine): boolean {
  return was !== undefined && now !== undefined && was.line.price !== now.line.price;
}

/** Sums of a provider go by when it took part; those divided among all by when everybody did. */
function ofNobody(moved: MovedLine, acting: readonly MovedFact[]): readonly MovedFact[] {
  const { was, line } = moved;
  const { provider, outcome, day } = line;
  const signed = acting.filter((fact) => fact.kind === 'bound' && fact.provider === provider);
  if (signed.length > 0 && isUnderOtherVersion(moved)) return signed;
  const before = acting.filter((fact) => fact.day <= dayNumber(day));
  const isOld = was !== undefined;
  const taking = before.filter(({ kind, participant }) => {
    return participant === undefined && (kind === 'joined' || (kind === 'left' && isOld));
  });
  const own = taking.filter((fact) => fact.provider === provider);
  if (own.length > 0 || !isOld) return own;
  const isShared = outcome === 'grant' || outcome === 'fee';
  if (isShared && taking.length > 0) return taking;
  const isOfComers = isShared || outcome === 'guarantee';
  return before.filter(({ kind, ...fact }) => {
    return isOfComers && cameAs.has(kind) && fact.provider === provider;
  });
}
