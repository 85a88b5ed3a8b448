import { lastDayOf } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { type Fraction, one, subtract, sumFractions, zero } from '../../src/money/index.ts';
import type { Plan, VersionPlan } from '../../src/settlement/plan/plan.ts';
import { type Achievement, personOf, seenFor } from './achieve.ts';
import { applyLaterRates, putInBands } from './bands.ts';
import { comersOf, type Ground, providersOf, type Somebody, verifiedOf } from './crowd.ts';
import { type AsAt, type Chain, chainsOf, compareTexts, viewOf } from './facts-in-force.ts';
import { holdByCounts, holdByGates } from './gates-and-counts.ts';
import { laterLines } from './later-lines.ts';
import { withholdBeyondLimits } from './limits.ts';
import {
  comparePlaces,
  type Entry,
  identityOf,
  left,
  type OracleLine,
  priceAnew,
  type Work,
} from './line.ts';
import { measureLines } from './measure-lines.ts';
import { guaranteeLines, otherLines } from './other-lines.ts';
import { type Payable, payableLines } from './payable.ts';
import { divideAmongPayers } from './payers.ts';
import { exactPrice, firstTerms, isAboutNobody, type Priced } from './price.ts';
import { type Forecast, forecastsOf, heldToClose } from './proportion.ts';
import { type Counts, noCounts, statusesOf } from './statuses.ts';
import { deemed, inTime } from './timeliness.ts';
import { byWhatIsSigned, withSigned } from './versions.ts';
import { waitingLines } from './waiting.ts';
import {
  entryOf,
  inPlace,
  refuse,
  refuseRoutes,
  roundLines,
  roundTotals,
  withholdRefused,
  withholdReplaced,
} from './working.ts';

export type OracleOwed = Readonly<{
  lines: readonly OracleLine[];
  /** What a limit shared in proportion holds until its period closes. */
  forecast: readonly Forecast[];
  statuses: Counts;
  total: bigint;
}>;

/**
 * A second, slow and obvious reading of DESIGN 4 and 5, to hold the engine against. It goes day by
 * day, starts from nothing for every day it asks about, and shares no rule with the engine: only
 * the calendar, the fractions and the form of the plan.
 */
export function owedByOracle(given: Plan, facts: readonly Fact[], today: AsAt): OracleOwed {
  const recorded = chainsOf(facts, today.knownBy);
  const plan = withSigned(given, signedIn(recorded, today));
  const all = deemed(plan, recorded, today);
  const chains = deemed(plan, inTime(plan, recorded, today), today);
  const common = chains.filter(isAboutNobody);
  const priced: Priced = { plan, discounts: viewOf(common, today, { ...today, hopes: 'counted' }) };
  const names = new Set(recorded.flatMap(({ participant }) => participant ?? []));
  const works: Work[] = [];
  const people: Somebody[] = [];
  for (const participant of [...names].sort(compareTexts)) {
    const own = chainsFor(chains, participant);
    const withLate = chainsFor(all, participant);
    const lines = { priced, participant, chains: [...own, ...common] };
    const known = worksOf(lines, today);
    works.push(...known);
    if (isLonger(withLate, own)) {
      works.push(...lateOnes({ ...lines, chains: [...withLate, ...common] }, known, today));
    }
    people.push(somebodyOf({ ...lines, own }, today));
  }
  const ground = { plan, today, people, common };
  const { lines, forecast } = settled(priced, { ...ground, providers: providersOf(ground), works });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  return { lines, forecast, statuses: countOf(people), total };
}

/** Of each provider of which a verified fact says by which version it is bound, the last such. */
function signedIn(chains: readonly Chain[], today: AsAt): ReadonlyMap<string, number> {
  const signed = new Map<string, number>();
  for (const { fact } of verifiedOf(chains.filter(isAboutNobody), ['bound'], today)) {
    const { provider = '', value = one } = fact;
    signed.set(provider, Math.max(signed.get(provider) ?? 0, Number(value.numerator)));
  }
  return signed;
}

function chainsFor(chains: readonly Chain[], participant: string): Chain[] {
  return chains.filter((chain) => chain.participant === participant);
}

function isLonger(chains: readonly Chain[], than: readonly Chain[]): boolean {
  const count = (some: readonly Chain[]) => some.reduce((sum, { links }) => sum + links.length, 0);
  return count(chains) !== count(than);
}

function countOf(people: readonly Somebody[]): Counts {
  const counts = noCounts();
  for (const { is, times } of people.flatMap(({ statuses }) => statuses)) counts[is] += times;
  return counts;
}

type Someone = Readonly<{ priced: Priced; participant: string; chains: readonly Chain[] }>;

function somebodyOf(
  { priced, participant, chains, own }: Someone & Readonly<{ own: readonly Chain[] }>,
  today: AsAt,
): Somebody {
  const { plan } = priced;
  const person = personOf(plan, viewOf(chains, today, { ...today, hopes: 'counted' }));
  const seen = seenFor(person, plan.versions[0] as VersionPlan);
  return {
    participant,
    chains: own,
    ...comersOf(person, own, today),
    attachments: seen.stays.attachments,
    setAsideOn: seen.setAsideOn,
    statuses: statusesOf(plan, chains, today),
  };
}

