import Type from 'typebox';
import type { Tx } from '../../store/index.ts';
import type { OwnApplication } from '../../store/joining/index.ts';
import { listApplicationsOf, listProvidedBy } from '../../store/joining/index.ts';
import { action } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import { getPageAgreed } from './joining-page.ts';
import { applicants } from './may-join.ts';
import { standingShape, statedFields } from './shapes.ts';
import { reasonsGiven, statedOf } from './stated.ts';

const one = Type.Object(
  {
    programme: idShape,
    /** A neutral name where the people served could be in danger. */
    name: Type.String(),
    ...statedFields,
    /** How the organisation stands there as a provider. */
    standing: Type.Optional(standingShape),
    isPaused: Type.Boolean(),
  },
  nothingElse,
);

/** The applications of an organisation and what came of each. */
export const listOwnApplications = action({
  name: 'joining.list_own',
  kind: 'read',
  who: applicants,
  summary: 'Lists the applications of your organisation and where each stands.',
  input: Type.Object({}, nothingElse),
  output: Type.Object({ applications: listOf(one) }, nothingElse),
  run: async (work) => {
    const { organisation } = actingFor(work);
    const found = await listApplicationsOf(work.tx, organisation.id);
    const provided = await listProvidedBy(work.tx, organisation.id);
    const standings = new Map(provided.map((each) => [each.programme, each]));
    const applications = [];
    for (const application of found) {
      const standing = standings.get(application.programme);
      applications.push({
        programme: application.programme,
        name: application.isAboutSafety ? application.neutralName : application.programmeName,
        ...statedOf(application, work.today),
        ...(await whyRefused(work.tx, application)),
        ...(standing === undefined ? {} : { standing: standing.state }),
        isPaused: (standing?.pausedBy.length ?? 0) > 0,
      });
    }
    return { ok: true, value: { applications } };
  },
});

async function whyRefused(tx: Tx, { reasons, programme, version }: OwnApplication) {
  if (reasons === null) return {};
  const { contract } = await getPageAgreed(tx, { programme, version });
  return { reasons: reasonsGiven(contract, reasons) };
}
