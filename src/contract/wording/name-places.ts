import { nearest } from '../../problem/index.ts';
import { otherLines } from '../other-lines.ts';
import { builtInWords } from '../reserved-kinds.ts';
import { type Names, type NameTable, namesAt } from './names.ts';
import type { Complaint, PlaceType, Read, Reading } from './place-type.ts';
import type { AnchorValue } from './place-values.ts';

type NameWord = Readonly<{
  what: string;
  code: string;
  declare: string;
  example: string;
  /** Several of them. */
  list?: string;
}>;

const kindWord: NameWord = {
  what: 'kind of fact',
  code: 'fact.kind_not_declared',
  declare: 'Declare it in the table of Facts.',
  example: 'in settled housing',
  list: 'in hospital or in custody',
};
const scoreWord: NameWord = {
  what: 'score',
  code: 'fact.score_not_declared',
  declare: 'Declare it in the table of Facts as a score.',
  example: 'goals score',
};
const outcomeWord: NameWord = {
  what: 'outcome',
  code: 'outcome.not_declared',
  declare: 'Give it a row of the rate card in Outcomes.',
  example: 'Settled',
  list: 'Settled and Qualified',
};
const measureWord: NameWord = {
  what: 'measure',
  code: 'measure.not_declared',
  declare: 'Define it in Measures, as in "**Fewer jail days**: as estimated by ...".',
  example: 'Fewer jail days',
  list: 'Fewer jail days and Fewer returns',
};
const lineWord: NameWord = {
  what: 'outcome or measure',
  code: 'line.not_declared',
  declare: 'Give it a row of the rate card in Outcomes, or define it in Measures.',
  example: 'Settled',
  list: 'Settled and Fewer jail days',
};
const groupWord: NameWord = {
  what: 'group',
  code: 'group.not_declared',
  declare: 'Declare it in the table of People.',
  example: 'leaving',
};

const periodWord: NameWord = {
  what: 'period',
  code: 'period.not_declared',
  declare: 'Declare it in a table of Clock and endings: period, from, to.',
  example: 'summer term 2028',
  list: 'summer term 2028 and autumn term 2028',
};

const nameSchema = { type: 'string', minLength: 1 };

function oneName(word: NameWord, tableOf: (names: Names) => NameTable): PlaceType<string> {
  return {
    expects: `${/^[aeiou]/.test(word.what) ? 'an' : 'a'} ${word.what} declared on the page`,
    example: word.example,
    read: (reading, at) =>
      namesAt(tableOf(reading.names), reading.tokens, at).map(({ name, end }) => ({
        value: name,
        end,
      })),
    print: (name) => name,
    schema: nameSchema,
    complain: (words, reading) => unknownName(word, words, reading),
  };
}

function unknownName(word: NameWord, words: string, reading: Reading): Complaint {
  const table = tables[word.what]?.(reading.names);
  const notForPay = reading.names.notForPay.byWords.get(words.toLowerCase());
  if (notForPay !== undefined && word.what === 'kind of fact') {
    return {
      code: 'fact.not_for_pay',
      message: `"${notForPay}" is recorded to show what happened, and no outcome may rest on it.`,
      help: 'Name a kind of fact that is declared in the table of Facts.',
    };
  }
  if ([outcomeWord, lineWord].includes(word) && isOtherLine(words)) return notNamed(words);
  const declared = [...(table?.byWords.values() ?? [])];
  const like = nearest(words, declared);
  const few = declared.length > 0 && declared.length <= namesShownMax;
  const known = few ? `The page has ${listed(declared.map(quoted), 'and')}. ` : '';
  return {
    code: word.code,
    message:
      `"${words}" is not ` +
      `${/^[aeiou]/.test(word.what) ? 'an' : 'a'} ${word.what} of ` +
      'this page.',
    help: like === undefined ? `${known}${word.declare}` : `Did you mean "${like}"?`,
  };
}

function isOtherLine(words: string): boolean {
  const name = words.toLowerCase().replace(/^the /, '');
  return otherLines.some((line) => name === line || name === `${line}s`);
}

