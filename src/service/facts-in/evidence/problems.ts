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
