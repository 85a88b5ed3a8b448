export type { Asset } from './assets.ts';
export { openServer } from './open-server.ts';
export { describeApi } from './openapi.ts';
export { fileNotChosen } from './problems.ts';
export type {
  Answer,
  Cookie,
  GivenFile,
  Method,
  PageAssets,
  Route,
  Screen,
  TakesFile,
  Upload,
  Visit,
} from './route.ts';
export type { FindActor, ServerOptions, ShowProblems } from './server-options.ts';
export { statusOf } from './status-of.ts';
