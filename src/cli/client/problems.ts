import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of asking a server.

export function serverMissing(): Problem {
  return {
    code: 'server.missing',
    severity: 'error',
    at: noPlace(),
    message: 'Nothing says which server is meant.',
    help: 'Add --server with its address, or set OUTTURN_SERVER.',
  };
}

export function serverNotAddress(named: string): Problem {
  return {
    code: 'server.not_address',
    severity: 'error',
    at: noPlace(),
    message: `"${named}" is not the address of a server.`,
    help: 'Write it as https://outturn.example.org, without anything after it.',
  };
}

export function serverNotSealed(named: string): Problem {
  return {
    code: 'server.not_sealed',
    severity: 'error',
    at: noPlace(),
    message: `Anyone on the way to ${named} could read what is sent there, the token too.`,
    help: 'Write the address with https://; http:// is for the same machine alone.',
  };
}

export function serverNotReached(address: string, reason: string): Problem {
  return {
    code: 'server.not_reached',
    severity: 'error',
    at: noPlace(),
    message: `Nobody answers at ${address} (${reason}).`,
    help: 'Look whether the address is right and the service runs, and try again.',
  };
}

export function serverNotOutturn(address: string, reason: string): Problem {
  return {
    code: 'server.not_outturn',
    severity: 'error',
    at: noPlace(),
    message: `What answers at ${address} does not answer as Outturn does (${reason}).`,
    help: 'Give the address that people open in a browser, without anything after the name.',
  };
}

export function tokenMissing(address: string): Problem {
  return {
    code: 'server.token_missing',
    severity: 'error',
    at: noPlace(),
    message: `${address} asks who you are, and OUTTURN_TOKEN is not set.`,
    help: 'Make a token there under Account, and set OUTTURN_TOKEN to it.',
  };
}

export function callUnknown(name: string, near: string | undefined): Problem {
  return {
    code: 'call.unknown',
    severity: 'error',
    at: noPlace(),
    message: `The server has no call named "${name}".`,
    help:
      near === undefined
        ? 'Run `outturn call` without a name to see every one.'
        : `Did you mean "${near}"? \`outturn call\` lists every one.`,
  };
}

type UnknownField = Readonly<{
  call: string;
  name: string;
  names: readonly string[];
  near: string | undefined;
}>;

export function fieldUnknown({ call, name, names, near }: UnknownField): Problem {
  const all = names.length === 0 ? 'It takes nothing.' : `It takes ${names.join(', ')}.`;
  return {
    code: 'call.field_unknown',
    severity: 'error',
    at: noPlace(),
    message: `The call ${call} takes no "${name}".`,
    help: near === undefined ? all : `Did you mean "${near}"?`,
  };
}

export function fieldMissing(call: string, name: string): Problem {
  return {
    code: 'call.field_missing',
    severity: 'error',
    at: noPlace(),
    message: `The call ${call} needs ${name}.`,
    help: `Add ${name}=… to the command.`,
  };
}

export function pairNotUnderstood(word: string): Problem {
  return {
    code: 'call.pair_not_understood',
    severity: 'error',
    at: noPlace(),
    message: `"${word}" says neither a name nor a value.`,
    help: 'Write each field as name=value, in quotation marks where it has spaces.',
  };
}

export function inputNotJson(path: string): Problem {
  return {
    code: 'call.input_not_json',
    severity: 'error',
    at: noPlace(path),
    message: 'The input of a call is one object of JSON, and this is not.',
    help: 'Write it as {"name": "value"}, as docs/api.md shows.',
  };
}

export function fileUncalledFor(call: string): Problem {
  return {
    code: 'call.file_uncalled_for',
    severity: 'error',
    at: noPlace(),
    message: `The call ${call} takes no file.`,
    help: 'Leave --file out; --input gives it fields as JSON.',
  };
}

export function fileWantedBy(call: string): Problem {
  return {
    code: 'call.file_wanted',
    severity: 'error',
    at: noPlace(),
    message: `The call ${call} takes a file, and none was named.`,
    help: 'Name one with --file, or - for standard input.',
  };
}

export function fileNotRead(path: string, reason: string): Problem {
  return {
    code: 'call.file_unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `The file cannot be read (${reason}).`,
    help: 'Look whether its name is right and whether you may read it.',
  };
}

export function fileUnmapped(address: string, header: readonly string[]): Problem {
  const columns = header.slice(0, 6).join(', ');
  return {
    code: 'facts_file.unmapped',
    severity: 'error',
    at: noPlace(),
    message: `Nobody has said yet how columns such as ${columns} are read.`,
    help: `Say it once at ${address}; the file is loaded then, and the next by itself.`,
  };
}

export function fileGivenUp(): Problem {
  return {
    code: 'facts_file.given_up',
    severity: 'error',
    at: noPlace(),
    message: 'The file was given up by somebody before it was loaded.',
    help: 'Send it again, if it is still wanted.',
  };
}
