import type { Readable } from 'node:stream';
import type { Static, TSchema } from 'typebox';
import type { Problem, Result } from '../problem/index.ts';
import type { Actor } from '../service/access/index.ts';
import type { Action, Service, Who } from '../service/act/index.ts';
import type { FileType } from '../store/files/index.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * A call of the API. What stands in the path, in the query and in the body is the input of its
 * action together, so that nothing is said twice.
 */
export type Route = Readonly<{
  method: Method;
  /** Under `/api`, with `:names` of the action's input: `/programmes/:programme/page`. */
  path: string;
  action: Action;
  /** What is answered when all is well; 200 where it does not say. */
  status?: 200 | 201 | 202 | 204;
  /** A body that is a file: it is kept before the action runs, which is given an `Upload`. */
  takesFile?: TakesFile;
  /** An answer that is a file and not JSON. */
  givesFile?: boolean;
}>;

/** How large a file may be, and what it may be; by content, whatever its name. */
export type TakesFile = Readonly<{ bytesMax: number; types: readonly FileType[] }>;

/**
 * A file that was sent and has been kept, sealed under a key of its own: the person key `upload`.
 * What was done with it decides when that key is destroyed.
 */
export type Upload = Readonly<{
  upload: string;
  file: string;
  fileType: FileType;
  fileBytes: number;
}>;

/** A page that people see, or what a form on it does. */
export type Screen = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  /** Who sees it; what may be done there is for the actions to say, which it performs. */
  who: Who;
  show: (visit: Visit) => Promise<Answer>;
}> &
  ScreenFor;

/**
 * The action that a screen is there for: it is shown to nobody who may not do that. A form that
 * carries files always says it, so that none is taken in of others.
 */
type ScreenFor = Readonly<
  { takesFile?: never; isFor?: Action } | { takesFile: TakesFile; isFor: Action }
>;

/** Somebody at a screen. */
export type Visit = Readonly<{
  service: Service;
  actor: Actor;
  /** The address asked for, with its query, for going back to it. */
  url: string;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** Fields of the form as they were sent; one that was sent several times is a list. */
  form: Readonly<Record<string, string | readonly string[]>>;
  /** Files of the form that were sent and kept, by field; none where none was chosen. */
  uploads: Readonly<Record<string, Upload>>;
  /** What stands in the way of files of the form that were not kept, by field. */
  uploadProblems: readonly Problem[];
  /** Stands in each form of the page, and must come back with it. */
  csrf: string;
  /** A word said once after a change, kept through the step to the next page. */
  said?: string;
  assets: PageAssets;
  /** Where it comes from, as far as can be told: the address and how the browser names itself. */
  from: Readonly<{ address: string; agent: string }>;
  perform: <Input extends TSchema, Output extends TSchema>(
    action: Action<Input, Output>,
    input: unknown,
  ) => Promise<Result<Static<Output>>>;
}>;

/** Addresses of what every page needs beside it. */
export type PageAssets = Readonly<{ style: string; mark: string; islands: string }>;

/** What a screen answers. */
export type Answer =
  | Readonly<{ kind: 'page'; html: string; status?: number; cookies?: readonly Cookie[] }>
  | Readonly<{ kind: 'go'; to: string; say?: string; cookies?: readonly Cookie[] }>
  | Readonly<{ kind: 'file'; file: GivenFile }>;

/** A cookie to be set, or to be taken away where it has no value. */
export type Cookie = Readonly<{ name: 'sign-in' | 'way'; value?: string; secondsMax?: number }>;

/** A file that is handed out: always to be kept, never shown inside our pages. */
export type GivenFile = Readonly<{
  name: string;
  mediaType: string;
  body: string | Uint8Array | Readable;
}>;
