import type { Problem } from '../problem/index.ts';
import type { Actor } from '../service/access/index.ts';
import type { Service } from '../service/act/index.ts';
import type { Asset } from './assets.ts';
import type { PageAssets, Route, Screen } from './route.ts';
import type { SlowLimits } from './slow-clients.ts';

/** A whole page that says what stands in the way. */
export type ShowProblems = (problems: readonly Problem[], assets: PageAssets) => string;

/** Who a request comes from: found by its sign-in or by its token. */
export type FindActor = (
  service: Service,
  shown: Readonly<{ signIn?: string; bearer?: string }>,
) => Promise<Actor>;

/** What a server answers with. */
export type ServerOptions = Readonly<{
  service: Service;
  routes: readonly Route[];
  screens: readonly Screen[];
  assets: readonly Asset[];
  pageAssets: PageAssets;
  findActor: FindActor;
  /** Of the program, for the description of the API. */
  version: string;
  /** How screens show what stands in the way of a whole page. */
  showProblems: ShowProblems;
  /** Lines of the log, as JSON; nothing is logged without it. */
  log?: (line: string) => void;
  /** Shows to whoever may read the data folder that it is this folder that is served. */
  proveMark?: (asked: string) => string;
  /** How slow whoever sends something may be. */
  slow?: SlowLimits;
  /** Addresses and networks of proxies, beside this machine's own: they tell who is asking. */
  proxies?: readonly string[];
  /** The most requests in a minute by one sign-in or token, or from one address without any. */
  requestsMax?: number;
}>;
