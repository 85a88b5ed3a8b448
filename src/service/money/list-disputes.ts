import Type from 'typebox';
import { listDisputes } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { cursorShape, idShape, listOf, momentShape, nothingElse } from '../programmes/shapes.ts';
import { cutTo, mostShape, stretchMost } from './shapes.ts';
import { statementsFor } from './who-sees.ts';

/** The disputes of a programme, newest first; to a payer those of lines that it has a part in. */
export const listOfDisputes = action({
  ...statementsFor,
  kind: 'read',
  name: 'money.list_disputes',
  summary: 'Lists the disputes of a programme and how each stands, newest first.',
  input: Type.Object({ programme: idShape, after: cursorShape, most: mostShape }, nothingElse),
  output: Type.Object(
    {
      disputes: listOf(
        Type.Object(
          {
            dispute: idShape,
            settlement: idShape,
            payee: Type.String(),
            /** Left out for who sees their own part of a line alone. */
            line: Type.Optional(Type.String()),
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
  run: async ({ tx }, { programme, after = null, most = stretchMost }) => {
    const found = await listDisputes(tx, { programme, after, most: most + 1 });
    const { shown, last } = cutTo(found, most);
    return {
      ok: true,
      value: {
        disputes: shown.map(({ id, line, answer, releasedAt, ...rest }) => ({
          dispute: id,
          ...rest,
          ...(line === null ? {} : { line }),
          ...(answer === null ? {} : { answer }),
          ...(releasedAt === null ? {} : { releasedAt }),
        })),
        ...(last === undefined ? {} : { after: last.id }),
      },
    };
  },
});
