import Type from 'typebox';
import { listDisputes } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import {
  cursorShape,
  dayShape,
  idShape,
  listOf,
  momentShape,
  nothingElse,
} from '../programmes/shapes.ts';
import { cutTo, lineName, mostShape, stretchMost } from './shapes.ts';
import { statementsFor } from './who-sees.ts';

/** The disputes of a programme, newest first; to a payer those of lines that it has a part in. */
export const listOfDisputes = action({
  ...statementsFor,
  kind: 'read',
  name: 'money.list_disputes',
  summary: 'Lists the disputes of a programme and how each stands, newest first.',
  input: Type.Object(
    {
      programme: idShape,
      /** Those alone that hold this line of this settlement; both are named together. */
      settlement: Type.Optional(idShape),
      line: Type.Optional(lineName),
      after: cursorShape,
      most: mostShape,
    },
    nothingElse,
  ),
  output: Type.Object(
    {
      disputes: listOf(
        Type.Object(
          {
            dispute: idShape,
            settlement: idShape,
            /** The number and the day of the settlement that it was opened on. */
            number: Type.Integer(),
            asAt: dayShape,
            payee: Type.String(),
            /** Left out for who sees their own part of a line alone. */
            line: Type.Optional(Type.String()),
            participant: Type.Optional(idShape),
            /** The day of the line. */
            day: Type.Optional(dayShape),
            outcome: Type.String(),
            reason: Type.String(),
            openedAt: momentShape,
            answer: Type.Optional(Type.String()),
            releasedAt: Type.Optional(momentShape),
          },
          nothingElse,
        ),
      ),
      after: cursorShape,
    },
    nothingElse,
  ),
  run: async ({ tx }, { programme, after = null, most = stretchMost, ...held }) => {
    const { settlement = null, line: ofLine = null } = held;
    const which = { programme, after, most: most + 1, settlement, line: ofLine };
    const found = await listDisputes(tx, which);
    const { shown, last } = cutTo(found, most);
    return {
      ok: true,
      value: {
        disputes: shown.map(({ id, line, participant, day, answer, releasedAt, ...rest }) => ({
          dispute: id,
          ...rest,
          ...(line === null ? {} : { line }),
          ...(participant === null ? {} : { participant }),
          ...(day === null ? {} : { day }),
          ...(answer === null ? {} : { answer }),
          ...(releasedAt === null ? {} : { releasedAt }),
        })),
        ...(last === undefined ? {} : { after: last.id }),
      },
    };
  },
});
