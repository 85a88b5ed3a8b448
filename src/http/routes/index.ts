import type { Route } from '../route.ts';
import { programmesRoutes } from './programmes.ts';

/** Every call of the API, area by area. */
export const routes: readonly Route[] = [...programmesRoutes];
