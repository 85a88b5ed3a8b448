import { type Day, parseDay } from '../calendar/index.ts';
import type { Problem } from '../problem/index.ts';
import {
  bornAfterToday,
  nameMissing,
  safeWayUnknown,
  textOutOfBounds,
  tooMany,
  wayNotReadable,
} from './problems.ts';

/** One way in which somebody can be reached. */
export type ContactWay = Readonly<{
  kind: 'phone' | 'text' | 'e-mail' | 'post' | 'in person';
  /** The number, the address, or where and when to meet. */
  to: string;
}>;

/**
 * Who somebody is and how they are reached: all that is known of a person, sealed under their own
 * key. There is no room in it for anybody else: nobody is reached through their family.
 */
export type ContactDetails = Readonly<{
  /** What they are called, the name to use first. */
  names: readonly string[];
  bornOn?: Day;
  /** The language to write and speak in, in their own words. */
  language?: string;
  ways: readonly ContactWay[];
  /**
   * The one way that is safe, by its place among the ways from 1, as the person said face to face
   * to the worker who recorded it, and when. Until there is one, nothing is ever sent to them.
   */
  safeWay?: Readonly<{ way: number; when?: string }>;
}>;

const asked: Readonly<Record<ContactWay['kind'], string>> = {
  phone: 'telephone number',
  text: 'number for text messages',
  'e-mail': 'e-mail address',
  post: 'address for letters',
  'in person': 'place to meet',
};

const namesMax = 5;
const waysMax = 10;
const lettersMax = 200;

/** Every problem of somebody's contact details. None repeats a name or an address. */
export function checkContactDetails(details: ContactDetails, today: Day): readonly Problem[] {
  const { names, bornOn, language, ways, safeWay } = details;
  const texts = [
    ...names.map((text, index) => [`names.${index + 1}`, text] as const),
    ...ways.map(({ to }, index) => [`ways.${index + 1}`, to] as const),
    ...(language === undefined ? [] : [['language', language] as const]),
    ...(safeWay?.when === undefined ? [] : [['safeWay.when', safeWay.when] as const]),
  ];
  return [
    ...(names.some((name) => name.trim() !== '') ? [] : [nameMissing()]),
    ...(names.length > namesMax ? [tooMany('names', names.length, namesMax)] : []),
    ...(ways.length > waysMax ? [tooMany('ways', ways.length, waysMax)] : []),
    ...texts.flatMap(([field, text]) => checkText(field, text)),
    ...ways.flatMap((way, index) =>
      isReadable(way) ? [] : [wayNotReadable(index + 1, asked[way.kind])],
    ),
    ...(isBorn(bornOn, today) ? [] : [bornAfterToday()]),
    ...(safeWay === undefined || ways[safeWay.way - 1] ? [] : [safeWayUnknown()]),
  ];
}

/** Whether anything may be sent to them at all: a safe way has been recorded. */
export function mayBeWrittenTo({ ways, safeWay }: ContactDetails): boolean {
  return safeWay !== undefined && ways[safeWay.way - 1] !== undefined;
}

function checkText(field: string, text: string): readonly Problem[] {
  const isPlain = !/[\p{Cc}\p{Cf}]/u.test(text.replace(/\r?\n/g, ' '));
  const { length } = text;
  return isPlain && length <= lettersMax ? [] : [textOutOfBounds(field, length, lettersMax)];
}

/**
 * A number has 5 to 15 digits (E.164 has at most 15), perhaps a plus and the marks between digits;
 * an address of e-mail has one @ with something and a dot after it. More is for whoever tries it.
 */
function isReadable({ kind, to }: ContactWay): boolean {
  const written = to.trim();
  switch (kind) {
    case 'phone':
    case 'text': {
      const digits = written.replace(/[\s().\-–/]/g, '');
      return /^\+?\d{5,15}$/.test(digits);
    }
    case 'e-mail':
      return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(written);
    case 'post':
    case 'in person':
      return written !== '';
  }
}

function isBorn(bornOn: Day | undefined, today: Day): boolean {
  return bornOn === undefined || (parseDay(bornOn) !== undefined && bornOn <= today);
}
