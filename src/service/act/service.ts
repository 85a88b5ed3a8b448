import type { Files } from '../../store/files/index.ts';
import type { Store } from '../../store/index.ts';
import type { Keys } from '../../store/keys/index.ts';
import type { SignInSettings } from '../sign-in/sign-in-settings.ts';

/** What every action works with, opened once. */
export type Service = Readonly<{
  store: Store;
  /** Keys of what is sealed; they lie outside the database. */
  keys: Keys;
  /** Evidence and uploads, by the hash of their content. */
  files: Files;
  /** The moment, in milliseconds since 1970; tests and the demonstration set their own. */
  clock: () => number;
  /** Where people reach the service, for links in messages: `https://…` without a slash. */
  address: string;
  /** How people sign in; where it is left out, in no other way than by password and passkey. */
  signIn?: SignInSettings;
  /** How long a page may be checked for, and may wait for its turn; usually some seconds. */
  checking?: Readonly<{ milliseconds: number; waitMilliseconds: number }>;
  /** Told the name of each step between two effects; the tests of kills end the program there. */
  step?: (name: string) => void;
  /** Told a fault in what follows a change that is kept; who asked for it is answered it. */
  tellFault?: (error: unknown, what: string) => void;
}>;
