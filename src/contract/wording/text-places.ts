import { textOf } from '../page/tokens.ts';
import { listed } from './name-places.ts';
import { type Complaint, oneToken, type PlaceType, type Read } from './place-type.ts';

// Marks that would be read as Markdown, or as the end of a cell, when the page is printed again.
const marks = /[*|`<>\\[\]_#~\n]|&(?=#|\p{L}+;)/u;

// A full stop and the beginning of another sentence; the stop of an initial, as in U.S., is none.
const runsOn = /(?<!\b\p{Lu})\.\s+\p{Lu}/u;

/**
 * Free words: binding, printed, not run. They end where the next words of the form begin, and never
 * run on over a full stop into another sentence, which would then bind unread.
 */
const words: PlaceType<string> = {
  expects: 'words',
  example: 'a place to live that is safe',
  *read({ text, tokens }, at) {
    for (let end = at + 1; end <= tokens.length; end += 1) {
      const value = textOf(text, tokens.slice(at, end));
      if (marks.test(value) || runsOn.test(value)) return;
      yield { value, end };
    }
  },
  print: (value) => value,
  schema: {
    type: 'string',
    minLength: 1,
    pattern: '^(?!.*(?<!\\b\\p{Lu})\\.\\s+\\p{Lu})(?!.*&(#|\\p{L}+;))[^*|`<>\\\\\\[\\]_#~\\n]+$',
  },
  complain: (value) => (marks.test(value) ? markNotAllowed(value) : runOn(value)),
};

/** What is wrong with text that binds but is not a sentence: a title, or who belongs to a group. */
export function complaintOfWords(value: string): Complaint | undefined {
  return marks.test(value) ? markNotAllowed(value) : undefined;
}

// Words for all of them, which would otherwise be read as the name of one.
const everyone = /^(each|every|any|all|no|both) (the )?(provider|payer|subcontractor)s?$/i;

/** A provider or payer by name, in one breath: a comma would begin something else. */
const party: PlaceType<string> = {
  ...words,
  expects: 'the name of a provider or payer',
  example: 'Bright Futures',
  *read(reading, at) {
    for (const read of words.read(reading, at)) {
      if (/[,;:]/.test(read.value)) return;
      if (!everyone.test(read.value)) yield read;
    }
  },
  complain: (value) =>
    marks.test(value)
      ? markNotAllowed(value)
      : {
          code: 'party.not_a_name',
          message: `"${value}" is not the name of a provider or payer.`,
          help: 'Write the name of one, without commas, colons and semicolons.',
        },
};

function markNotAllowed(value: string): Complaint {
  return {
    code: 'words.mark_not_allowed',
    message: `"${value}" holds ${marks.exec(value)?.[0]}, which means something in Markdown.`,
    help: 'Leave out * | ` < > \\ [ ] _ ~ # and codes such as &nbsp;.',
  };
}

function runOn(value: string): Complaint {
  return {
    code: 'words.two_sentences',
    message: `"${value}" runs on over a full stop into another sentence.`,
    help: 'Write each sentence as an item of its own.',
  };
}

/** "a family", "an organisation": the page's word for a participant. */
const participant: PlaceType<string> = {
  expects: 'a word for what is served, with a or an before it',
  example: 'a family',
  *read(reading, at) {
    const article = reading.tokens[at]?.lower;
    if (article !== 'a' && article !== 'an') return;
    for (const { value, end } of words.read(reading, at + 1)) {
      const unit = value.toLowerCase();
      if (!/^(attachment|referral)$/.test(unit)) yield { value: unit, end };
    }
  },
  print: (value) => `${/^[aeiou]/.test(value) ? 'an' : 'a'} ${value}`,
  schema: { type: 'string', minLength: 1, pattern: '^[^*|`<>\\\\\\[\\]_#\\n]+$' },
  complain: (value) => ({
    code: 'opening.unit_not_a_thing',
    message: `"${value}" does not say what each participant is.`,
    help: 'Write "a" or "an" and a word of your own, as in "a family" or "an organisation".',
  }),
};

/** `area=Leeds`: a characteristic of the participant as recorded for the attachment day. */
const characteristics: PlaceType<readonly string[]> = {
  expects: 'characteristics, such as area=Leeds',
  example: 'area=Leeds',
  *read({ tokens }, at) {
    const found: string[] = [];
    const reads: Read<readonly string[]>[] = [];
    for (let end = at; ; end += 1) {
      const token = tokens[end];
      if (!token || !/^[\p{L}\p{N}-]+=[\p{L}\p{N}’'&+/.-]+$/u.test(token.text)) break;
      found.push(token.text);
      reads.unshift({ value: [...new Set(found)], end: end + 1 });
      if (tokens[end + 1]?.lower !== 'and') break;
      end += 1;
    }
    yield* reads;
  },
  print: (value) => listed(value, 'and').replaceAll(', ', ' and '),
  schema: {
    type: 'array',
    items: { type: 'string', pattern: '^[^=\\s]+=[^=\\s]+$' },
    minItems: 1,
    uniqueItems: true,
  },
  complain: (value) => ({
    code: 'characteristic.not_key_and_value',
    message: `"${value}" is not a characteristic.`,
    help: 'Write a key, an equals sign and a value without spaces, as in area=Leeds.',
  }),
};

type State = 'claimed' | 'waiting' | 'not selected';
const stateNames: readonly State[] = ['claimed', 'waiting', 'not selected'];

const states: PlaceType<readonly State[]> = {
  expects: 'claimed, waiting or not selected',
  example: 'claimed or waiting',
  *read({ text, tokens }, at) {
    for (let end = Math.min(tokens.length, at + 8); end > at; end -= 1) {
      const names = textOf(text, tokens.slice(at, end))
        .toLowerCase()
        .split(/, (?:or )?| or /);
      const isState = (name: string): name is State => stateNames.some((state) => state === name);
      if (names.every(isState)) yield { value: [...new Set(names)], end };
    }
  },
  print: (value) => listed(value, 'or'),
  schema: { type: 'array', items: { enum: stateNames }, minItems: 1, uniqueItems: true },
};

const hash = oneToken<string>(
  {
    expects: 'the hash of the terms of an earlier version',
    example: `sha256:${'0'.repeat(64)}`,
    print: (value) => value,
    schema: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    complain: (text) => ({
      code: 'version.not_a_hash',
      message: `"${text}" is not the hash of a version's terms.`,
      help: 'Copy it from "outturn check" of the earlier version: sha256: and 64 digits.',
    }),
  },
  ({ lower }) => (/^sha256:[0-9a-f]{64}$/.test(lower) ? lower : undefined),
);

/** The places that hold text. */
export const textPlaces = { words, party, participant, characteristics, states, hash };
