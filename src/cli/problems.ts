import { noPlace, type Problem } from '../problem/index.ts';

// Problems of how the program was called.

export function verbUnknown(word: string, near: string | undefined): Problem {
  return {
    code: 'command.verb_unknown',
    severity: 'error',
    at: noPlace(),
    message: `There is no verb "${word}".`,
    help:
      near === undefined ? 'Run `outturn --help` to see what there is.' : `Did you mean "${near}"?`,
  };
}

export function verbMissing(): Problem {
  return {
    code: 'command.verb_missing',
    severity: 'error',
    at: noPlace(),
    message: 'No verb was given.',
    help: 'Run `outturn --help` to see what there is, or `outturn demo` to see it at work.',
  };
}

export function optionUnknown(option: string, verb: string, near: string | undefined): Problem {
  return {
    code: 'command.option_unknown',
    severity: 'error',
    at: noPlace(),
    message: `\`outturn ${verb}\` has no option ${option}.`,
    help:
      near === undefined
        ? `Run \`outturn ${verb} --help\` to see its options.`
        : `Did you mean ${near}?`,
  };
}

export function optionValueMissing(option: string, verb: string): Problem {
  return {
    code: 'command.option_value_missing',
    severity: 'error',
    at: noPlace(),
    message: `The option ${option} needs a value after it.`,
    help: `Run \`outturn ${verb} --help\` for an example.`,
  };
}

export function optionMissing(option: string, verb: string): Problem {
  return {
    code: 'command.option_missing',
    severity: 'error',
    at: noPlace(),
    message: `\`outturn ${verb}\` needs the option ${option}.`,
    help: `Run \`outturn ${verb} --help\` for an example.`,
  };
}

export function argumentMissing(argument: string, verb: string): Problem {
  return {
    code: 'command.argument_missing',
    severity: 'error',
    at: noPlace(),
    message: `\`outturn ${verb}\` needs ${argument}.`,
    help: `Run \`outturn ${verb} --help\` for an example.`,
  };
}

export function argumentsOver(verb: string): Problem {
  return {
    code: 'command.arguments_over',
    severity: 'error',
    at: noPlace(),
    message: `\`outturn ${verb}\` was given more than it takes.`,
    help: `Put names with spaces in quotation marks; \`outturn ${verb} --help\` has an example.`,
  };
}

export function headNotUnderstood(given: string): Problem {
  return {
    code: 'command.head_not_understood',
    severity: 'error',
    at: noPlace(),
    message: `A head is 64 hexadecimal digits in lower case, and "${given}" is not.`,
    help: 'Give the hash with which the record ended, as it was shown when it was verified.',
  };
}

export function dayNotUnderstood(value: string, option: string): Problem {
  return {
    code: 'command.day_not_understood',
    severity: 'error',
    at: noPlace(),
    message: `"${value}", given for ${option}, is not a day.`,
    help: 'Write a day of the calendar as 2027-09-30: year, month, day.',
  };
}

export function valueNotUnderstood(value: string, option: string, allowed: string): Problem {
  return {
    code: 'command.value_not_understood',
    severity: 'error',
    at: noPlace(),
    message: `"${value}" is not a value that ${option} takes.`,
    help: `It takes ${allowed}.`,
  };
}

export function portNotUnderstood(value: string): Problem {
  return {
    code: 'command.port_not_understood',
    severity: 'error',
    at: noPlace(),
    message: `"${value}", given for --port, is not a port from 0 to 65535.`,
    help: 'Write a number, such as 4180.',
  };
}

export function inputTwice(): Problem {
  return {
    code: 'command.input_twice',
    severity: 'error',
    at: noPlace(),
    message: 'Standard input (-) can be read only once, and was asked for twice.',
    help: 'Put the page or the facts into a file.',
  };
}

export function lineOrParticipant(): Problem {
  return {
    code: 'command.line_or_participant',
    severity: 'error',
    at: noPlace(),
    message: '`outturn why` needs either --line or --participant, and not both.',
    help: 'Run `outturn why --help` for an example.',
  };
}

export function fileWanted(format: string): Problem {
  return {
    code: 'command.file_wanted',
    severity: 'error',
    at: noPlace(),
    message: `A ${format} is not text for a screen.`,
    help: 'Name a file with --out, or send it on with > FILE.',
  };
}

export function optionTwice(option: string): Problem {
  return {
    code: 'command.option_twice',
    severity: 'error',
    at: noPlace(),
    message: `The option ${option} was given twice, and takes one value.`,
    help: 'Keep the one that was meant.',
  };
}

export function resultUnwritable(reason: string): Problem {
  return {
    code: 'output.result_unwritable',
    severity: 'error',
    at: noPlace(),
    message: `The result could not be handed over whole (${reason}).`,
    help: 'Do not use what has arrived. Make room where it goes, and run this again.',
  };
}

export function servicePackageMissing(name: string): Problem {
  return {
    code: 'service.package_missing',
    severity: 'error',
    at: noPlace(),
    message: `The service needs the package ${name}, and it is not installed.`,
    help: `Run \`npm install ${name}\`, then the same command again.`,
  };
}
