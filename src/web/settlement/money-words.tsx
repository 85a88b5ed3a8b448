import type { JSX } from 'preact';
import {
  type Day as CalendarDay,
  dayNumber,
  formatDate,
  monthNames,
} from '../../calendar/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import { Money, Status, type Tone } from '../look/index.ts';

type SumProps = Readonly<{ of: string | readonly string[]; currency: string }>;

/** A sum as answers have it, in full; or what several of them come to. */
export function Sum({ of, currency }: SumProps): JSX.Element {
  const units = [of].flat().reduce((sum, each) => sum + unitsOfMajor(each), 0n);
  return <Money money={{ units, currency }} isFull />;
}

type State = 'prepared' | 'approved' | 'refused' | 'set aside';

const tones: Readonly<Record<State, Readonly<{ tone: Tone; words: string }>>> = {
  prepared: { tone: 'waiting', words: 'Waits for approval' },
  approved: { tone: 'good', words: 'Approved' },
  refused: { tone: 'bad', words: 'Refused' },
  'set aside': { tone: 'neutral', words: 'Set aside' },
};

/** Where a settlement stands, in words with their shape. */
export function SettlementState({ state }: Readonly<{ state: State }>): JSX.Element {
  const { tone, words } = tones[state];
  return <Status tone={tone}>{words}</Status>;
}

/** "31 March 2028". */
export function dateWords(day: string): string {
  return formatDate(dayNumber(day as CalendarDay));
}

/** "June 2027" of `2027-06`; anything else as it is. */
export function monthWords(name: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(name) ?? [];
  return month === undefined ? name : `${monthNames[Number(month) - 1] ?? month} ${year ?? ''}`;
}

/** Names from the page as they stand; words of the language, such as grant, as a name. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** References are random and long; the first eight characters tell people apart on one sheet. */
export function Reference({ of }: Readonly<{ of: string | undefined }>): JSX.Element {
  return of === undefined ? <>–</> : <code>{of.slice(0, 8)}</code>;
}

const causes: Readonly<Record<string, string>> = {
  first: 'Nothing was settled before',
  facts: 'Facts of their own, known or true since',
  line: 'Another line moved, in the same limit, band or total',
  day: 'A day has passed, or a period has closed',
  version: 'Another version of the page',
  engine: 'Another version of the engine',
  'facts given': 'Facts of days settled before are others now',
};

/** What moved a line, in words. */
export function causeWords(cause: string): string {
  return causes[cause] ?? cause;
}
