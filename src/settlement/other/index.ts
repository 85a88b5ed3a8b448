import type { DayNumber } from '../../calendar/index.ts';
import { type Due, type OtherLine, otherDue, payableOfDue } from '../due/due.ts';
import type { OpenDue } from '../due/limited-at-close.ts';
import { adjustmentLines } from './adjustment-lines.ts';
import { advanceLines } from './advance-lines.ts';
import type { Closing } from './closing.ts';
import { deductionLines } from './deduction-lines.ts';
import { feeLines } from './fee-lines.ts';
import { horizonOf, isOwed, type OtherGround } from './ground.ts';
import { guaranteeLines } from './guarantee-lines.ts';
import { ownLines } from './own-lines.ts';
import { potLines } from './pot-lines.ts';
import { workedOffLines } from './worked-off-lines.ts';
import { workedOut } from './worked-out.ts';

export { type DeductibleFact, deductibleOf } from './deductible.ts';
export { horizonOf, type OtherGround } from './ground.ts';
export { providersOf } from './providers.ts';

/** What will be owed when a period closes, if nothing more happens. Nobody owes it yet. */
export type Forecast = Readonly<{
  line: string;
  clause: string;
  outcome: string;
  participant?: string;
  provider: string;
  /** Who is paid, where that is not the provider. */
  payee?: string;
  /** What closes: a period of the pot, the guarantee or the limit. */
  period: string;
  amount: bigint;
  closesOn: DayNumber;
  /** The clause of the limit that is shared then; absent of pots and guarantees. */
  limit?: string;
}>;

/** Lines that are owed, and those that are forecast. */
type Others = Readonly<{ dues: readonly Due[]; forecasts: readonly Forecast[] }>;

/**
 * Step 9 but for measures: fees, grants, advances, pots and guarantees, owed or forecast. Each
 * provider has what the versions that bind it come to, worked out as though they bound all.
 */
export function otherLines(ground: OtherGround): Others {
  const each = groundsOf(ground).map((own) => {
    const { dues, forecasts } = linesUnder(own);
    const isBound = boundBy(own);
    return { dues: dues.filter(isBound), forecasts: forecasts.filter(isBound) };
  });
  return {
    dues: each.flatMap(({ dues }) => dues),
    forecasts: each.flatMap(({ forecasts }) => forecasts),
  };
}

/** The ground under each plan that binds somebody: mostly one. */
function groundsOf<Ground extends OtherGround>(ground: Ground): readonly Ground[] {
  const { plans } = ground.work.bound;
  return plans.map((plan) => ({ ...ground, work: { ...ground.work, plan } }));
}

function boundBy({ work }: OtherGround): (line: Readonly<{ provider: string }>) => boolean {
  return ({ provider }) => work.bound.planFor(provider) === work.plan;
}

function linesUnder(ground: OtherGround): Others {
  const { currency } = ground.work.plan;
  const duesOf = (lines: readonly OtherLine[]) => lines.map((line) => workedOut(line, currency));
  const fees = duesOf(feeLines(ground));
  const advances = duesOf(advanceLines(ground));
  const pots = parted(potLines(ground), ground);
  const shares = duesOf(pots.closed);
  const earned = () => ownLines([...ground.dues, ...fees, ...shares]);
  const guarantees = parted(guaranteeLines(ground, earned), ground);
  return {
    dues: [...fees, ...advances, ...shares, ...duesOf(guarantees.closed)],
    forecasts: [...pots.open, ...guarantees.open].map(forecastOf),
  };
}

/** Step 11: deductions, what works off an advance, and adjustments. No limit covers them. */
export function laterLines(
  ground: OtherGround & Readonly<{ limited: readonly Due[] }>,
): readonly Due[] {
  return groundsOf(ground).flatMap((own) => {
    const lines = [...deductionLines(own), ...workedOffLines(own), ...adjustmentLines(own)];
    return lines.filter(boundBy(own)).map((line) => workedOut(line, own.work.plan.currency));
  });
}

/** What has closed is owed, once everything it rests on is known; what is open is forecast. */
function parted(
  lines: readonly Closing[],
  { work }: OtherGround,
): Readonly<{ closed: readonly Closing[]; open: readonly Closing[] }> {
  const horizon = horizonOf(work);
  return {
    closed: lines.filter(({ closesOn, payableOn }) => {
      return isOwed(work, { fallsOn: closesOn, payableOn });
    }),
    open: lines.filter(({ closesOn }) => closesOn > horizon),
  };
}

function forecastOf(closing: Closing): Forecast {
  const { line, gross } = otherDue(closing);
  const { clause, outcome, provider, period, closesOn } = closing;
  return { line, clause, outcome, provider, period, amount: gross, closesOn };
}

/** A line that waits for the close of a limit that is shared in proportion. */
export function forecastOfLine({ due, clause: limit, period }: OpenDue): Forecast {
  const { line, clause, outcome, participant, provider, payee } = due;
  return {
    line,
    clause,
    outcome,
    ...(participant === undefined ? {} : { participant }),
    provider,
    ...(payee === provider ? {} : { payee }),
    period: period.name,
    amount: payableOfDue(due),
    closesOn: period.closesOn,
    limit,
  };
}
