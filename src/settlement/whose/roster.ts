import { type DayNumber, lastDayOf } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { countedFacts, verifiedOnly } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import type { View } from '../admit/view.ts';
import { never } from '../plan/open-days.ts';
import type { Plan, VersionPlan } from '../plan/plan.ts';

/** One stay with one provider, known by the id of the first fact in its chain. */
export type Attachment = Readonly<{
  id: string;
  day: DayNumber;
  /** The last day it covers; infinite while nobody has left. */
  lastDay: DayNumber;
  provider: string;
  group: string;
  /** Characteristics recorded with the attachment, and with its referral. */
  with: readonly string[];
  /** The referral it belongs to, or itself where there was none. */
  referral: Unit;
}>;

/** A referral, or an attachment that stands for one because no referral came before it. */
export type Unit = Readonly<{
  id: string;
  day: DayNumber;
  with: readonly string[];
  /** To whom the referral was made, where it says so. */
  provider?: string;
}>;

/** Who took part, with whom and when. Both lists are in the order of their days, then ids. */
export type Roster = Readonly<{ attachments: readonly Attachment[]; units: readonly Unit[] }>;

/** Reads a participant's referrals, attachments and their ends, by one version's terms. */
export function rosterOf(view: View, plan: Plan, version: VersionPlan): Roster {
  const isReferred = ({ first }: SeenFact) =>
    isInProgramme(first, plan) && isInTime(first, version);
  const referrals = only(countedFacts(view, wanted.referred), isReferred);
  const isHere = ({ first, fact }: SeenFact) =>
    isInProgramme(first, plan) && findHere(fact, version) !== undefined;
  const attached = only(countedFacts(view, wanted.attached), isHere);
  const left = countedFacts(view, wanted.left);
  const lastDays = left.length === 0 ? undefined : lastDaysOf(attached, left, version);
  const attachments = attached.map((seen, at) => {
    const lastDay = lastDays?.[at] ?? lastDayAlone(seen, version);
    return attachmentOf(seen, { lastDay, referral: findReferral(referrals, seen.first), version });
  });
  return { attachments, units: unitsOf(referrals, attachments) };
}

/** The same list where all of it fits. */
function only(facts: readonly SeenFact[], fits: (seen: SeenFact) => boolean): readonly SeenFact[] {
  for (const seen of facts) if (!fits(seen)) return facts.filter(fits);
  return facts;
}

/** Referrals, and attachments that stand for one, in the order of their days. */
function unitsOf(
  referrals: readonly SeenFact[],
  attachments: readonly Attachment[],
): readonly Unit[] {
  // Where nobody was referred each attachment stands for itself.
  if (referrals.length === 0) return attachments.map(({ referral }) => referral);
  const own = attachments.filter(({ id, referral }) => referral.id === id);
  const units = [...referrals.map(unitOf), ...own.map(({ referral }) => referral)];
  return units.sort((a, b) => a.day - b.day);
}

const wanted = {
  referred: { kinds: ['referred'], states: verifiedOnly, helps: false },
  attached: { kinds: ['attached'], states: verifiedOnly, helps: false },
  left: { kinds: ['left'], states: verifiedOnly, helps: false },
} as const;

function isInProgramme(day: DayNumber, { startsOn, endsOn }: Plan): boolean {
  return day >= startsOn && day <= endsOn;
}

function isInTime(day: DayNumber, { referralsUntil }: VersionPlan): boolean {
  return referralsUntil === undefined || day <= referralsUntil;
}

/** An attachment that no referral came before is one itself, to whom it is. */
function standsForReferral({ id, fact }: SeenFact): Unit {
  return { id, day: firstDay(fact), with: fact.with ?? nothing };
}

function unitOf({ id, fact }: SeenFact): Unit {
  const { provider, with: has = nothing } = fact;
  const unit = { id, day: firstDay(fact), with: has };
  return provider === undefined ? unit : { ...unit, provider };
}

/** An attachment belongs to the last referral on or before its day. */
function findReferral(referrals: readonly SeenFact[], day: DayNumber): SeenFact | undefined {
  return referrals.length === 0 ? undefined : referrals.findLast(({ first }) => first <= day);
}

/**
 * With whom an attachment is under this page: its provider or, on the page of a subcontract, the
 * subcontractor to whom those attached to the provider above with these characteristics go.
 */
function findHere(fact: Fact, { whole }: VersionPlan): string | undefined {
  const { provider, with: has = nothing } = fact;
  if (whole?.attachedHere === undefined) return provider;
  const fits = whole.attachedHere.find(
    (here) => here.provider === provider && here.with.every((each) => has.includes(each)),
  );
  return fits?.to;
}

type Placed = Readonly<{
  lastDay: DayNumber;
  referral: SeenFact | undefined;
  version: VersionPlan;
}>;

function attachmentOf(seen: SeenFact, { lastDay, referral, version }: Placed): Attachment {
  const { id, fact } = seen;
  const provider = findHere(fact, version);
  assert(provider !== undefined, 'an attachment names its provider');
  return {
    id,
    day: seen.first,
    lastDay,
    provider,
    group: fact.group ?? '',
    with: together(fact.with, referral?.fact.with),
    referral: referral ? unitOf(referral) : standsForReferral(seen),
  };
}

const nothing: readonly string[] = [];

function together(
  own: readonly string[] = nothing,
  ofReferral: readonly string[] = nothing,
): readonly string[] {
  return ofReferral.length === 0 ? own : [...own, ...ofReferral];
}

/** The last day of an attachment that nobody has left. */
function lastDayAlone({ first }: SeenFact, { partEnds }: VersionPlan): DayNumber {
  return partEnds ? lastDayOf(first, partEnds) : never;
}

/**
 * Each fact of leaving ends the attachment that covers its day and, where it names a provider, is
 * with that provider: where several do, the one attached first.
 */
function lastDaysOf(
  attached: readonly SeenFact[],
  left: readonly SeenFact[],
  version: VersionPlan,
): readonly DayNumber[] {
  const lastDays = attached.map((seen) => lastDayAlone(seen, version));
  const hasLeft = new Set<number>();
  for (const { fact } of left) {
    const day = firstDay(fact);
    const ended = attached.findIndex(
      (each, index) =>
        !hasLeft.has(index) &&
        firstDay(each.fact) <= day &&
        day <= (lastDays[index] ?? day) &&
        (fact.provider === undefined || fact.provider === each.fact.provider),
    );
    if (ended < 0) continue;
    lastDays[ended] = day;
    hasLeft.add(ended);
  }
  return lastDays;
}
