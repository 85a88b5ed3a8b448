import { type DayNumber, lastDayOf, yearSpan } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import type { Chain } from './facts-in-force.ts';
import { contractYear } from './price.ts';
import { versionOn } from './versions.ts';

const always = ['attached', 'referred', 'left'];

/** The chains as if what was known too late had never been recorded. */
export function inTime(plan: Plan, chains: readonly Chain[]): Chain[] {
  return chains.map((chain) => {
    const [first] = chain.links;
    if (first?.participant === undefined || always.includes(first.kind)) return chain;
    const links = chain.links.filter((link) => !isTooLate(plan, link, chain));
    return { ...chain, links };
  });
}

/** What only decides a claim is as timely as the claim: the earliest link that says the same. */
function claimedAs(link: Fact, { links }: Chain): Fact {
  let claim = link;
  for (const before of links.slice(0, links.indexOf(link)).reverse()) {
    if (isDecided(before) || !saysTheSame(before, link)) break;
    if (before.known < claim.known) claim = before;
  }
  return claim;
}

function isDecided({ state }: Fact): boolean {
  return state === 'verified' || state === 'rejected';
}

function saysTheSame(a: Fact, b: Fact): boolean {
  const saying = ({ kind, day, from, to, value, provider, about }: Fact) =>
    [kind, day, from, to, value?.numerator, value?.denominator, provider, about].join('|');
  return saying(a) === saying(b);
}

/** The last day of a spell that has an end; the day it became known, of one that has none. */
function lastOwnDay({ to, day, known }: Fact): DayNumber {
  return to ?? day ?? known;
}

function isTooLate(plan: Plan, link: Fact, chain: Chain): boolean {
  const { links } = chain;
  const fact = claimedAs(link, chain);
  // What withdraws a fact has the day of the fact.
  const withdrawn = links.find(({ id }) => fact.kind === 'withdrawn' && id === fact.replaces);
  const day = lastOwnDay(withdrawn ?? fact);
  const { within, by, yearCloses, working, except } = versionOn(plan, day).whole?.timeliness ?? {};
  // Fraud, where the page says so, is never too late.
  if (link.method !== undefined && except?.includes(link.method)) return false;
  const latest: DayNumber[] = [];
  if (within !== undefined) latest.push(lastDayOf(day, within.length, working));
  if (by !== undefined) latest.push(by.day);
  const year = contractYear(plan, day);
  if (yearCloses !== undefined && year > 0) {
    const { last } = yearSpan(year, plan.startsOn, plan.yearsRunFrom);
    latest.push(lastDayOf(last + 1, yearCloses.length, working));
  }
  return latest.some((last) => fact.known > last);
}

/** What nobody has decided in time counts as the same fact verified, from the day after. */
export function deemed(plan: Plan, chains: readonly Chain[]): Chain[] {
  return chains.map(({ links, ...chain }) => ({
    ...chain,
    links: links.flatMap((link, index) => {
      const verified = verifiedByTime(plan, link, links.slice(index + 1));
      return verified === undefined ? [link] : [link, verified];
    }),
  }));
}

function verifiedByTime(plan: Plan, link: Fact, later: readonly Fact[]): Fact | undefined {
  if (link.state !== 'claimed' && link.state !== 'waiting') return undefined;
  const { deemed, working } = versionOn(plan, lastOwnDay(link)).whole?.timeliness ?? {};
  if (deemed === undefined) return undefined;
  const last = lastDayOf(link.known + 1, deemed.length, working);
  if (later.some(({ known }) => known <= last)) return undefined;
  return { ...link, state: 'verified', known: last + 1 };
}
