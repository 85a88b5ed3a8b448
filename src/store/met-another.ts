/**
 * Whether a question failed on what somebody else did at the same moment: a row that another has
 * taken meanwhile, or two that waited for each other's. Nothing of its transaction is kept.
 */
export function metAnother(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.has(error.code);
}

// PostgreSQL's: unique_violation and deadlock_detected.
const codes: ReadonlySet<unknown> = new Set(['23505', '40P01']);
