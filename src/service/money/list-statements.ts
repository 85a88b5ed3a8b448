import Type from 'typebox';
import { formatMajor } from '../../money/index.ts';
import { listApprovedStatements } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { dayShape, idShape, listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { cutTo, mostShape, nameShape, stretchMost } from './shapes.ts';
import { shownStatement, statementOutput } from './statement-shown.ts';
import { statementsFor } from './who-sees.ts';

const datedOutput = Type.Object(
  {
    settlement: idShape,
    number: Type.Integer(),
    asAt: dayShape,
    currency: Type.String(),
    statement: statementOutput,
    /** The payer whose part alone it is; left out where it is the whole statement. */
    payer: Type.Optional(Type.String()),
    /** What the bank has paid on it so far, as it says. */
    confirmed: moneyShape,
  },
  nothingElse,
);

/** A settlement and a place among its statements, as `12-3`. */
const afterShape = Type.Optional(Type.String({ pattern: '^\\d{1,9}-\\d{1,9}$' }));

/** The approved statements of a programme, newest first; to a payer its own part of them. */
export const listOfStatements = action({
  ...statementsFor,
  kind: 'read',
  name: 'money.list_statements',
  summary: 'Lists the approved statements of a programme, of one payee or of all, newest first.',
  input: Type.Object(
    {
      programme: idShape,
      payee: Type.Optional(nameShape),
      /** Those alone of which the bank has paid another sum than they say. */
      isOpen: Type.Optional(Type.Boolean()),
      after: afterShape,
      most: mostShape,
    },
    nothingElse,
  ),
  output: Type.Object({ statements: listOf(datedOutput), after: afterShape }, nothingElse),
  run: async ({ tx }, { after, most = stretchMost, ...asked }) => {
    const [number = 0, place = 0] = (after ?? '').split('-').map(Number);
    const from = after === undefined ? undefined : { number, place };
    const found = await listApprovedStatements(tx, { ...asked, after: from, most: most + 1 });
    const { shown, last } = cutTo(found, most);
    return {
      ok: true,
      value: {
        statements: shown.map((each) => ({
          settlement: each.settlement,
          number: each.number,
          asAt: each.asAt,
          currency: each.currency,
          statement: shownStatement(each, each.currency),
          ...(each.payer === null ? {} : { payer: each.payer }),
          confirmed: formatMajor(each.confirmedUnits, each.currency),
        })),
        ...(last === undefined ? {} : { after: `${last.number}-${last.place}` }),
      },
    };
  },
});
