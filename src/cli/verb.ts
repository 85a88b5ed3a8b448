import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Screen } from './screen.ts';

/** What a verb was given: operands in order, options by name. */
export type Given = Readonly<{
  operands: readonly string[];
  options: Readonly<Record<string, unknown>>;
  screen: Screen;
}>;

/** One verb of the command line: how it is called, and what it does. */
export type Verb = Readonly<{
  name: string;
  /** One sentence without its full stop, for the list of verbs. */
  about: string;
  /** Commands that can be typed as they are in a clone, for its help. */
  examples: readonly string[];
  declare: (command: Command) => void;
  act: (given: Given) => Promise<ExitCode>;
}>;
