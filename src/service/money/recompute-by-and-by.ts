import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import {
  findRecomputation,
  findSettlement,
  insertRecomputation,
  type Recomputation,
  recomputations,
} from '../../store/money/index.ts';
import { actorNow } from '../access/index.ts';
import { action, perform, type Service } from '../act/index.ts';
import { advanceLasting, type Came, type LastingWork, queueLasting } from '../lasting/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { listOf, momentShape, nothingElse, problemShape } from '../programmes/shapes.ts';
import { settlementNotThere, settlementRequestFailed } from './problems.ts';
import { recomputeSettlement } from './recompute-settlement.ts';
import { ofSettlement } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

/** Settlements that are worked out again by and by, in the name of who asked. */
export const recomputationWork: LastingWork<Recomputation> = {
  task: 'money.recompute_settlement',
  requests: recomputations,
  work: recompute,
  failed: settlementRequestFailed,
};

async function recompute(service: Service, asked: Recomputation): Promise<Came> {
  const { programme, settlement } = asked;
  await advanceLasting(service, recomputationWork, { which: asked, step: 'working' });
  const actor = await actorNow(service.store, asked);
  const input = { programme, settlement };
  const done = await perform(service, recomputeSettlement, { actor, input });
  if (!done.ok) return { state: 'refused', problems: done.problems };
  const { facts, lines, erasedSince, engines } = done.value;
  return { came: [facts, lines, erasedSince, engines.now] };
}

/** Asks for a settlement to be worked out again, however large it is. */
export const requestRecomputation = action({
  ...wholeFor,
  name: 'money.request_recomputation',
  kind: 'change',
  summary:
    'Asks for a settlement to be worked out again by and by, and held against what was kept.',
  input: Type.Object(ofSettlement, nothingElse),
  output: Type.Object({}, nothingElse),
  run: async (work, of) => {
    const { tx, now, note } = work;
    const { programme, settlement } = of;
    const found = await findSettlement(tx, of);
    if (found === undefined) return { ok: false, problems: [settlementNotThere()] };
    const { organisation, account } = actingFor(work);
    const id = randomUUID();
    const who = { organisation: organisation.id, account };
    const asked = { programme, id, settlement, ...who, askedAt: now };
    // Two that ask at once have asked for one.
    if (await insertRecomputation(tx, asked)) await queueLasting(tx, recomputationWork, asked);
    note({ programme, about: { settlement } });
    return { ok: true, value: {} };
  },
});

const countShape = Type.Integer({ minimum: 0 });

/** What came of the last time that a settlement was worked out again. */
export const readRecomputation = action({
  ...wholeFor,
  name: 'money.read_recomputation',
  kind: 'read',
  summary: 'Says what came of the last time that a settlement was worked out again.',
  input: Type.Object(ofSettlement, nothingElse),
  output: Type.Object(
    {
      resultHash: Type.String(),
      last: Type.Optional(
        Type.Object(
          {
            state: Type.String(),
            step: Type.String(),
            askedAt: momentShape,
            endedAt: Type.Optional(momentShape),
            facts: Type.Optional(countShape),
            lines: Type.Optional(countShape),
            erasedSince: Type.Optional(countShape),
            engines: Type.Object({ was: Type.String(), now: Type.Optional(Type.String()) }),
            problems: listOf(problemShape),
          },
          nothingElse,
        ),
      ),
    },
    nothingElse,
  ),
  run: async ({ tx }, of) => {
    const settlement = await findSettlement(tx, of);
    if (settlement === undefined) return { ok: false, problems: [settlementNotThere()] };
    const { resultHash, engine } = settlement;
    const found = await findRecomputation(tx, of);
    const last = found === undefined ? {} : { last: shown(found, engine) };
    return { ok: true, value: { resultHash, ...last } };
  },
});

function shown(found: Recomputation, was: string) {
  const { state, step, askedAt, endedAt, facts, lines, erasedSince, engine, problems } = found;
  const counted =
    state === 'done'
      ? { facts: Number(facts), lines: Number(lines), erasedSince: Number(erasedSince) }
      : {};
  return {
    state,
    step,
    askedAt,
    ...(endedAt === null ? {} : { endedAt }),
    ...counted,
    engines: { was, ...(engine === null ? {} : { now: engine }) },
    problems: (problems ?? []) as [],
  };
}
