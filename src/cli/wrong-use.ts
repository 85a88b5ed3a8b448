import type { Command, CommanderError } from 'commander';
import { nearest, type Problem } from '../problem/index.ts';
import {
  argumentMissing,
  argumentsOver,
  optionMissing,
  optionUnknown,
  optionValueMissing,
  valueNotUnderstood,
} from './problems.ts';

/** What was wrong in how the program was called; `undefined` for help and the like. */
export function findWrongUse(error: CommanderError, command: Command): Problem | undefined {
  const verb = command.name();
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const flag = /--?[\w-]+/.exec(word)?.[0] ?? word;
  switch (error.code) {
    case 'commander.unknownOption':
      return optionUnknown(flag, verb, nearest(flag, flagsOf(command)));
    case 'commander.optionMissingArgument':
      return optionValueMissing(longFlag(word), verb);
    case 'commander.missingMandatoryOptionValue':
      return optionMissing(longFlag(word), verb);
    case 'commander.missingArgument':
      return argumentMissing(word, verb);
    case 'commander.excessArguments':
      return argumentsOver(verb);
    case 'commander.invalidArgument':
      return badValue(error);
    default:
      return undefined;
  }
}

function badValue({ message }: CommanderError): Problem {
  const option = /'([^']*)' argument '(.*?)' is invalid/.exec(message);
  const operand = /value '(.*?)' is invalid for argument '([^']*)'/.exec(message);
  const value = option?.[2] ?? operand?.[1] ?? '';
  const name = longFlag(option?.[1] ?? operand?.[2] ?? '');
  const allowed = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
  return valueNotUnderstood(value, name, allowed);
}

function longFlag(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

function flagsOf(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), '--help'];
}
