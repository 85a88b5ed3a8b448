import type { DayNumber } from '../../src/calendar/index.ts';
import { add } from '../../src/money/index.ts';
import type { GroupPlan, OutcomePlan, Plan, VersionPlan } from '../../src/settlement/plan/plan.ts';
import {
  type Attachment,
  type Instance,
  instancesOf,
  ownerOf,
  type Stays,
  staysIn,
} from './attachments.ts';
import { type Candidate, candidatesOf } from './conditions.ts';
import { factsOf, firstDayOf, type View } from './facts-in-force.ts';
import { asSignedBy } from './versions.ts';
import { type Setting, type Window, windowOf } from './window.ts';

/** An outcome achieved: how often already, whose it is, and under which version and group. */
export type Achievement = Candidate &
  Readonly<{
    outcome: OutcomePlan;
    instance: Instance;
    attachment: Attachment;
    /** Another attachment owns the day: shown, and not paid. */
    isOthers: boolean;
    version: VersionPlan;
    group: GroupPlan;
    number: number | string;
  }>;

/** One participant as the facts in force tell of it. */
export type Person = Readonly<{
  plan: Plan;
  /** What each version sees of it: nothing from the day on which it was set aside. */
  seen: ReadonlyMap<VersionPlan, Seen>;
  /** Every outcome achieved so far, by outcome. */
  achieved: Map<string, readonly Achievement[]>;
}>;

export type Seen = Readonly<{
  view: View;
  stays: Stays;
  /** All stays, those after being set aside included. */
  everyStay: Stays;
  setAsideOn: DayNumber | undefined;
}>;

/** DESIGN 5, steps 2 and 3: every outcome achieved, each under the version in force on its day. */
export function personOf(plan: Plan, view: View): Person {
  const seen = new Map(plan.versions.map((version) => [version, seenBy(plan, version, view)]));
  const person: Person = { plan, seen, achieved: new Map() };
  for (const version of plan.versions) {
    for (const group of version.groups.values()) {
      for (const outcome of group.outcomes) achievementsOf(person, outcome.name);
    }
  }
  return person;
}

/** Set aside without fault from the day of the first such fact; nothing after it is seen. */
function seenBy(plan: Plan, version: VersionPlan, view: View): Seen {
  const [first] = factsOf(view, version.setAsideBy, ['verified']);
  const everyStay = staysIn(plan, version, view);
  if (first === undefined) return { view, stays: everyStay, everyStay, setAsideOn: undefined };
  const setAsideOn = firstDayOf(first.fact);
  const before: View = {
    ...view,
    at: { ...view.at, trueBy: Math.min(view.at.trueBy, setAsideOn - 1) },
    inForce: view.inForce.filter(({ fact }) => firstDayOf(fact) < setAsideOn),
  };
  return { view: before, stays: staysIn(plan, version, before), everyStay, setAsideOn };
}

export function achievementsOf(person: Person, name: string): readonly Achievement[] {
  const known = person.achieved.get(name);
  if (known !== undefined) return known;
  person.achieved.set(name, []);
  const found = numbered(inEachVersion(person, name));
  person.achieved.set(name, found);
  return found;
}

/** What came about in each instance, under the terms of whatever versions and groups meet in it. */
function inEachVersion(person: Person, name: string): Achievement[] {
  const instances = new Map<string, Pass[]>();
  for (const version of person.plan.versions) {
    const { stays } = seenFor(person, version);
    const names = new Set(stays.attachments.map(({ group }) => group));
    for (const groupName of names) {
      const group = version.groups.get(groupName);
      const outcome = group?.outcomes.find((each) => each.name === name);
      if (group === undefined || outcome === undefined) continue;
      for (const instance of instancesOf(stays, outcome, version.whose)) {
        const key = `${instance.scope}|${instance.key}`;
        const pass = { person, version, group, outcome, instance };
        instances.set(key, [...(instances.get(key) ?? []), pass]);
      }
    }
  }
  return [...instances.values()].flatMap(inOneInstance);
}

/** One instance of an outcome under the terms of one version and one group. */
type Pass = Readonly<{
  person: Person;
  version: VersionPlan;
  group: GroupPlan;
  outcome: OutcomePlan;
  instance: Instance;
}>;

/**
 * "A day serves one repeat; repeats follow each other", also where several terms meet: the earliest
 * that any of them keeps is the first, and all begin again after it.
 */
function inOneInstance(passes: readonly Pass[]): Achievement[] {
  const usesUp = passes.some(({ outcome }) => ['lasts', 'adds up'].includes(outcome.condition.is));
  if (!usesUp) return passes.flatMap((pass) => keptBy(pass, []));
  const kept: Achievement[] = [];
  for (;;) {
    let next: Achievement | undefined;
    for (const pass of passes) {
      const [first] = keptBy(pass, kept);
      if (first !== undefined && (next === undefined || first.day < next.day)) next = first;
    }
    if (next === undefined) return kept;
    kept.push(next);
  }
}

/** What these terms add to what was kept before. */
function keptBy(pass: Pass, before: readonly Achievement[]): Achievement[] {
  const { outcome } = pass;
  const setting = settingOf(pass);
  const window = windowOf(setting);
  if (window === undefined) return [];
  if (window.last !== undefined && window.last < window.first) return [];
  const onlyFrom = daysOf(outcome.onlyAfter, setting);
  if (onlyFrom === undefined) return [];
  const isMany = outcome.times === 'any' || outcome.condition.is === 'each day';
  const times = isMany ? Number.POSITIVE_INFINITY : Number(outcome.times);
  const found: Achievement[] = [];
  for (const candidate of candidatesOf({ ...setting, window, last: before.at(-1), onlyFrom })) {
    if (before.length + found.length >= times) break;
    if (candidate.day < onlyFrom) continue;
    const achievement = held(pass, candidate);
    if (achievement !== undefined) found.push(achievement);
  }
  return found;
}

