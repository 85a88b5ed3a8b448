import { count, day, exact, list, money, object, orNull, type Schema, text } from '../schema.ts';
import { signs } from './statement.ts';

const move: Readonly<Record<string, Schema>> = { from: text, to: text };

const cause: Schema = {
  description: 'What moved the line.',
  anyOf: [
    object({ is: { const: 'first' } }, []),
    object({ is: { const: 'facts' }, facts: list(text, 'Their ids.') }, []),
    object({ is: { const: 'line' }, line: text, facts: list(text) }, []),
    object({ is: { const: 'day' }, asAt: day, knownAt: day }, []),
    object({ is: { const: 'version' }, ...move, engine: object(move, []) }, ['engine']),
    object({ is: { const: 'engine' }, ...move }, []),
    object({ is: { const: 'facts given' } }, []),
  ],
};

const change = object(
  {
    line: { ...text, description: 'Its identity.' },
    clause: text,
    outcome: text,
    participant: text,
    provider: text,
    payee: text,
    takenBack: { ...money, description: 'The old amount, whole, as it was paid.' },
    paid: { ...money, description: 'The new amount.' },
    payers: list(object({ payer: text, takenBack: money, paid: money }, []), 'The part of each.'),
    cause,
  },
  ['participant'],
);

const names = Object.keys(signs);

const statement = object(
  {
    payee: text,
    due: { ...money, description: 'What its lines changed by.' },
    items: list(
      object({ is: { enum: names }, line: text, amount: money, clause: text }, ['clause']),
      'What stands between what is due and what is paid.',
    ),
    paid: { ...money, description: 'Never less than nothing.' },
  },
  [],
);

const payable = object(
  {
    paid: money,
    payBy: orNull(day, 'The last day on which it is paid in time.'),
    questionBy: orNull(day, 'The last day on which a statement may be questioned.'),
    interest: orNull(
      object({ rate: exact, over: orNull(text, 'The rate over which it is.') }, []),
      'Simple, a year, on what is paid late.',
    ),
    statements: list(statement),
  },
  [],
);

const item: Readonly<Record<string, Schema>> = { line: text, payee: text, amount: money };

const outstanding = object(
  {
    held: list(object(item, []), 'Earned, and not paid while it is disputed.'),
    onAccount: list(object(item, []), 'Paid on claims that are not decided.'),
    debts: list(
      object(
        {
          ...item,
          paidOn: orNull(day, 'When it had been paid; null for what was owed from the start.'),
          exempt: { type: 'boolean', description: 'Whether it is recovered without limit.' },
        },
        [],
      ),
      'Paid, not owed any more, and not taken back so far.',
    ),
    writtenOff: list(object(item, []), 'Paid, not owed any more, and never taken back.'),
    paid: list(object({ on: day, lines: list(text) }, []), 'When each line was last paid more.'),
  },
  [],
);

/** The keys of a result that follows another, none of which a result must have. */
export const paidProperties: Readonly<Record<string, Schema>> = {
  changes: list(change, 'What changed since the settlement before, where one was given.'),
  payable: { ...payable, description: 'What is paid now, where it follows another settlement.' },
  outstanding: { ...outstanding, description: 'What is left for the next settlement.' },
  reserved: {
    ...object(
      {
        attachments: { ...count, description: 'Those that have not ended.' },
        amount: money,
        left: orNull(money, 'What may be spent, less what is owed and reserved.'),
      },
      [],
    ),
    description: 'What is set aside for those attached, where the page says so.',
  },
  erased: list(text, 'Those whose facts were erased: their lines are as they were settled.'),
};
