import Type from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { documentsKeptUntil } from '../../market/index.ts';
import { forgetHandedIn, listNotJoined } from '../../store/joining/index.ts';
import { action, dayIn, performAlone, type Service, type Work } from '../act/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { getPageAgreed } from './joining-page.ts';
import type { NotMoved } from './keep-up.ts';
import type { Whose } from './take-step.ts';

const forgetOf = action({
  name: 'joining.forget_documents',
  kind: 'change',
  // Nobody but the service itself.
  who: [],
  summary: 'Forgets what an applicant showed that was refused or withdrew long ago.',
  input: Type.Object({ programme: idShape, organisation: idShape }, nothingElse),
  output: Type.Object({ forgotten: Type.Integer() }, nothingElse),
  run: async (work, whose) => {
    const ids = (await isKeptNoMore(work, whose)) ? await forgetHandedIn(work.tx, whose) : [];
    const forgotten = ids.length;
    if (forgotten === 0) return { ok: true, value: { forgotten } };
    // Before it is kept: of rows that are gone nobody would know whose keys were left. Where this
    // is broken off, the rows are there, and the next day takes them away.
    const erased = await work.service.keys.erasePersonKeys(ids);
    if (!erased.ok) return erased;
    const { programme, organisation } = whose;
    work.note({ programme, about: { organisation, forgotten } });
    return { ok: true, value: { forgotten } };
  },
});

/**
 * Documents of applications that were refused or withdrawn are kept as long as the page keeps facts
 * and for a year at most, and are forgotten then: their keys are destroyed and their files go with
 * those that nothing names. Gives those that could not be forgotten.
 */
export async function forgetDocuments(service: Service): Promise<readonly NotMoved[]> {
  const { store, clock } = service;
  const today = dayIn(store.timeZone, clock());
  const ended = await store.read({ reach: 'upkeep' }, async (tx) => listNotJoined(tx));
  const left: NotMoved[] = [];
  // None is kept for less than a day: those that ended today are not looked at.
  for (const { programme, organisation, endedOn } of ended) {
    if (endedOn >= today) continue;
    const whose = { programme, organisation };
    const whyNot = await performAlone(service, forgetOf, whose);
    if (whyNot !== undefined) left.push({ ...whose, ...whyNot });
  }
  return left;
}

async function isKeptNoMore({ tx, today }: Work, whose: Whose): Promise<boolean> {
  const [ended] = await listNotJoined(tx, whose);
  if (ended === undefined) return false;
  const { contract } = await getPageAgreed(tx, ended);
  return documentsKeptUntil(contract, ended.endedOn as Day) < today;
}
