import Type from 'typebox';
import { action } from '../act/index.ts';
import { decide, findWaiting, ownWorkProblems } from './decide.ts';
import { idShape, nothingElse, numberShape } from './shapes.ts';

/** Why a page is not published, as the record keeps it. */
export const refusalReasons = [
  'terms_unclear',
  'price_too_high',
  'money_not_set_aside',
  'not_lawful_as_written',
  'not_safe_for_people',
  'evidence_missing',
  'decided_elsewhere',
] as const;

const which = { programme: idShape, number: numberShape };

/** Refuses a page that somebody else put forward, for a reason. */
export const refuseVersion = action({
  name: 'programmes.refuse_version',
  kind: 'change',
  who: ['publisher'],
  parts: ['commissioner'],
  summary: 'Refuses a page that somebody else has put forward, with a reason.',
  input: Type.Object(
    { ...which, reason: Type.Union(refusalReasons.map((reason) => Type.Literal(reason))) },
    nothingElse,
  ),
  output: Type.Object({ number: numberShape }, nothingElse),
  run: async (work, { programme, number, reason }) => {
    const waiting = await findWaiting(work, { programme, number });
    if (!waiting.ok) return waiting;
    const problems = ownWorkProblems(work, waiting.value);
    if (problems.length > 0) return { ok: false, problems };
    const decided = await decide(work, { programme, number }, { state: 'refused', reason });
    if (!decided.ok) return decided;
    work.note({ programme, about: { number, reason } });
    return { ok: true, value: { number } };
  },
});

/** Takes back what was put forward, before it is decided. */
export const withdrawVersion = action({
  name: 'programmes.withdraw_version',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  summary: 'Takes a page back that was put forward and waits to be decided.',
  input: Type.Object(which, nothingElse),
  output: Type.Object({ number: numberShape }, nothingElse),
  run: async (work, { programme, number }) => {
    const waiting = await findWaiting(work, { programme, number });
    if (!waiting.ok) return waiting;
    const decided = await decide(work, { programme, number }, { state: 'withdrawn' });
    if (!decided.ok) return decided;
    work.note({ programme, about: { number } });
    return { ok: true, value: { number } };
  },
});
