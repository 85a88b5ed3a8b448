import Type from 'typebox';
import { listApplicationsTo } from '../../store/joining/index.ts';
import { action } from '../act/index.ts';
import { idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import { statedFields } from './shapes.ts';
import { statedOf } from './stated.ts';

const one = Type.Object(
  { organisation: idShape, name: Type.String(), ...statedFields },
  nothingElse,
);

/** The applications to a programme that were sent. */
export const listApplications = action({
  name: 'joining.list_applications',
  kind: 'read',
  who: ['commissioner', 'auditor'],
  parts: ['commissioner', 'auditor'],
  summary: 'Lists the applications to a programme: those that wait first, in the order of sending.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object({ applications: listOf(one) }, nothingElse),
  run: async ({ tx, today }, { programme }) => {
    const found = await listApplicationsTo(tx, programme);
    return {
      ok: true,
      value: {
        applications: found.map((application) => ({
          organisation: application.organisation,
          name: application.organisationName,
          ...statedOf(application, today),
        })),
      },
    };
  },
});
