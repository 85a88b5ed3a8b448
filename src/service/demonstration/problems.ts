import { noPlace, type Problem } from '../../problem/index.ts';

export function demonstrationStopped(): Problem {
  return {
    code: 'demonstration.stopped',
    severity: 'error',
    at: noPlace(),
    message: 'The demonstration was stopped while it was being loaded.',
    help: 'Start it again: it is loaded from the beginning.',
  };
}
