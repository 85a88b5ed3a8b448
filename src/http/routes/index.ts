import type { Route } from '../route.ts';

/** Every call of the API, area by area. */
export const routes: readonly Route[] = [];
