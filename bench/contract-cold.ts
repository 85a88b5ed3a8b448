// Reads the page on standard input in a new process, and prints how many milliseconds that took.
import { readFileSync } from 'node:fs';
import { readContract } from '../src/contract/index.ts';

const text = readFileSync(0, 'utf8');
const started = performance.now();
readContract(text);
process.stdout.write(String(performance.now() - started));
