import { formatProblem } from '../problem/index.ts';
import { findFileReason } from '../service/index.ts';
import { exitCodes } from './exit-code.ts';
import { resultUnwritable } from './problems.ts';
import { shownLines } from './shown-lines.ts';

/** Where a verb writes: results to one side, everything said about them to the other. */
export type Screen = Readonly<{
  /** Writes a result, with a line's end. */
  show(text: string): void;
  /**
   * Writes a result as it is, to be sent on: a page, a table, a document. On a terminal whatever
   * that would obey is made visible instead.
   */
  pass(content: string | Uint8Array): void;
  /** Writes what is only said, so that results can be sent on to another program. */
  say(text: string): void;
  paint: Paint;
  /** Whether a person is there to read what is shown, and to answer. */
  isTerminal: boolean;
}>;

export type Colour = 'bold' | 'soft' | 'red' | 'yellow' | 'green';

/** Colours the text on a terminal; elsewhere leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  soft: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
};

/** The screen of this process. */
export function openScreen(): Screen {
  stopWhenNothingIsTaken(process.stdout);
  stopWhenNothingIsTaken(process.stderr);
  const isTerminal = process.stdout.isTTY === true;
  const isColoured = wantsColour(isTerminal);
  return {
    show: (text) => void process.stdout.write(`${text}\n`),
    pass: (content) => {
      const isShown = isTerminal && typeof content === 'string';
      process.stdout.write(isShown ? shownLines(content) : content);
    },
    say: (text) => void process.stderr.write(`${text}\n`),
    paint: (colour, text) => (isColoured ? painted(colour, text) : text),
    isTerminal: isTerminal && process.stdin.isTTY === true,
  };
}

// https://no-color.org and its counterpart, as most programs read them.
function wantsColour(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return isTerminal && TERM !== 'dumb';
}

function painted(colour: Colour, text: string): string {
  const [on, off] = codes[colour];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

/**
 * `outturn … | head` closes its end early; that is no fault of anybody. A disk that is full is no
 * fault of ours either, and is said as far as anything can be.
 */
function stopWhenNothingIsTaken(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    const reason = findFileReason(error);
    if (reason === undefined) throw error;
    if (stream === process.stdout) {
      process.stderr.write(`${formatProblem(resultUnwritable(reason))}\n`);
    }
    process.exit(exitCodes.problems);
  });
}