function notNamed(words: string): Complaint {
  return {
    code: 'line.not_named',
    message: `"${words}" is neither an outcome nor a measure, and no sentence names such lines.`,
    help:
      'Name nothing where all that is paid is meant, or name the outcomes and measures and leave ' +
      'the rest to whoever else pays.',
  };
}

const namesShownMax = 6;
const quoted = (name: string) => `"${name}"`;

const tables: Readonly<Record<string, (names: Names) => NameTable>> = {
  'kind of fact': (names) => names.kinds,
  score: (names) => names.scores,
  outcome: (names) => names.outcomes,
  measure: (names) => names.measures,
  'outcome or measure': (names) => names.lines,
  group: (names) => names.groups,
  period: (names) => names.periods,
};

/** Names in a list: "A", "A or B", "A, B and C". */
function nameList(word: NameWord, joiner: Joiner): PlaceType<readonly string[]> {
  const one = word === kindWord ? kindsAt : oneOf(word);
  return {
    expects: `one or more ${several(word)} of the page, joined by "${joiner}"`,
    example: joiner === 'or' ? (word.list ?? '').replace(' and ', ' or ') : (word.list ?? ''),
    *read(reading, at) {
      let tried = 0;
      for (const { value, end, last } of listsAt(one, reading, at)) {
        if (last === undefined || last === joiner) yield { value, end };
        tried += 1;
        if (tried === listsMax) return;
      }
    },
    print: (names) => listed(names, joiner),
    schema: { type: 'array', items: nameSchema, minItems: 1, uniqueItems: true },
    complain: (words, reading) => {
      const names = words.split(/,? (?:or|and) |, /);
      const unknown = names.find((name) => !isKnown(word, name, reading));
      if (unknown !== undefined || names.length < 2) {
        return unknownName(word, unknown ?? words, reading);
      }
      return {
        code: 'name.joined_otherwise',
        message: `"${words}" must be joined by "${joiner}", because ${reasonFor(joiner, word)}.`,
        help: `Write "${listed(names, joiner)}".`,
      };
    },
  };
}

function reasonFor(joiner: Joiner, word: NameWord): string {
  return joiner === 'or'
    ? `here any one of these ${several(word).replace(/ of fact$/, '')} is enough`
    : `here every one of these ${several(word)} is meant`;
}

/** "kinds of fact", "outcomes", "outcomes or measures". */
function several({ what }: NameWord): string {
  return what === 'kind of fact' ? 'kinds of fact' : `${what.replace(' or ', 's or ')}s`;
}

function isKnown(word: NameWord, name: string, reading: Reading): boolean {
  const plain = name.toLowerCase().replace(/ or above$/, '');
  return tables[word.what]?.(reading.names).byWords.has(plain) ?? false;
}

type NamesAt = (reading: Reading, at: number) => Read<string>[];

/** A kind, or a level and those above it. */
const kindsAt: NamesAt = (reading, at) =>
  namesAt(reading.names.kinds, reading.tokens, at).flatMap(({ name, end }) => {
    const plain = { value: name, end };
    const isOrAbove =
      reading.tokens[end]?.lower === 'or' && reading.tokens[end + 1]?.lower === 'above';
    return isOrAbove ? [{ value: `${name} or above`, end: end + 2 }, plain] : [plain];
  });

function oneOf({ what }: NameWord): NamesAt {
  return (reading, at) => {
    const table = tables[what]?.(reading.names);
    const found = table === undefined ? [] : namesAt(table, reading.tokens, at);
    return found.map(({ name, end }) => ({ value: name, end }));
  };
}

type Joiner = 'and' | 'or';

/** What stands between two items of a list: a comma, or the word that joins the last two. */
type Separator = Readonly<{ is: ',' | Joiner; end: number }>;

type List = Read<readonly string[]> & Readonly<{ last: Separator['is'] | undefined }>;

/** "A", "A or B", "A, B or C": commas, and before the last item the joining word. */
// Names that overlap could be parted in more ways than anyone means.
const listsMax = 200;

