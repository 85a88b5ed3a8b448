/** Where the facts of a programme are sent and seen. */
export function factsAddress(programme: string, ...rest: readonly string[]): string {
  return ['/programmes', programme, 'facts', ...rest].join('/');
}

/** Where the record of a participant stands, by the reference that was made for it here. */
export function participantAddress(programme: string, participant: string): string {
  return `/programmes/${programme}/participants/${participant}`;
}

/** The short form of a reference, for headings and lists. */
export function shortReference(reference: string): string {
  return reference.slice(0, 8);
}
