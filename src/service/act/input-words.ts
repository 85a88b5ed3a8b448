import { shownText } from '../../problem/index.ts';

/** What a schema found wrong with a value, as its check says it. */
export type Broken = Readonly<{
  keyword: string;
  params: Readonly<Record<string, unknown>>;
  /** What stands at fault. */
  value: unknown;
}>;

/** The same in plain words: the value where it is worth showing, and the rule. */
export type InputWords = Readonly<{ value: string; rule: string }>;

/** Says what stands against a value that was sent, with the value and the limit. */
export function inputWords({ keyword, params, value }: Broken): InputWords {
  const shown = shownInput(value);
  switch (keyword) {
    case 'format':
      return { value: shown, rule: formats[String(params.format)] ?? anotherWay };
    case 'type':
      return { value: shown, rule: types[String(params.type)] ?? anotherWay };
    case 'enum':
      return among(shown, params.allowedValues);
    case 'const':
      return among(shown, [params.allowedValue]);
    case 'minimum':
      return {
        value: shown,
        rule: `is less than ${limit(params)}, the least it may be`,
      };
    case 'maximum':
      return {
        value: shown,
        rule: `is more than ${limit(params)}, the most it may be`,
      };
    case 'minLength':
    case 'maxLength':
      return ofLength(params, { value, isMost: keyword === 'maxLength' });
    case 'minItems':
    case 'maxItems':
      return ofCount(params, { value, isMost: keyword === 'maxItems' });
    case 'uniqueItems':
      return { value: '', rule: 'has the same twice' };
    case 'boolean':
      return { value: '', rule: 'is not asked for' };
    case 'pattern':
      return { value: shown, rule: anotherWay };
    default:
      return { value: '', rule: 'is not of the shape that is asked for' };
  }
}

const anotherWay = 'is not written as it is asked for';

const formats: Readonly<Record<string, string>> = {
  date: 'is no day, written as year-month-day like 2026-02-28',
  'date-time': 'is no moment, written like 2026-02-28T14:05:00Z',
  uuid: 'is no whole reference',
};

const types: Readonly<Record<string, string>> = {
  integer: 'is no whole number, written in digits alone',
  number: 'is no number, written like 12.5',
  string: 'is no text',
  boolean: 'is neither true nor false',
  array: 'is no list',
  object: 'is no set of named values',
  null: 'is something, and must be nothing',
};

function among(value: string, allowed: unknown): InputWords {
  const choices = Array.isArray(allowed) ? allowed.map(String) : [];
  const isOne = choices.length === 1;
  return { value, rule: `is ${isOne ? 'not' : 'none of these:'} ${choices.join(', ')}` };
}

function limit(params: Broken['params']): string {
  return Number(params.limit).toLocaleString('en-GB');
}

type Measured = Readonly<{ value: unknown; isMost: boolean }>;

function ofLength(params: Broken['params'], { value, isMost }: Measured): InputWords {
  const length = typeof value === 'string' ? [...value].length : 0;
  if (length === 0) return { value: '', rule: 'is empty' };
  const bound = isMost ? `may have ${limit(params)} at most` : `must have ${limit(params)} or more`;
  return {
    value: '',
    rule: `has ${length.toLocaleString('en-GB')} characters, and ${bound}`,
  };
}

function ofCount(params: Broken['params'], { value, isMost }: Measured): InputWords {
  const count = Array.isArray(value) ? value.length : 0;
  if (count === 0) return { value: '', rule: 'is empty' };
  const bound = isMost ? `may have ${limit(params)} at most` : `must have ${limit(params)} or more`;
  return {
    value: '',
    rule: `has ${count.toLocaleString('en-GB')} parts, and ${bound}`,
  };
}

const shownLengthMax = 40;

/** A value that was sent as it may stand in a sentence. */
function shownInput(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return Number.isNaN(value) ? '' : String(value);
  }
  if (typeof value !== 'string') return '';
  const cut = value.length > shownLengthMax ? `${value.slice(0, shownLengthMax)}…` : value;
  return `"${shownText(cut)}"`;
}
