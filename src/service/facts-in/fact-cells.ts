import Type from 'typebox';
import { columns } from '../../facts/index.ts';
import { listOf, problemShape } from '../programmes/shapes.ts';

const cell = Type.Optional(Type.String({ maxLength: 200 }));

/** The cells of one fact, each a text; docs/facts.md says what each of them is. */
export const factCellsSchema = Type.Object(
  Object.fromEntries(columns.map((column) => [column, cell])),
  { additionalProperties: false, description: 'One fact: the cells of a row of docs/facts.md.' },
);

/** What comes of facts that were sent. */
export const takenSchema = Type.Object({
  arrival: Type.String({ description: 'The reference under which they came in.' }),
  added: Type.Integer({ description: 'How many are new.' }),
  sentBefore: Type.Integer({ description: 'How many had been sent before and change nothing.' }),
  /** What is worth a look, though all of it came in. */
  warnings: listOf(problemShape),
});
