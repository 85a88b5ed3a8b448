/**
 * Whether the database refused what somebody may not do (insufficient_privilege): a duty that was
 * taken from them since they began, or an action of ours that had forgotten to ask. Nothing of its
 * transaction is kept.
 */
export function refusedByFence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
