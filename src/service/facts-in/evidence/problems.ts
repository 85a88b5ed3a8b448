import { noPlace, type Problem } from '../../../problem/index.ts';

export function evidenceNotThere(): Problem {
  return {
    code: 'evidence.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'evidence' },
    message: 'There is no such evidence, or it was erased with the participant it was about.',
    help: 'Go back to the fact that it showed.',
  };
}

export function askedAlready(): Problem {
  return {
    code: 'evidence.asked_already',
    severity: 'error',
    at: { ...noPlace(), field: 'ask' },
    message: 'More was asked for already, and nothing has come in since.',
    help: 'Wait for it, or decide on what is shown.',
  };
}

export function askNotNeeded(): Problem {
  return {
    code: 'evidence.not_needed',
    severity: 'error',
    at: { ...noPlace(), field: 'ask' },
    message: 'This fact is decided, and nothing more is asked to be shown for it.',
    help: 'Go back to the list of those that wait.',
  };
}

export function askWithoutReason(): Problem {
  return {
    code: 'evidence.reason_missing',
    severity: 'error',
    at: { ...noPlace(), field: 'ask' },
    message: 'More is asked for with a reason, and none is chosen.',
    help: 'Choose the reason that fits best.',
  };
}
