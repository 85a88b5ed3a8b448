import type { Route } from '../route.ts';
import { factsRoutes } from './facts.ts';
import { joiningRoutes } from './joining.ts';
import { moneyRoutes } from './money.ts';
import { organisationsRoutes } from './organisations.ts';
import { peopleRoutes } from './people.ts';
import { programmesRoutes } from './programmes.ts';
import { recordRoutes } from './record.ts';
import { signInRoutes } from './sign-in.ts';

/** Every call of the API, area by area. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...organisationsRoutes,
  ...programmesRoutes,
  ...joiningRoutes,
  ...peopleRoutes,
  ...factsRoutes,
  ...moneyRoutes,
  ...recordRoutes,
];
