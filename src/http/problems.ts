import { noPlace, type Problem } from '../problem/index.ts';

export function routeNotThere(): Problem {
  return {
    code: 'address.not_there',
    severity: 'error',
    at: noPlace(),
    message: 'There is nothing at this address.',
    help: 'Go to the first page and look for it from there.',
  };
}

export function formNotOurs(): Problem {
  return {
    code: 'access.form_not_ours',
    severity: 'error',
    at: noPlace(),
    message: 'What was sent did not come from a page that we had shown you since you signed in.',
    help: 'Open the page again, and send it from there.',
  };
}

export function tooOften(seconds: number): Problem {
  return {
    code: 'access.too_often',
    severity: 'error',
    at: noPlace(),
    message: `There were more requests than are allowed; the next is taken in ${seconds} seconds.`,
    help: 'Wait so long, and ask less often.',
  };
}

export function requestUnreadable(reason: string): Problem {
  return {
    code: 'input.unreadable',
    severity: 'error',
    at: noPlace(),
    message: `The request cannot be read (${reason}).`,
    help: 'Send JSON as /openapi.json describes it, or the form of the page.',
  };
}

export function requestTooLarge(bytesMax: number): Problem {
  return {
    code: 'input.too_large',
    severity: 'error',
    at: noPlace(),
    message: `The request is larger than ${bytesMax.toLocaleString('en-GB')} bytes.`,
    help: 'Send less at once, in several parts.',
  };
}

/** A form that takes a file was sent without one. */
export function fileNotChosen(field: string): Problem {
  return {
    code: 'upload.not_chosen',
    severity: 'error',
    at: { ...noPlace(), field },
    message: 'No file is chosen.',
    help: 'Choose the file, and send it again.',
  };
}

/** More is asked at once than can be answered; nothing of the request was done. */
export function serviceBusy(seconds: number): Problem {
  return {
    code: 'service.busy',
    severity: 'error',
    at: noPlace(),
    message: `The service could not answer this in time (a turn comes within ${seconds} seconds).`,
    help: 'Nothing was changed: try it again in a minute.',
  };
}

/** The database does not answer; nothing of the request was done. */
export function withoutDatabase(): Problem {
  return {
    code: 'service.without_database',
    severity: 'error',
    at: noPlace(),
    message: 'The service does not reach its database just now.',
    help: 'Nothing was changed: try it again in a minute.',
  };
}

/** The database answers, and lets the service not in; nothing of the request was done. */
export function notLetIn(code: string): Problem {
  return {
    code: 'service.not_let_in',
    severity: 'error',
    at: noPlace(),
    message: `The database does not let the service in (${code}), and nothing was changed.`,
    help: 'Tell whoever runs the service: its user, password or database has changed.',
  };
}

/** The database went away at the one moment at which nobody can tell what became of it. */
export function endNotKnown(): Problem {
  return {
    code: 'service.end_not_known',
    severity: 'error',
    at: noPlace(),
    message: 'The database went away while this was being kept, and it may be kept or not.',
    help: 'Look whether it is there, and send it again if it is not.',
  };
}

/** A fault of ours: what it was is in the log under this reference, and not in the answer. */
export function atFault(reference: string): Problem {
  return {
    code: 'service.at_fault',
    severity: 'error',
    at: noPlace(),
    message: `Something went wrong on our side, and nothing was changed (${reference}).`,
    help: 'Try it again; if it stays, tell whoever runs the service this reference.',
  };
}