/** Steps 1 to 5 and 8 for one participant: what was achieved, when payable, at what price. */
function worksOf({ priced, participant, chains }: Someone, today: AsAt): Work[] {
  const { plan } = priced;
  const payable = payableLines({ plan, chains, today });
  const claimed = personOf(plan, viewOf(chains, today, { ...today, hopes: 'unverified' }));
  const waiting = waitingLines(
    [...claimed.achieved.values()].flat(),
    payable.map(({ line }) => line),
  );
  const unpayable = waiting.map((line) => ({ line, enoughOn: undefined, seen: [] }));
  return [...payable, ...unpayable].flatMap((each) => worksFor(priced, participant, each));
}

/** The lines of one achievement: the provider's own, and one for each contributor. */
function worksFor(priced: Priced, participant: string, { line, enoughOn, seen }: Payable): Work[] {
  const mates: Work[] = [];
  for (const { payee, part } of partsOf(line)) {
    mates.push({
      participant,
      achievement: line,
      enoughOn,
      isLate: false,
      seen,
      mates,
      worth: (each, terms) => exactPrice(priced, each, terms),
      terms: firstTerms,
      heldUntil: 0,
      steps: [],
      payee,
      part,
      exact: zero,
      refused: undefined,
      gross: 0n,
      before: zero,
      notPaid: [],
    });
  }
  priceAnew(mates[0] as Work);
  return mates;
}

/** The provider's own part of a line, and that of each contributor but itself. */
function partsOf({ outcome, attachment }: Achievement): { payee: string; part: Fraction }[] {
  const shares = outcome.price.shares.filter(({ payee }) => payee !== attachment.provider);
  const own = subtract(one, sumFractions(shares.map(({ share }) => share)));
  return [
    { payee: attachment.provider, part: own },
    ...shares.map(({ payee, share }) => ({ payee, part: share })),
  ];
}

/** Lines that are there only with what became known too late. */
function lateOnes(someone: Someone, known: readonly Work[], today: AsAt): Work[] {
  const taken = new Set(known.map(({ achievement }) => identityOf(achievement)));
  return payableLines({ plan: someone.priced.plan, chains: someone.chains, today })
    .filter(({ line }) => !taken.has(identityOf(line)))
    .flatMap((each) => worksFor(someone.priced, someone.participant, each))
    .map((work) => Object.assign(work, { isLate: true }));
}

/** Steps 3 to 12 over the lines of everybody. */
function settled(priced: Priced, ground: Ground): Pick<OracleOwed, 'lines' | 'forecast'> {
  const { plan, works } = ground;
  refuse(works);
  refuseEnded(ground);
  refuseRoutes(works);
  const measures = byWhatIsSigned(plan, (own) => measureLines({ ...ground, plan: own }));
  holdByGates(ground);
  holdByCounts(ground);
  const placed = inPlace(works);
  putInBands(plan, placed);
  applyLaterRates(priced, placed);
  roundLines(placed);
  const extra = roundTotals(placed);
  withholdRefused(placed);
  withholdReplaced(placed);
  const outcomes = [...placed.map((work) => entryOf(plan, work)), ...extra];
  const named = byWhatIsSigned(plan, (own) => otherLines({ ...ground, plan: own }));
  const others = [...outcomes, ...measures, ...named];
  const short = byWhatIsSigned(plan, (own) => guaranteeLines({ ...ground, plan: own }, others));
  const divided = heldToClose(ground, [...others, ...short]);
  const forecast = forecastsOf(ground, divided, withholdBeyondLimits);
  const { owed } = divided;
  withholdBeyondLimits(ground, owed);
  const all = [...owed, ...laterLines(ground, owed)].sort(comparePlaces);
  divideAmongPayers(plan, all);
  return { lines: all.map(lineOf), forecast };
}

/** Too long after the programme's end, or after the provider left, nothing is paid. */
function refuseEnded({ plan, works, common, today }: Ground): void {
  const lefts = verifiedOf(common, ['left'], today);
  for (const work of works) {
    const { version, attachment, day } = work.achievement;
    const { runOff, afterLeaving } = version.whole?.ending ?? {};
    const leftOn = lefts.find(({ fact }) => fact.provider === attachment.provider)?.fact.day;
    const isRunOff = runOff !== undefined && day > lastDayOf(plan.endsOn + 1, runOff.length);
    const isAfter =
      afterLeaving !== undefined &&
      leftOn !== undefined &&
      day > lastDayOf(leftOn + 1, afterLeaving.length);
    if (isRunOff || isAfter) work.refused ??= 'ended';
  }
}

function lineOf(entry: Entry): OracleLine {
  return {
    identity: entry.identity,
    clause: entry.clause,
    participant: entry.participant,
    provider: entry.provider,
    payee: entry.payee,
    outcome: entry.outcome,
    number: entry.number,
    group: entry.group,
    day: entry.day,
    payableOn: entry.payableOn ?? null,
    version: entry.version.version,
    gross: entry.gross,
    notPaid: entry.notPaid,
    amount: left(entry),
    payers: entry.portions,
  };
}
