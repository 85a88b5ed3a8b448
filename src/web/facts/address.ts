import { isLikeName } from '../../service/facts-in/index.ts';

/** Where the facts of a programme are sent and seen. */
export function factsAddress(programme: string, ...rest: readonly string[]): string {
  return ['/programmes', programme, 'facts', ...rest].join('/');
}

/**
 * Where the record of a participant stands; with what one's organisation calls them, unless that
 * may be a name: addresses are kept by browsers.
 */
export function participantAddress(programme: string, participant: string, as?: string): string {
  const called = as === undefined || isLikeName(as) ? '' : `?${new URLSearchParams({ as })}`;
  return `/programmes/${programme}/participants/${participant}${called}`;
}

/** The short form of a reference, for headings and lists. */
export function shortReference(reference: string): string {
  return reference.slice(0, 8);
}
