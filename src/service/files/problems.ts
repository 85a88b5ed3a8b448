import { noPlace, type Problem } from '../../problem/index.ts';

export function outputUnwritable(path: string, reason: string): Problem {
  return {
    code: 'output.unwritable',
    severity: 'error',
    at: noPlace(path),
    message: `The file cannot be written (${reason}).`,
    help: 'See that its folder is there and that you may write in it.',
  };
}

export function outputExists(path: string): Problem {
  return {
    code: 'output.exists',
    severity: 'error',
    at: noPlace(path),
    message: 'There is a file of this name already, and it was left as it is.',
    help: 'Give another name, such as one with the month in it, or --force to write over it.',
  };
}
