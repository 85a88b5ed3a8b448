import { dayOf } from '../../calendar/index.ts';
import { formatMajor } from '../../money/index.ts';
import { noDay } from '../columns/line-chunks.ts';
import type { OwedByColumn } from '../owed.ts';
import type { ResultLine, ResultNotPaid } from '../result.ts';
import { type EarlierAt, type EarlierText, earlierTexts } from './earlier-chunk.ts';

/** Earlier lines that are not as they were, by what their columns say of them. */
export type NotedLines = Readonly<{
  places: number[];
  /** Of each line as many numbers, one line after the other. */
  numbers: number[];
  participants: string[];
  attachments: string[];
}>;

export function notedLines(): NotedLines {
  return { places: [], numbers: [], participants: [], attachments: [] };
}

const plainNumbers = ['day', 'payableOn', 'version', 'gross', 'amount'] as const;
const numbersEach = plainNumbers.length + earlierTexts.length;

/** Whose line one is. */
export type Owner = Readonly<{ participant: string; attachment: string }>;

/** Notes a line, as the next. */
export function noteLine(noted: NotedLines, { chunk, at }: EarlierAt, owner: Owner): void {
  for (const name of plainNumbers) noted.numbers.push(chunk[name][at] as number);
  for (const name of earlierTexts) noted.numbers.push(chunk[name][at] as number);
  noted.participants.push(owner.participant);
  noted.attachments.push(owner.attachment);
  noted.places.push(chunk.place[at] as number);
}

/** Whether a plain line is known from its columns: it says nothing that no line says today. */
export function canBeNoted({ chunk, at }: EarlierAt): boolean {
  return (
    chunk.day[at] !== noDay &&
    chunk.version[at] !== noDay &&
    earlierTexts.every((name) => {
      const number = chunk[name][at] as number;
      return number >= 0 || (number === -1 && (name === 'group' || name === 'unpaid'));
    })
  );
}

/** An earlier line as a result has it, with what of it is not paid. */
export type NotedLine = Readonly<{ line: ResultLine; notPaid: readonly ResultNotPaid[] }>;

/** Makes lines that were noted, by their numbers. */
export function notedLineMaker(
  noted: NotedLines,
  { plan, currency }: Pick<OwedByColumn, 'plan' | 'currency'>,
  pools: Readonly<Record<EarlierText, Iterable<string>>>,
): (number: number) => NotedLine {
  const texts = earlierTexts.map((name) => [...pools[name]]);
  return (number) => {
    const from = number * numbersEach;
    const [day, payableOn, version, gross, amount] = noted.numbers.slice(from, from + 5) as Plain;
    const textOf = (name: EarlierText) => {
      const column = earlierTexts.indexOf(name);
      return texts[column]?.[noted.numbers[from + plainNumbers.length + column] as number];
    };
    const [clause, provider, written] = [textOf('clause'), textOf('provider'), textOf('number')];
    const group = textOf('group');
    const name = `${clause}|${noted.attachments[number]}|${provider}|${written}`;
    const line = {
      line: name,
      clause: clause ?? '',
      participant: noted.participants[number] ?? '',
      provider: provider ?? '',
      payer: plan.payer,
      payee: provider ?? '',
      outcome: textOf('outcome') ?? '',
      number: numberOf(written ?? ''),
      ...(group === undefined ? {} : { group }),
      day: dayOf(day),
      payableOn: payableOn === noDay ? null : dayOf(payableOn),
      quantity: textOf('quantity') ?? '',
      price: textOf('price') ?? '',
      gross: formatMajor(BigInt(gross), currency),
      amount: formatMajor(BigInt(amount), currency),
      version,
    };
    return { line, notPaid: unpaidOf(textOf('unpaid'), name) };
  };
}

type Plain = [number, number, number, number, number];

function numberOf(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** What `unpaidText` says of a line, which is named in it no more. */
function unpaidOf(text: string | undefined, line: string): readonly ResultNotPaid[] {
  if (text === undefined) return [];
  const parts = JSON.parse(text) as readonly Omit<ResultNotPaid, 'line'>[];
  return parts.map((each) => ({ ...each, line }));
}
