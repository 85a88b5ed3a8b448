import { type DayNumber, lastDayOf, yearSpan } from '../../calendar/index.ts';
import type { Chain, Fact } from '../../facts/index.ts';
import type { TimelinessPlan } from '../plan/money-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { yearIn } from '../plan/year-in.ts';
import { versionInForce } from '../whose/version-in-force.ts';

/** What a page says of facts that come late, and of claims that nobody decides. */
export type Timely = Readonly<{
  /** Links known too late are ignored; where they count all the same, lines of theirs are shown. */
  ignoresLate: boolean;
  rulesOn: (day: DayNumber) => TimelinessPlan | undefined;
  plan: Plan;
}>;

/** The rules of each version for facts of its days; none where no version says anything. */
export function timelyBy(plan: Plan): Timely | undefined {
  const saysSomething = plan.versions.some(
    ({ whole }) => whole && Object.keys(whole.timeliness).some((key) => key !== 'working'),
  );
  if (!saysSomething) return undefined;
  return { ignoresLate: true, rulesOn: (day) => rulesUnder(plan, day), plan };
}

/** The rules of a plan for facts of a day. */
export function rulesUnder(plan: Plan, day: DayNumber): TimelinessPlan | undefined {
  return versionInForce(plan, { attachment: day, outcome: day }).whole?.timeliness;
}

/** Who came and went is never too late: it says whose outcomes are. */
const alwaysInTime: ReadonlySet<string> = new Set(['attached', 'referred', 'left']);

/** Who came is no claim of an outcome: nobody comes because nobody decided whether they did. */
const neverDeemed: ReadonlySet<string> = new Set(['attached', 'referred']);

/**
 * Step 1. A chain without the links that became known too late, and with a claim that nobody
 * decided in time followed by the same as verified.
 */
export function inTime(chain: Chain, timely: Timely): Chain {
  const links = timely.ignoresLate
    ? chain.filter((_, at) => findLateness(chain, at, timely) === undefined)
    : chain;
  return links.flatMap((link, at) => {
    const deemed = findDeemed(link, links.slice(at + 1), timely);
    return deemed ? [link, deemed] : [link];
  });
}

/** The clause by which a link of a chain became known too late, if it did. */
export function findLateness(chain: Chain, at: number, timely: Timely): string | undefined {
  const { rulesOn, plan } = timely;
  const link = chain[at] as Fact;
  // A withdrawal is of what it withdraws, and of its day.
  const about = link.kind === 'withdrawn' ? (chain[at - 1] ?? link) : link;
  if (alwaysInTime.has(about.kind)) return undefined;
  const day = ownDay(about);
  const rules = rulesOn(day);
  if (rules === undefined || rules.except?.includes(link.method ?? '')) return undefined;
  const { within, by, yearCloses, working } = rules;
  const known = firstSaid(chain, at);
  if (within && known > lastDayOf(day, within.length, working)) return within.clause;
  if (by && known > by.day) return by.clause;
  const year = yearIn(plan, day);
  if (yearCloses === undefined || year < 1) return undefined;
  const { last } = yearSpan(year, plan.startsOn, plan.yearsRunFrom);
  const closesOn = lastDayOf(last + 1, yearCloses.length, working);
  return known > closesOn ? yearCloses.clause : undefined;
}

/**
 * Since when a link has said what it says: one that only decides a claim is as timely as the claim,
 * however long its verifier took.
 */
function firstSaid(chain: Chain, at: number): DayNumber {
  const link = chain[at] as Fact;
  const before = chain[at - 1];
  const decides =
    before !== undefined && isUndecided(before) && whatItSays(before) === whatItSays(link);
  return decides ? Math.min(link.known, firstSaid(chain, at - 1)) : link.known;
}

function isUndecided({ state }: Fact): boolean {
  return state !== 'verified' && state !== 'rejected';
}

function whatItSays({ kind, day, from, to, value, provider, about }: Fact): string {
  const number = value && `${value.numerator}/${value.denominator}`;
  return JSON.stringify([kind, day, from, to, number, provider, about]);
}

/** A spell ends its day; one without an end has the day on which it became known. */
function ownDay({ to, from, day, known }: Fact): DayNumber {
  if (from !== undefined) return to ?? known;
  return day ?? known;
}

function findDeemed(link: Fact, later: Chain, { rulesOn }: Timely): Fact | undefined {
  if (link.state !== 'claimed' && link.state !== 'waiting') return undefined;
  if (neverDeemed.has(link.kind)) return undefined;
  const rules = rulesOn(ownDay(link));
  if (rules?.deemed === undefined) return undefined;
  const decideBy = lastDayOf(link.known + 1, rules.deemed.length, rules.working);
  if (later.some(({ known }) => known <= decideBy)) return undefined;
  return { ...link, state: 'verified', known: decideBy + 1 };
}
