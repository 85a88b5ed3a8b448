import type { DayNumber, Span } from '../../calendar/index.ts';
import { never } from '../plan/open-days.ts';
import type { VersionPlan } from '../plan/plan.ts';
import type { Attachment } from './roster.ts';

/** From this day on, until the next change, outcomes fall to this attachment. */
export type Ownership = Readonly<{ from: DayNumber; owner: Attachment }>;

/**
 * Step 3, whose. To whom an outcome belongs, as the days on which that changes. The provider
 * attached on its day: where two are, the one attached first; where none is, the last that ended
 * before it. Or, where the page says so, the first or the last that was ever attached by its day.
 */
export function ownershipOf(
  attachments: readonly Attachment[],
  whose: VersionPlan['whose'],
): readonly Ownership[] {
  const [only] = attachments;
  if (only !== undefined && attachments.length === 1) return [{ from: only.day, owner: only }];
  const changes: Ownership[] = [];
  for (const from of daysOfChange(attachments)) {
    const owner = ownerBy(attachments, whose, from);
    if (owner && owner.id !== changes.at(-1)?.owner.id) changes.push({ from, owner });
  }
  return changes;
}

/** The attachment to which an outcome of this day falls; none before the first attachment. */
export function findOwner(ownership: readonly Ownership[], day: DayNumber): Attachment | undefined {
  for (let at = ownership.length - 1; at >= 0; at -= 1) {
    const change = ownership[at] as Ownership;
    if (change.from <= day) return change.owner;
  }
  return undefined;
}

/** The days on which an attachment owns outcomes or is there to see them. They are in one go. */
export function territoryOf(attachment: Attachment, ownership: readonly Ownership[]): Span {
  let last = attachment.lastDay;
  ownership.forEach(({ owner }, index) => {
    const ends = (ownership[index + 1]?.from ?? never + 1) - 1;
    if (owner.id === attachment.id) last = Math.max(last, ends);
  });
  return { first: attachment.day, last };
}

function daysOfChange(attachments: readonly Attachment[]): readonly DayNumber[] {
  const days = attachments.flatMap(({ day, lastDay }) =>
    lastDay === never ? [day] : [day, lastDay + 1],
  );
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Nobody where nobody is attached any more: then it stays with the last that ended. */
function ownerBy(
  attachments: readonly Attachment[],
  whose: VersionPlan['whose'],
  day: DayNumber,
): Attachment | undefined {
  const begun = attachments.filter((each) => each.day <= day);
  switch (whose) {
    case 'first':
      return begun[0];
    case 'last':
      return begun.at(-1);
    case 'attached':
      return begun.find((each) => each.lastDay >= day);
  }
}
