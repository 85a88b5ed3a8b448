import { paidProperties } from './payable/paid-schema.ts';
import { count, day, exact, money, object, type Schema, text } from './schema.ts';

const line = object(
  {
    line: {
      ...text,
      description:
        'Its identity: clause, attachment (or cohort, or period), provider and number, and ' +
        'contributor.',
    },
    clause: { ...text, description: 'Section and name, such as Outcomes/Settled.' },
    participant: { ...text, description: "Absent on a line that is no participant's." },
    cohort: { ...text, description: 'The cohort of a line of a measure.' },
    period: { ...text, description: "The period of another line that is no participant's." },
    provider: text,
    payer: text,
    payee: text,
    outcome: text,
    number: {
      description: 'The how-manieth; the month of a line of days; "rounding"; "worked off".',
      anyOf: [
        { type: 'integer', minimum: 1 },
        { type: 'string', pattern: '^(\\d{4}-\\d{2}|rounding|worked off( \\d+)?)$' },
      ],
    },
    group: text,
    day: { ...day, description: 'The day of the outcome.' },
    payableOn: {
      description:
        'The first day by which it was earned; null while it waits: for verification, a gate or ' +
        'a count.',
      anyOf: [day, { type: 'null' }],
    },
    earnedOn: {
      ...day,
      description: 'Its own day, where a limit made it payable at its close, and no sooner.',
    },
    quantity: exact,
    price: { ...exact, description: 'Of one unit, exact, in whole units of the currency.' },
    gross: money,
    amount: { ...money, description: 'Gross less all that is not paid of it.' },
    version: { type: 'integer', description: 'The version of the contract whose terms it keeps.' },
    payers: {
      type: 'array',
      description: 'Who pays how much of the amount, where the page names payers.',
      items: object({ payer: text, amount: money }, []),
    },
  },
  ['participant', 'cohort', 'period', 'group', 'earnedOn', 'payers'],
);

const notPaid = object(
  {
    line: text,
    reason: {
      enum: [
        'limit',
        'gate',
        'count',
        'ended',
        'too_late',
        'not_verified',
        'other_provider',
        'replaced',
        'route',
      ],
    },
    amount: money,
    clause: { ...text, description: 'The clause that says so.' },
    waitsFor: {
      ...object({ measure: text, takenOn: day }, []),
      description: 'Of a gate that is yet to come: the measure, and when it is taken.',
    },
  },
  ['waitsFor'],
);

const measure = object(
  {
    measure: text,
    cohort: text,
    provider: text,
    value: { description: 'Exact; null while it is not known.', anyOf: [exact, { type: 'null' }] },
    takenOn: day,
  },
  ['provider'],
);

const forecast = object(
  {
    line: text,
    clause: text,
    outcome: text,
    participant: { ...text, description: "Absent on what is no participant's." },
    provider: text,
    payee: { ...text, description: 'Who is paid, where that is not the provider.' },
    period: { ...text, description: 'What closes.' },
    amount: money,
    closesOn: day,
    limit: { ...text, description: 'The clause of the limit that is shared then.' },
  },
  ['participant', 'payee', 'limit'],
);

/** The JSON Schema (2020-12) of a result of settlement. */
export function resultSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A settlement: what is owed to date, line by line',
    ...object(
      {
        contract: { ...text, description: 'The hash of the terms.' },
        language: { type: 'integer', minimum: 1 },
        engine: text,
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
        asAt: { ...day, description: 'True by this day.' },
        knownAt: { ...day, description: 'Known by this day.' },
        total: money,
        lines: { type: 'array', description: 'In place in line.', items: line },
        notPaid: { type: 'array', items: notPaid },
        statuses: object(
          {
            achieved: count,
            notAchieved: count,
            notYetDue: count,
            notKnown: count,
            setAside: count,
          },
          [],
        ),
        measures: {
          type: 'array',
          description: 'What cohorts came to, where the page has measures.',
          items: measure,
        },
        forecast: {
          type: 'array',
          description: 'What will be owed when open periods close. Nobody owes it yet.',
          items: forecast,
        },
        ...paidProperties,
      },
      ['lines', 'measures', 'forecast', ...Object.keys(paidProperties)],
    ),
  };
}
