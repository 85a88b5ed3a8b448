import Type from 'typebox';
import { addParty, findProgramme } from '../../store/index.ts';
import { programmeNotThere } from '../access/problems.ts';
import { action } from '../act/index.ts';
import { idShape, nothingElse } from './shapes.ts';

const parts = ['payer', 'verifier', 'auditor', 'referrer'] as const;

/**
 * Whoever runs the service lets an organisation take part in a programme beside those who buy and
 * provide: under the name that the page calls it by, where the page names it.
 */
export const letTakePart = action({
  name: 'programmes.let_take_part',
  kind: 'change',
  who: [],
  summary: 'Lets an organisation take part in a programme, as a payer or as who looks at it.',
  input: Type.Object(
    {
      programme: idShape,
      organisation: idShape,
      part: Type.Union(parts.map((each) => Type.Literal(each))),
      name: Type.String({ minLength: 1, maxLength: 200 }),
    },
    nothingElse,
  ),
  output: Type.Null(),
  run: async ({ tx, now, note }, { programme, organisation, part, name }) => {
    if ((await findProgramme(tx, programme)) === undefined) {
      return { ok: false, problems: [programmeNotThere()] };
    }
    await addParty(tx, { programme, organisation, part, name, joinedAt: now });
    note({ programme, about: { organisation, part } });
    return { ok: true, value: null };
  },
});
