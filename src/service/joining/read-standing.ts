import Type, { type Static } from 'typebox';
import { type JoiningField, joiningForm, takesDiscount } from '../../market/index.ts';
import type { Result } from '../../problem/index.ts';
import { findProgramme } from '../../store/index.ts';
import { findProvider, listConditionsShown } from '../../store/joining/index.ts';
import { programmeNotThere } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import { idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import { standingFields, standingGiven } from './list-providers.ts';
import { applicants, mayReadSums } from './may-join.ts';
import { ownOf } from './pause.ts';
import { providerNotThere } from './problems.ts';
import { fieldGiven } from './read-form.ts';
import { heldConditions } from './running-out.ts';
import { fieldShape } from './shapes.ts';
import { boundPage } from './take-step.ts';

const input = Type.Object({ programme: idShape }, nothingElse);

const output = Type.Object(
  {
    /** The programme; a neutral name where the people served could be in danger. */
    title: Type.String(),
    isAboutSafety: Type.Boolean(),
    ...standingFields,
    /** The fields by which conditions that run out are shown again. */
    fields: listOf(fieldShape),
    /** Whether the page that binds it takes a provider's own discount off any price. */
    takesDiscount: Type.Boolean(),
  },
  nothingElse,
);

/** How the organisation acted for stands as a provider. */
export const readStanding = action({
  name: 'joining.read_standing',
  kind: 'read',
  who: applicants,
  parts: ['provider'],
  summary: 'Reads how your organisation stands as a provider of a programme.',
  input,
  output,
  run: read,
});

async function read(
  work: Work,
  { programme }: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const allowed = mayReadSums(work);
  if (!allowed.ok) return allowed;
  const found = await findProgramme(work.tx, programme);
  if (found === undefined) return { ok: false, problems: [programmeNotThere()] };
  const whose = ownOf(work, programme);
  const provider = await findProvider(work.tx, whose);
  if (provider === undefined) return { ok: false, problems: [providerNotThere()] };
  const contract = await boundPage(work, whose);
  const shown = await listConditionsShown(work.tx, whose);
  const held = new Set(shown.map(({ condition }) => condition));
  const fields = joiningForm(contract).fields.filter((field) => isShownFor(field, held));
  return {
    ok: true,
    value: {
      title: found.isAboutSafety ? found.neutralName : found.name,
      isAboutSafety: found.isAboutSafety,
      ...standingGiven(provider, heldConditions(contract, shown, work.today)),
      fields: fields.map(fieldGiven),
      takesDiscount: takesDiscount(contract),
    },
  };
}

function isShownFor({ restsOn }: JoiningField, held: ReadonlySet<string>): boolean {
  return restsOn !== undefined && held.has(restsOn);
}
