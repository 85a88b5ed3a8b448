import { type DayNumber, lastDayOf, yearSpan } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { verifiedOf } from './crowd.ts';
import { type AsAt, type Chain, firstDayOf } from './facts-in-force.ts';
import { contractYear } from './price.ts';
import { asSignedBy, versionOn } from './versions.ts';

const always = ['attached', 'referred', 'left'];

/** The chains as if what was known too late had never been recorded. */
export function inTime(plan: Plan, chains: readonly Chain[], today: AsAt): Chain[] {
  return chains.map((chain) => {
    const [first] = chain.links;
    if (first?.participant === undefined || always.includes(first.kind)) return chain;
    const asSigned = signedFor({ plan, chains, today }, first.participant);
    const links = chain.links.filter((link) => !isTooLate(asSigned, link, chain));
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

/** The plan as somebody's provider has signed it: the one with whom they were last by a day. */
type PlanOn = (day: DayNumber) => Plan;

type Recorded = Readonly<{ plan: Plan; chains: readonly Chain[]; today: AsAt }>;

function signedFor({ plan, chains, today }: Recorded, participant: string | undefined): PlanOn {
  const own = chains.filter((chain) => chain.participant === participant);
  const stays = participant === undefined ? [] : verifiedOf(own, ['attached'], today);
  return (day) => {
    const last = stays.filter(({ fact }) => firstDayOf(fact) <= day).at(-1) ?? stays[0];
    return asSignedBy(plan, last?.fact.provider);
  };
}

function isTooLate(planOn: PlanOn, link: Fact, chain: Chain): boolean {
  const { links } = chain;
  const fact = claimedAs(link, chain);
  // What withdraws a fact has the day of the fact.
  const withdrawn = links.find(({ id }) => fact.kind === 'withdrawn' && id === fact.replaces);
  const day = lastOwnDay(withdrawn ?? fact);
  const plan = planOn(day);
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
export function deemed(plan: Plan, chains: readonly Chain[], today: AsAt): Chain[] {
  return chains.map(({ links, ...chain }) => {
    const planOn = signedFor({ plan, chains, today }, chain.participant);
    return {
      ...chain,
      links: links.flatMap((link, index) => {
        const verified = verifiedByTime(planOn, link, links.slice(index + 1));
        return verified === undefined ? [link] : [link, verified];
      }),
    };
  });
}

function verifiedByTime(planOn: PlanOn, link: Fact, later: readonly Fact[]): Fact | undefined {
  if (link.state !== 'claimed' && link.state !== 'waiting') return undefined;
  if (link.kind === 'attached' || link.kind === 'referred') return undefined;
  const day = lastOwnDay(link);
  const { deemed, working } = versionOn(planOn(day), day).whole?.timeliness ?? {};
  if (deemed === undefined) return undefined;
  const last = lastDayOf(link.known + 1, deemed.length, working);
  if (later.some(({ known }) => known <= last)) return undefined;
  return { ...link, state: 'verified', known: last + 1 };
}
