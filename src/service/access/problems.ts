import { noPlace, type Place, type Problem } from '../../problem/index.ts';
import { type Duty, dutyNames } from './duties.ts';

export function notSignedIn(): Problem {
  return {
    code: 'access.not_signed_in',
    severity: 'error',
    at: noPlace(),
    message: 'This is for people who have signed in.',
    help: 'Sign in, then do it again.',
  };
}

export function withoutDuty(wanted: readonly Duty[]): Problem {
  const names = wanted.map((duty) => dutyNames[duty]).join(', ');
  return {
    code: 'access.without_duty',
    severity: 'error',
    at: noPlace(),
    message: `This takes one of these duties, and you have none of them here: ${names}.`,
    help: 'Ask an administrator of your organisation for the duty, or choose another organisation.',
  };
}

export function outsideToken(scope: string): Problem {
  return {
    code: 'access.outside_token',
    severity: 'error',
    at: noPlace(),
    message: `The token was not given for ${scope}.`,
    help: 'Make a token with that scope.',
  };
}

export function withoutMoney(): Problem {
  return {
    code: 'access.without_money',
    severity: 'error',
    at: noPlace(),
    message: 'This shows amounts of money, which case workers are not shown.',
    help: 'Ask a colleague with a duty in finance.',
  };
}

/** One answer for what is not there and for what somebody may not know to be there. */
export function programmeNotThere(): Problem {
  return {
    code: 'programme.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'programme' },
    message: 'There is no such programme among those that you take part in.',
    help: 'Go to your programmes and choose one.',
  };
}

/** What was sent is not of the shape that is asked for; its place is the field's to say. */
export function inputOtherwise(
  field: string,
  { value, rule }: Readonly<{ value: string; rule: string }>,
): Problem {
  const at: Place = { ...noPlace(), field };
  const shown = value === '' ? '' : `, ${value},`;
  return {
    code: 'input.otherwise',
    severity: 'error',
    at,
    message: `What is given${shown} ${rule}.`,
    help: 'Change it and send it again.',
  };
}

/** What is asked for was left empty, not chosen or not sent. */
export function inputEmpty(field: string): Problem {
  return {
    code: 'input.empty',
    severity: 'error',
    at: { ...noPlace(), field },
    message: 'Nothing is given.',
    help: 'Fill it in or choose it, and send it again.',
  };
}

export function onceKeyOtherwise(
  length: number,
  { min, max }: Readonly<{ min: number; max: number }>,
): Problem {
  return {
    code: 'once.key_otherwise',
    severity: 'error',
    at: { ...noPlace(), field: 'Idempotency-Key' },
    message: `The idempotency key is ${length} characters long, and must have ${min} to ${max}.`,
    help: 'Use a random text, such as a UUID, for each new request.',
  };
}

export function onceUsedOtherwise(key: string): Problem {
  return {
    code: 'once.used_otherwise',
    severity: 'error',
    at: { ...noPlace(), field: 'Idempotency-Key' },
    message: `The idempotency key ${key} was used before for another request.`,
    help: 'Use a new key for a new request.',
  };
}

export function onceShownBefore(): Problem {
  return {
    code: 'once.shown_before',
    severity: 'error',
    at: { ...noPlace(), field: 'Idempotency-Key' },
    message: 'This was done already, and what it gave is shown only once.',
    help: 'End what was made if nobody kept it, and make another.',
  };
}

export function changedMeanwhile(by: string): Problem {
  return {
    code: 'revision.changed_meanwhile',
    severity: 'error',
    at: { ...noPlace(), field: 'revision' },
    message: `This was changed by ${by} after you had opened it.`,
    help: 'Look at what is there now, and make your change to that.',
  };
}
