import Type, { type Static } from 'typebox';
import type { Result } from '../../problem/index.ts';
import type { Provider } from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { deciders, deliverers } from './may-join.ts';
import { pausedByShape, standingShape } from './shapes.ts';
import { addPause, endPause, findJoined, type Whose } from './take-step.ts';

const oneProvider = Type.Object({ programme: idShape, organisation: idShape }, nothingElse);
const ownProvider = Type.Object({ programme: idShape }, nothingElse);

const output = Type.Object(
  { state: standingShape, isPaused: Type.Boolean(), pausedBy: pausedByShape },
  nothingElse,
);

/** The commissioner pauses new referrals to a provider. */
export const pauseProvider = action({
  name: 'joining.pause',
  kind: 'change',
  who: deciders,
  parts: ['commissioner'],
  summary: 'Pauses new referrals to a provider, from now on.',
  input: oneProvider,
  output,
  run: async (work, whose) => pause(work, whose, 'commissioner'),
});

/** The commissioner ends its pause. */
export const resumeProvider = action({
  name: 'joining.resume',
  kind: 'change',
  who: deciders,
  parts: ['commissioner'],
  summary: 'Ends the pause that the commissioner made of new referrals to a provider.',
  input: oneProvider,
  output,
  run: async (work, whose) => resume(work, whose, 'commissioner'),
});

/** A provider pauses new referrals to itself. */
export const pauseOwn = action({
  name: 'joining.pause_own',
  kind: 'change',
  who: deliverers,
  parts: ['provider'],
  summary: 'Pauses new referrals to your organisation, from now on.',
  input: ownProvider,
  output,
  run: async (work, { programme }) => pause(work, ownOf(work, programme), 'provider'),
});

/** A provider ends its own pause; what the commissioner paused stays so. */
export const resumeOwn = action({
  name: 'joining.resume_own',
  kind: 'change',
  who: deliverers,
  parts: ['provider'],
  summary: 'Ends the pause that your organisation made of new referrals to it.',
  input: ownProvider,
  output,
  run: async (work, { programme }) => resume(work, ownOf(work, programme), 'provider'),
});

/** The organisation that is acted for, as a provider. */
export function ownOf(work: Work, programme: string): Whose {
  return { programme, organisation: actingFor(work).organisation.id };
}

type By = 'commissioner' | 'provider';

async function pause(work: Work, whose: Whose, by: By): Promise<Result<Static<typeof output>>> {
  const provider = await findJoined(work, whose);
  if (!provider.ok) return provider;
  const moved = await addPause(work, provider.value, by);
  return moved.ok ? { ok: true, value: pauseGiven(moved.value) } : moved;
}

// A second click finds nothing more to end, and is answered as the first was.
async function resume(work: Work, whose: Whose, by: By): Promise<Result<Static<typeof output>>> {
  const provider = await findJoined(work, whose);
  if (!provider.ok) return provider;
  const isPaused = provider.value.pausedBy.includes(by);
  const moved = isPaused ? await endPause(work, provider.value, by) : provider;
  return moved.ok ? { ok: true, value: pauseGiven(moved.value) } : moved;
}

function pauseGiven({ state, pausedBy }: Provider) {
  return { state, isPaused: pausedBy.length > 0, pausedBy };
}
