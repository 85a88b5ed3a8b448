import { add } from '../../money/index.ts';
import type { GroupPlan, VersionPlan } from '../plan/plan.ts';
import type { Instance } from '../whose/instance.ts';
import type { Attachment } from '../whose/roster.ts';
import type { PlacedOutcome } from '../work.ts';
import type { Achievement } from './index.ts';

/** An achievement, whose it is and the terms that it keeps. */
export type Found = Readonly<{
  achievement: Achievement;
  instance: Instance;
  placed: PlacedOutcome;
  version: VersionPlan;
  group: GroupPlan;
  attachment: Attachment;
  /** Seen by this attachment while it belonged to another. */
  isOthers: boolean;
  /** The how-manieth, or the month; of what has not its place yet, among its own alone. */
  number: number | string;
}>;

/**
 * Step 3, repeats. Numbers the achievements of one outcome by their days within each instance; one
 * beyond what its own terms allow is none. Days are numbered by their month.
 */
export function inTheirPlaces(found: readonly Found[]): readonly Found[] {
  const instances = new Map<string, Found[]>();
  for (const each of found) {
    const { scope, key } = each.instance;
    const own = instances.get(`${scope}|${key}`);
    if (own) own.push(each);
    else instances.set(`${scope}|${key}`, [each]);
  }
  const taken = new Map<string, number>();
  const months = new Map<string, Found>();
  const numbered = [...instances.values()].flatMap((own) => {
    own.sort(byItsDay);
    if (own[0]?.achievement.month === undefined) return byNumber(own, taken);
    for (const each of own) addMonth(months, each);
    return [];
  });
  return [...numbered, ...[...months.values()].sort(byItsDay)];
}

function byItsDay(a: Found, b: Found): number {
  return a.achievement.day - b.achievement.day;
}

/**
 * Where two referrals fall to one attachment the numbers of the second go on from those of the
 * first, so that no two lines have one name.
 */
function byNumber(own: readonly Found[], taken: Map<string, number>): readonly Found[] {
  const before = new Map(taken);
  const numbered: Found[] = [];
  own.forEach((each, index) => {
    const { times } = each.placed.outcome;
    if (times !== 'any' && index >= times) return;
    const number = (before.get(each.attachment.id) ?? 0) + index + 1;
    taken.set(each.attachment.id, Math.max(taken.get(each.attachment.id) ?? 0, number));
    numbered.push(numberedAs(each, number));
  });
  return numbered;
}

/** Written out, as copying by spreading takes far longer. */
function numberedAs(
  found: Found,
  number: number | string,
  achievement: Achievement = found.achievement,
): Found {
  const { instance, placed, version, group, attachment, isOthers } = found;
  return { achievement, instance, placed, version, group, attachment, isOthers, number };
}

/**
 * One line a month for each attachment: its own days before those that were another's, and those of
 * several referrals together.
 */
function addMonth(months: Map<string, Found>, found: Found): void {
  const number = found.achievement.month ?? '';
  const key = `${number}|${found.attachment.id}`;
  const known = months.get(key);
  if (known && found.isOthers && !known.isOthers) return;
  const isMore = known && known.instance.key !== found.instance.key;
  const achievement = isMore ? together(known, found) : found.achievement;
  months.set(key, numberedAs(found, number, achievement));
}

function together({ achievement: one }: Found, { achievement: other }: Found): Achievement {
  const { passed } = other;
  return {
    ...other,
    from: one.from,
    certainOn: Math.max(one.certainOn, other.certainOn),
    quantity: add(one.quantity, other.quantity),
    ...(passed
      ? { passed: { ...passed, days: [...(one.passed?.days ?? []), ...passed.days] } }
      : {}),
  };
}
