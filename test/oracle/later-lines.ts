import { type DayNumber, dayOf } from '../../src/calendar/index.ts';
import {
  compareFractions,
  fraction,
  multiply,
  negate,
  round,
  zero,
} from '../../src/money/index.ts';
import { ownerOf } from './attachments.ts';
import { type Ground, isOwn, since, verifiedOf } from './crowd.ts';
import { firstDayOf } from './facts-in-force.ts';
import { comparePlaces, type Entry, left } from './line.ts';
import { otherLine } from './other-line.ts';
import { dueBy, hasCome } from './other-lines.ts';
import { asSignedBy, said, saidByAny, versionOn } from './versions.ts';

/** Step 11: deductions, adjustments, and advances worked off by what is left after limits. */
export function laterLines(ground: Ground, limited: readonly Entry[]): Entry[] {
  const lines = [...deductions(ground), ...adjustments(ground)];
  return [...dueBy(ground, lines), ...workedOff(limited)];
}

function deductions(ground: Ground): Entry[] {
  const { plan, people, today } = ground;
  return people.flatMap(({ chains, attachments, setAsideOn }) =>
    [...saidByAny(plan, 'deductions')].flatMap(({ version, each }) =>
      verifiedOf(chains, each.kinds, today).flatMap((found) => {
        const day = firstDayOf(found.fact);
        if (!hasCome(ground, day)) return [];
        if (setAsideOn !== undefined && day >= setAsideOn) return [];
        const whose = ownerOf({ attachments, referrals: [] }, 'attached', day);
        if (whose === undefined) return [];
        if (versionOn(asSignedBy(plan, whose.provider), day) !== version) return [];
        return otherLine({
          clause: each.clause,
          outcome: 'deduction',
          period: found.identity,
          provider: whose.provider,
          day,
          payableOn: Math.max(day, since(chains, found, { today })),
          order: each.order,
          version,
          gross: round(negate(each.amount), version.rounding),
        });
      }),
    ),
  );
}

/** After all else on the page. */
const last = 1_000_000;

function adjustments(ground: Ground): Entry[] {
  const { plan, common, people, today } = ground;
  return [common, ...people.map(({ chains }) => chains)].flatMap((chains) =>
    verifiedOf(chains, ['adjustment'], today).flatMap((found) => {
      const { fact, identity } = found;
      const day = firstDayOf(fact);
      if (!hasCome(ground, day) || !isOwn(plan, fact.provider as string)) return [];
      const version = versionOn(asSignedBy(plan, fact.provider), day);
      const known = since(chains, found, {
        today,
        isEnough: (then, now) => compareFractions(then.value ?? zero, now.value ?? zero) >= 0,
      });
      return otherLine({
        clause: 'Facts/adjustment',
        outcome: fact.about ?? 'adjustment',
        period: identity,
        provider: fact.provider as string,
        day,
        payableOn: Math.max(day, known),
        order: last,
        version,
        gross: round(multiply(fact.value ?? zero, fraction(100)), version.rounding),
      });
    }),
  );
}

const notWorkingOff = ['advance', 'grant'];

/** By a share of what the provider earns after it, month by month, until none of it is left. */
function workedOff(limited: readonly Entry[]): Entry[] {
  const advances = limited.filter(({ outcome }) => outcome === 'advance');
  const taken = new Set<string>();
  return advances.flatMap((advance) => {
    const plan = said(advance.version, 'advances').find(({ clause }) => clause === advance.clause);
    if (plan === undefined) return [];
    const from = advance.payableOn as DayNumber;
    const earning = limited
      .filter(({ payableOn }) => payableOn !== undefined && payableOn >= from)
      .filter(({ provider, payee }) => provider === advance.provider && payee === provider)
      .filter((line) => left(line) > 0n && !notWorkingOff.includes(line.outcome))
      .sort(comparePlaces);
    const months = new Map<string, { amount: bigint; day: DayNumber }>();
    let earned = 0n;
    let off = 0n;
    for (const line of earning) {
      if (off === left(advance)) break;
      earned += left(line);
      const share = round(multiply(plan.share, fraction(earned)), advance.version.rounding);
      const isAll = share >= left(advance);
      const upTo = isAll ? left(advance) : share;
      const day = line.payableOn as DayNumber;
      const month = dayOf(day).slice(0, 7);
      const amount = (months.get(month)?.amount ?? 0n) + upTo - off;
      months.set(month, { amount, day });
      off = upTo;
    }
    // What works off a second advance in one month is a second line of it.
    const numberIn = (month: string) => {
      const named = (number: string) => [advance.clause, month, advance.provider, number].join('|');
      let number = 'worked off';
      for (let count = 2; taken.has(named(number)); count += 1) number = `worked off ${count}`;
      taken.add(named(number));
      return number;
    };
    return [...months].map(([month, { amount, day }]) =>
      otherLine({
        clause: advance.clause,
        outcome: 'advance',
        period: month,
        provider: advance.provider,
        number: numberIn(month),
        day,
        payableOn: day,
        order: advance.order,
        version: advance.version,
        gross: -amount,
      }),
    );
  });
}
