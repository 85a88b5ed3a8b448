/** The kinds of fact that say of a participant when it came. */
export const cameAs: ReadonlySet<string> = new Set(['attached', 'referred']);
