import { noPlace, type Problem } from '../../problem/index.ts';

export function typesetterMissing(): Problem {
  return {
    code: 'output.typesetter_missing',
    severity: 'error',
    at: noPlace(),
    message: 'PDF needs the package @myriaddreamin/typst-ts-node-compiler, which is not installed.',
    help: 'Run `npm install @myriaddreamin/typst-ts-node-compiler`, or print the HTML.',
  };
}
