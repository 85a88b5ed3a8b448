import { shownText } from '../problem/index.ts';
import { version } from './version.ts';

/** What is said when the program itself is at fault: what happened, and what to send to whom. */
export function faultText(error: unknown, words: readonly string[]): string {
  const { node } = process.versions;
  return [
    'This is a fault of Outturn, and not of your page or your facts. No file was left half done.',
    '',
    `  ${faultMessage(error)}`,
    `  in ${stepsOf(error).join(', called by ') || 'an unknown step'}`,
    `  outturn ${version}, Node ${node}, ${process.platform} ${process.arch}`,
    `  ${shownText(`outturn ${words.join(' ')}`)}`,
    '',
    'Please send these lines to those who look after Outturn for you, with the page and, where',
    'you may, the facts.',
  ].join('\n');
}

/** What happened, on one line. */
export function faultMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return shownText(message.split('\n')[0] ?? '');
}

/** The names of the innermost steps, which say where it happened without a wall of text. */
function stepsOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const steps = [...stack.matchAll(/^ +at (?:async )?([\w$.]+) \(/gm)].map(([, name = '']) => name);
  return steps.filter((name) => !/^(assert|process\.|Module\.|node:|new )/.test(name)).slice(0, 4);
}
