import Type from 'typebox';
import { dayShape, idShape, listOf, nothingElse } from '../programmes/shapes.ts';

// Shapes that inputs and outputs of several actions of joining have in common.

export const fieldName = Type.String({ pattern: '^[a-z][a-z0-9_]{0,99}$' });

/** Answers by the names of the fields, as people write them; an empty one clears. */
export const answersShape = Type.Record(fieldName, Type.String({ maxLength: 2000 }));

/** The last days of documents, by the names of their fields, as people write them. */
export const expiresShape = Type.Record(fieldName, Type.String({ maxLength: 40 }));

export const applicationNumber = Type.Integer({ minimum: 1, maximum: 9999 });

/** What the server says of a file that was sent and kept. */
export const uploadFields = {
  upload: idShape,
  file: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  fileType: Type.String({ maxLength: 20 }),
  fileBytes: Type.Integer({ minimum: 0 }),
};

export const applicationState = Type.Enum(['draft', 'applied', 'withdrawn', 'admitted', 'refused']);

export const standingShape = Type.Enum([
  'applied',
  'refused',
  'withdrawn',
  'admitted',
  'leaving',
  'left',
]);

export const pausedByShape = listOf(Type.Enum(['commissioner', 'provider', 'condition']));

const lengthShape = Type.Object(
  { count: Type.Integer(), unit: Type.String() },
  { ...nothingElse, description: 'A length of the page, as in 12 months.' },
);

/** One field of the form by which a provider applies. */
export const fieldShape = Type.Object(
  {
    name: fieldName,
    label: Type.String(),
    kind: Type.Enum([
      'text',
      'number',
      'percent',
      'money',
      'choice',
      'document',
      'company_number',
      'charity_number',
      'yes',
    ]),
    required: Type.Boolean(),
    hint: Type.String(),
    choices: Type.Optional(listOf(Type.String())),
    /** The least sum that meets the condition, and its currency. */
    least: Type.Optional(Type.String()),
    currency: Type.Optional(Type.String()),
    expires: Type.Optional(Type.Boolean()),
    shownAgain: Type.Optional(lengthShape),
    agrees: Type.Optional(Type.String()),
    restsOn: Type.Optional(Type.String()),
  },
  nothingElse,
);

/** What was answered to a field. */
export const answerShape = Type.Object(
  {
    field: fieldName,
    label: Type.String(),
    value: Type.Optional(Type.String()),
    document: Type.Optional(
      Type.Object(
        {
          id: Type.Optional(idShape),
          type: Type.Optional(Type.String()),
          bytes: Type.Optional(Type.Integer()),
          expiresOn: Type.Optional(Type.String()),
        },
        nothingElse,
      ),
    ),
  },
  nothingElse,
);

export const reasonGiven = Type.Object(
  {
    condition: Type.String(),
    /** As the page has it. */
    sentence: Type.String(),
    reason: Type.String(),
    words: Type.String(),
  },
  nothingElse,
);

/** Where an application stands, as both sides see it. */
export const statedFields = {
  number: applicationNumber,
  state: applicationState,
  appliedOn: Type.Optional(dayShape),
  /** The last day on which the page has it decided. */
  decideBy: Type.Optional(dayShape),
  decidedOn: Type.Optional(dayShape),
  /** Whether that day went by without a decision, or it came after it. */
  isLate: Type.Boolean(),
  reasons: Type.Optional(listOf(reasonGiven)),
};
