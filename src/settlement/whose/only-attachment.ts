import type { DayNumber } from '../../calendar/index.ts';
import { never } from '../plan/open-days.ts';
import type { Attachment } from './roster.ts';

/** The only attachment that is told of somebody: nobody referred them, and they have not left. */
export function onlyAttachment(
  { id, provider, group }: Pick<Attachment, 'id' | 'provider' | 'group'>,
  day: DayNumber,
): Attachment {
  const referral = { id, day, with: nothing };
  return { id, day, lastDay: never, provider, group, with: nothing, referral };
}

const nothing: readonly string[] = [];
