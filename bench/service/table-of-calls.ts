import type { Answered } from './ask-much.ts';
import type { Used } from './processor-time.ts';

/** How requests of one kind were answered, and what that took of processors. */
export type Measured = Answered & Readonly<{ used: Used }>;

/** One call, ours and the same bare. */
export type MeasuredCall = Readonly<{
  what: string;
  /** Of the database. */
  questions: number;
  ours: Measured;
  bare: Measured;
}>;

const headings = [
  'call',
  'questions',
  'a second',
  'bare',
  'share',
  '95 of 100 within',
  'bare',
  'processor time: program, database',
  'bare',
];

/** The calls as a table in Markdown. The share is that of the requests that bare answers. */
export function tableOfCalls(calls: readonly MeasuredCall[]): string {
  return [headings, headings.map(() => '---'), ...calls.map(cellsOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cellsOf({ what, questions, ours, bare }: MeasuredCall): readonly string[] {
  return [
    what,
    `${questions}`,
    rate(ours),
    rate(bare),
    (ours.perSecond / bare.perSecond).toFixed(2),
    within(ours),
    within(bare),
    usedEach(ours),
    usedEach(bare),
  ];
}

/** How many are answered in a second. */
export function rate({ perSecond }: Answered): string {
  return perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en-GB');
}

function within({ millisecondsMost95 }: Answered): string {
  return `${millisecondsMost95.toFixed(1)} ms`;
}

function usedEach({ used, asked }: Measured): string {
  return `${(used.program / asked).toFixed(2)}, ${(used.database / asked).toFixed(2)} ms`;
}
