import type { Screen } from '../http/index.ts';

/** Every screen, area by area. */
export const screens: readonly Screen[] = [];