function* listsAt(one: NamesAt, reading: Reading, at: number): Generator<List> {
  for (const { value, end } of one(reading, at)) {
    const separator = separatorAt(reading, end);
    if (separator !== undefined) {
      for (const rest of listsAt(one, reading, separator.end)) {
        const last = rest.last ?? separator.is;
        yield { value: [...new Set([value, ...rest.value])], end: rest.end, last };
      }
    }
    yield { value: [value], end, last: undefined };
  }
}

function separatorAt({ tokens }: Reading, at: number): Separator | undefined {
  const word = tokens[at]?.lower;
  if (word === 'or' || word === 'and') return { is: word, end: at + 1 };
  if (word !== ',') return undefined;
  const next = tokens[at + 1]?.lower;
  return next === 'or' || next === 'and' ? { is: next, end: at + 2 } : { is: ',', end: at + 1 };
}

/** "A", "A and B", "A, B and C". */
export function listed(items: readonly string[], joiner: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}

const anchor: PlaceType<AnchorValue> = {
  expects: 'referral, attachment, the start of the contract, a kind of fact or an outcome',
  example: 'attachment',
  *read(reading, at) {
    const word = reading.tokens[at]?.lower;
    if (word === 'attachment' || word === 'referral') yield { value: { is: word }, end: at + 1 };
    const phrase = reading.tokens.slice(at, at + 5).map((token) => token.lower);
    if (phrase.join(' ') === 'the start of the contract') {
      yield { value: { is: 'contract' }, end: at + 5 };
    }
    for (const { name, end } of namesAt(reading.names.outcomes, reading.tokens, at)) {
      yield { value: { is: 'outcome', outcome: name }, end };
    }
    for (const { name, end } of namesAt(reading.names.kinds, reading.tokens, at)) {
      yield { value: { is: 'kind', kind: name }, end };
    }
  },
  print(value) {
    if (value.is === 'kind') return value.kind;
    if (value.is === 'outcome') return value.outcome;
    return value.is === 'contract' ? 'the start of the contract' : value.is;
  },
  schema: {
    oneOf: [
      anchorSchema({ is: { enum: ['attachment', 'referral', 'contract'] } }),
      anchorSchema({ is: { const: 'kind' }, kind: nameSchema }),
      anchorSchema({ is: { const: 'outcome' }, outcome: nameSchema }),
    ],
  },
  complain: (words, { names }) => {
    const known = [...names.outcomes.byWords.values(), ...names.kinds.byWords.values()];
    const like = nearest(words, known);
    return {
      code: 'window.anchor_not_known',
      message: `"${words}" is nothing from which a window can be counted.`,
      help:
        like === undefined
          ? 'Write attachment, referral, the start of the contract, a kind of fact or an outcome.'
          : `Did you mean "${like}"?`,
    };
  },
};

function anchorSchema(properties: Record<string, object>): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

const anyKind = oneName(kindWord, (names) => names.kinds);

/** A kind that the page declares: what is built in has sentences of its own. */
const declaredKind: PlaceType<string> = {
  ...anyKind,
  *read(reading, at) {
    for (const read of anyKind.read(reading, at)) if (!builtInWords.has(read.value)) yield read;
  },
};

/** The places that hold names declared on the page. */
export const namePlaces = {
  kind: declaredKind,
  kinds: nameList(kindWord, 'or'),
  score: oneName(scoreWord, (names) => names.scores),
  outcome: oneName(outcomeWord, (names) => names.outcomes),
  outcomes: nameList(outcomeWord, 'and'),
  'any outcome': nameList(outcomeWord, 'or'),
  measure: oneName(measureWord, (names) => names.measures),
  measures: nameList(measureWord, 'and'),
  lines: nameList(lineWord, 'and'),
  group: oneName(groupWord, (names) => names.groups),
  period: oneName(periodWord, (names) => names.periods),
  periods: nameList(periodWord, 'and'),
  anchor,
};