export type Asked = Pick<Pass, 'person' | 'outcome' | 'instance' | 'version'>;

export function settingOf({ person, outcome, instance, version }: Asked): Setting {
  return {
    plan: person.plan,
    view: seenFor(person, version).view,
    outcome,
    instance,
    ranks: version.ranks,
    firstAchieved: (name) => firstAchieved(person, name, instance),
  };
}

/** "Only after X": X on or before its day. The latest of the named outcomes' first days. */
function daysOf(names: readonly string[], setting: Setting): DayNumber | undefined {
  let latest = Number.NEGATIVE_INFINITY;
  for (const name of names) {
    const day = setting.firstAchieved(name);
    if (day === undefined) return undefined;
    latest = Math.max(latest, day);
  }
  return latest;
}

/** The first day of it; where every day counts, the first that did. */
function firstAchieved(person: Person, name: string, from: Instance): DayNumber | undefined {
  const days = achievementsOf(person, name)
    .filter((each) => isSeenFrom(each.instance, from))
    .map(({ day, firstDay }) => firstDay ?? day);
  return days.length === 0 ? undefined : Math.min(...days);
}

export function isSame(a: Instance, b: Instance): boolean {
  return a.scope === b.scope && a.key === b.key;
}

/** An outcome is seen in its own instance, and between a participant's wide and narrow ones. */
export function isSeenFrom(seen: Instance, from: Instance): boolean {
  if (seen.scope === from.scope) return seen.key === from.key;
  if (seen.scope === 'participant' || from.scope === 'participant') return true;
  return seen.scope === 'referral'
    ? from.attachments.some(({ referral }) => referral === seen.key)
    : seen.attachments.some(({ referral }) => referral === from.key);
}

export function seenFor(person: Person, version: VersionPlan): Seen {
  return person.seen.get(version) as Seen;
}

/** Gives the candidate its attachment, if this version and this group are the ones that speak. */
function held(pass: Pass, candidate: Candidate): Achievement | undefined {
  const { person, version, group, outcome, instance } = pass;
  const attachment = instance.holder(candidate.day);
  if (attachment === undefined || attachment.group !== group.group) return undefined;
  if (versionFor(person.plan, attachment, candidate.day) !== version) return undefined;
  const owner = ownerOf(seenFor(person, version).stays, version.whose, candidate.day);
  const isOthers = instance.scope === 'attachment' && owner?.id !== attachment.id;
  return { ...candidate, outcome, instance, attachment, isOthers, version, group, number: 0 };
}

/** The version in force on the outcome's day, or on the attachment's where it takes those. */
export function versionFor(plan: Plan, attachment: Attachment, day: DayNumber): VersionPlan {
  const { versions } = asSignedBy(plan, attachment.provider);
  let found = versions[0] as VersionPlan;
  for (const version of versions.slice(1)) {
    const from = version.countsFor === 'outcomes' ? day : attachment.day;
    if (from >= version.countsFrom) found = version;
  }
  return found;
}

/**
 * Repeats are numbered by their days in each instance; where a second referral falls to the same
 * attachment, its numbers go on. Days are lines by their months.
 */
function numbered(kept: readonly Achievement[]): Achievement[] {
  const sorted = [...kept].sort((a, b) => a.day - b.day);
  const instances = new Map(sorted.map(({ instance }) => [instance.key, instance]));
  const found: Achievement[] = [];
  for (const instance of [...instances.values()].sort((a, b) => a.start - b.start)) {
    const own = sorted.filter((each) => isSame(each.instance, instance) && !each.month);
    const before = [...found];
    for (const [index, each] of own.entries()) {
      const { times } = each.outcome;
      if (times !== 'any' && index >= times) continue;
      const taken = before
        .filter(({ attachment }) => attachment.id === each.attachment.id)
        .map(({ number, instance: other }) => (isSame(other, instance) ? 0 : Number(number)));
      found.push({ ...each, number: Math.max(0, ...taken) + index + 1 });
    }
  }
  return [...found, ...monthly(sorted)];
}

/** One line a month for each attachment: its own days, or else those that were another's. */
function monthly(kept: readonly Achievement[]): Achievement[] {
  const lines = new Map<string, Achievement>();
  for (const each of kept) {
    if (each.month === undefined) continue;
    const key = `${each.month}|${each.attachment.id}`;
    const known = lines.get(key);
    if (known !== undefined && each.isOthers && !known.isOthers) continue;
    const isMore = known !== undefined && known.isOthers === each.isOthers && !each.isOthers;
    const quantity = isMore ? add(known.quantity, each.quantity) : each.quantity;
    const days = isMore ? [known.firstDay, each.firstDay] : [each.firstDay];
    const firstDay = Math.min(...days.map((day) => day ?? each.day));
    lines.set(key, { ...each, quantity, firstDay, number: each.month });
  }
  return [...lines.values()];
}

/** The window of an outcome for the statuses: undefined where its anchor has not happened. */
export function windowFor(asked: Asked): Window | undefined {
  return windowOf(settingOf(asked));
}
