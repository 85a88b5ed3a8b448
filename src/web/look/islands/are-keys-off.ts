const offKey = 'keys';

/**
 * Whether keys of a single character were turned off on this computer. A browser may keep nothing
 * for us; the keys are then on again on the next page.
 */
export function areKeysOff(): boolean {
  try {
    return localStorage.getItem(offKey) === 'off';
  } catch {
    return false;
  }
}

/** Turns them off, or on again. */
export function turnKeys(way: 'off' | 'on'): void {
  try {
    if (way === 'off') localStorage.setItem(offKey, 'off');
    else localStorage.removeItem(offKey);
  } catch {}
}
