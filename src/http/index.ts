export type { ShowProblems } from './add-screens.ts';
export type { Asset } from './assets.ts';
export { type FindActor, openServer, type ServerOptions } from './open-server.ts';
export { describeApi } from './openapi.ts';
export { fieldEmpty, fileNotChosen } from './problems.ts';
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
export { statusOf } from './status-of.ts';
