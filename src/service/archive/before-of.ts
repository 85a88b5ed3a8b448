import type { Before } from '../stored/settling.ts';
import type { WithoutLines } from './archive.ts';

/** What a settlement says of the one before, as what follows from it is asked. */
export function beforeOf(said: WithoutLines): Before {
  const { outstanding, gone, erased: _, ...result } = said;
  return { result, outstanding, gone: new Map(gone) };
}
