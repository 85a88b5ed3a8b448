import { type Column, cellLengthMax, columns, columnsNeeded } from './columns.ts';
import { factStates } from './fact-states.ts';

/** A schema, or a part of one, as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const dayPattern = '^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';
const decimalPattern = '^-?[0-9]+(\\.[0-9]+)?$';

const meanings: Readonly<Record<Column, string>> = {
  id: 'What this fact is called; no other fact has the same.',
  kind: 'What happened: a kind the page declares, or a built-in one.',
  participant: 'The reference of the participant.',
  cohort: 'The cohort, for a fact about many people at once.',
  provider: 'The provider.',
  group: 'The group of the participant, which sets the price list.',
  with: 'Characteristics on the day, separated by semicolons.',
  day: 'The day of an occurrence or a score.',
  from: 'The first day of a spell.',
  to: 'The last day of a spell; empty while it goes on.',
  value: 'The number that was recorded.',
  low: 'The lower bound of an estimate.',
  high: 'The upper bound of an estimate.',
  about: 'The outcome or kind that the fact concerns.',
  source: 'Where the record comes from.',
  method: 'How it was found out, or why, as a code.',
  known: 'The day from which the fact counts; its day or its end where this is empty.',
  state: 'Where the claim stands with its verifier; verified where this is empty.',
  replaces: 'The id of the fact that this one takes the place of.',
  signer: 'Who signed it, by role or reference.',
  note: 'Anything; it is read past and never leaves the file.',
};

/** The JSON Schema (2020-12) of one row of NDJSON: the columns of the table and nothing else. */
export function factSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:outturn:schema:fact:1',
    title: 'Fact',
    description: 'One thing that happened: one row of the table of facts.',
    type: 'object',
    properties: Object.fromEntries(
      columns.map((column) => [column, { description: meanings[column], ...formOf(column) }]),
    ),
    required: [...columnsNeeded],
    additionalProperties: false,
  };
}

function formOf(column: Column): JsonSchema {
  switch (column) {
    case 'id':
    case 'kind':
      return { type: 'string', minLength: 1, maxLength: cellLengthMax };
    case 'day':
    case 'from':
    case 'to':
    case 'known':
      return orEmpty({ type: 'string', format: 'date', pattern: dayPattern });
    case 'value':
    case 'low':
    case 'high':
      return orEmpty(
        { type: 'string', pattern: decimalPattern, maxLength: cellLengthMax },
        { type: 'number' },
      );
    case 'state':
      return { enum: [...factStates, '', null] };
    case 'note':
      return { type: ['string', 'null'] };
    case 'participant':
    case 'cohort':
    case 'provider':
    case 'group':
    case 'with':
    case 'about':
    case 'source':
    case 'method':
    case 'replaces':
    case 'signer':
      return { type: ['string', 'null'], maxLength: cellLengthMax };
  }
}

/** An empty cell may be left out, `null` or an empty text. */
function orEmpty(...forms: readonly JsonSchema[]): JsonSchema {
  return { anyOf: [...forms, { const: '' }, { type: 'null' }] };
}
