import Type, { type Static } from 'typebox';
import type { Problem } from '../../problem/index.ts';
import { addParty, findProgramme, isOrganisation, listParties } from '../../store/index.ts';
import { programmeNotThere } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import {
  partyNameTaken,
  partyNotOrganisation,
  partyTakesPart,
  partyVerifiesItself,
} from './problems.ts';
import { idShape, nothingElse } from './shapes.ts';

/** What an organisation may be let in as; providers apply, and whoever begins a programme buys. */
const lettable = ['payer', 'verifier', 'auditor', 'referrer'] as const;

const input = Type.Object(
  {
    programme: idShape,
    organisation: idShape,
    part: Type.Union(lettable.map((each) => Type.Literal(each))),
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'How the programme names it; of a payer, as the page does.',
    }),
  },
  nothingElse,
);

type Input = Static<typeof input>;

/**
 * Whoever buys lets an organisation take part in a programme beside those who provide, on any day
 * and at once: under the name that the page calls it by, where the page names it.
 */
export const letTakePart = action({
  name: 'programmes.let_take_part',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  summary: 'Lets an organisation take part in a programme: to pay, verify, audit or refer.',
  input,
  output: Type.Object({ organisation: idShape }, nothingElse),
  run: async (work, asked) => {
    const { tx, now, note } = work;
    const { programme, organisation, part, name } = asked;
    if ((await findProgramme(tx, programme)) === undefined) {
      return { ok: false, problems: [programmeNotThere()] };
    }
    const problems = await checkParty(work, asked);
    if (problems.length > 0) return { ok: false, problems };
    await addParty(tx, { programme, organisation, part, name, joinedAt: now });
    note({ programme, about: { organisation, part } });
    return { ok: true, value: { organisation } };
  },
});

async function checkParty(
  { tx }: Work,
  { programme, organisation, part, name }: Input,
): Promise<readonly Problem[]> {
  if (!(await isOrganisation(tx, organisation))) return [partyNotOrganisation()];
  const there = (await listParties(tx, programme)).filter(({ leftAt }) => leftAt === null);
  const theirs = there.filter((each) => each.organisation === organisation);
  if (theirs.some((each) => each.part === part)) return [partyTakesPart(part)];
  const isProvider = theirs.some((each) => each.part === 'provider');
  const isTaken = there.some(
    (each) => each.part === part && each.name === name && each.organisation !== organisation,
  );
  return [
    ...(part === 'verifier' && isProvider ? [partyVerifiesItself()] : []),
    ...(isTaken ? [partyNameTaken(name, part)] : []),
  ];
}
