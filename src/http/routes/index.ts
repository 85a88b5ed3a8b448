import type { Route } from '../route.ts';
import { organisationsRoutes } from './organisations.ts';
import { programmesRoutes } from './programmes.ts';
import { signInRoutes } from './sign-in.ts';

/** Every call of the API, area by area. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...organisationsRoutes,
  ...programmesRoutes,
];
