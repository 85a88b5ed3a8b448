import Type from 'typebox';
import { listBoundNotTold } from '../../store/index.ts';
import { action, performAlone, type Service, type WhyNot } from '../act/index.ts';
import { idShape, nothingElse } from './shapes.ts';
import { tellBound } from './tell-bound.ts';

const tellOfProgramme = action({
  name: 'programmes.tell_bound',
  kind: 'change',
  who: [],
  summary: 'Tells settlement by which versions the providers of a programme are bound.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object({}, nothingElse),
  run: async (work, { programme }) => {
    const told = await tellBound(work, programme);
    return told.ok ? { ok: true, value: {} } : told;
  },
});

/**
 * Tells settlement what binds providers that signed before it was told such things. Each programme
 * is done on its own; gives those that could not be.
 */
export async function keepUpBound(
  service: Service,
): Promise<readonly (WhyNot & Readonly<{ programme: string }>)[]> {
  const programmes = await service.store.read({ reach: 'upkeep' }, listBoundNotTold);
  const left: (WhyNot & Readonly<{ programme: string }>)[] = [];
  for (const programme of programmes) {
    const whyNot = await performAlone(service, tellOfProgramme, { programme });
    if (whyNot !== undefined) left.push({ programme, ...whyNot });
  }
  return left;
}
