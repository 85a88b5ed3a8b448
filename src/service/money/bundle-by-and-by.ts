import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import Type from 'typebox';
import type { Problem, Result } from '../../problem/index.ts';
import {
  findBundle,
  findSettlement,
  forgetBundles,
  insertBundle,
  listBundles,
  listBundlesSince,
  lockBundles,
  type SettlementBundle,
  settlementBundles,
} from '../../store/money/index.ts';
import { actorNow } from '../access/index.ts';
import { action, perform, type Service } from '../act/index.ts';
import { isDuckDbThere } from '../archive/archive-writer.ts';
import { bundleNeedsDuckDb } from '../bundle/problems.ts';
import { isKey, ownDrawnIn } from '../facts-in/index.ts';
import { advanceLasting, type Came, type LastingWork, queueLasting } from '../lasting/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { idShape, listOf, momentShape, nothingElse, problemShape } from '../programmes/shapes.ts';
import { archiveOfSettlement, boundToBundle, noteArchive } from './archive-of-settlement.ts';
import { fileName } from './file-name.ts';
import {
  bundleNotThere,
  bundlesMany,
  settlementNotThere,
  settlementRequestFailed,
} from './problems.ts';
import { fileOutput, nameShape, ofSettlement } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

/** Settlements that are put into an archive by and by, in the name of who asked. */
export const bundleWork: LastingWork<SettlementBundle> = {
  task: 'money.make_bundle',
  requests: settlementBundles,
  work: makeBundle,
  failed: settlementRequestFailed,
};

/** So long one is kept that was made: it holds facts of people. */
const keptMs = 24 * 60 * 60 * 1000;

/** So many of a programme are made or kept at a time: each holds all of its facts. */
const atOnceMost = 10;

async function makeBundle(service: Service, asked: SettlementBundle): Promise<Came> {
  const { programme, id, settlement, recipient } = asked;
  await advanceLasting(service, bundleWork, { which: asked, step: 'working' });
  const actor = await actorNow(service.store, asked);
  const input = { programme, settlement, key: id };
  const made = await perform(service, archiveOfSettlement, { actor, input });
  if (!made.ok) return refused(service, id, made.problems);
  const { file, bytes, digest, facts, lines } = made.value;
  const about = { programme, settlement, recipient, digest, facts };
  const noted = await perform(service, noteArchive, { actor, input: about });
  if (!noted.ok) return refused(service, id, noted.problems);
  return { came: [file, bytes, digest, facts, lines] };
}

/** Whatever was made of it until then can be read by nobody. */
async function refused({ keys }: Service, id: string, problems: readonly Problem[]): Promise<Came> {
  const erased = await keys.erasePersonKeys([id]);
  return { state: 'refused', problems: erased.ok ? problems : [...problems, ...erased.problems] };
}

/** Asks for a settlement with all that it rests on, however large it is. */
export const requestBundle = action({
  ...wholeFor,
  name: 'money.request_bundle',
  kind: 'change',
  summary: 'Asks for a settlement of any size as one archive under new keys, for a named party.',
  input: Type.Object({ ...ofSettlement, recipient: nameShape }, nothingElse),
  output: Type.Object({ bundle: idShape }, nothingElse),
  run: async (work, { programme, settlement, recipient }) => {
    const { tx, now, note, service } = work;
    const found = await findSettlement(tx, { programme, settlement });
    if (found === undefined) return { ok: false, problems: [settlementNotThere()] };
    if (!(await isDuckDbThere())) return { ok: false, problems: [bundleNeedsDuckDb()] };
    const own = await ownDrawnIn(work, programme);
    if (own.length > 0) return { ok: false, problems: own };
    const after = new Date(Date.parse(now) - keptMs).toISOString();
    await lockBundles(tx, programme);
    const before = await service.keys.personKeys(await listBundlesSince(tx, { programme, after }));
    if (!before.ok) return before;
    if ([...before.value.values()].filter(isKey).length >= atOnceMost) {
      return { ok: false, problems: [bundlesMany(atOnceMost)] };
    }
    const { organisation, account } = actingFor(work);
    const id = randomUUID();
    // It is there before the request is: whoever erases somebody meanwhile destroys it.
    const key = await service.keys.makePersonKeys([id]);
    if (!key.ok) return key;
    const who = { organisation: organisation.id, account };
    await insertBundle(tx, { programme, id, settlement, recipient, ...who, askedAt: now });
    await queueLasting(tx, bundleWork, { programme, id });
    note({ programme, about: { settlement, recipient, bundle: id } });
    return { ok: true, value: { bundle: id } };
  },
});

const countShape = Type.Integer({ minimum: 0 });
const shownMost = 20;

/** What came of those that were asked for of a settlement. */
export const listOfBundles = action({
  ...wholeFor,
  name: 'money.list_bundles',
  kind: 'read',
  summary: 'Lists the archives that were asked for of a settlement, and for whom.',
  input: Type.Object(ofSettlement, nothingElse),
  output: Type.Object(
    {
      /** How many facts it rests on: of few it is given at once as JSON as well. */
      facts: countShape,
      bundles: listOf(
        Type.Object(
          {
            bundle: idShape,
            recipient: Type.String(),
            state: Type.String(),
            askedAt: momentShape,
            endedAt: Type.Optional(momentShape),
            keptUntil: Type.Optional(momentShape),
            bytes: Type.Optional(countShape),
            facts: Type.Optional(countShape),
            lines: Type.Optional(countShape),
            digest: Type.Optional(Type.String()),
            problems: listOf(problemShape),
          },
          nothingElse,
        ),
      ),
    },
    nothingElse,
  ),
  run: async ({ tx, now, service }, { programme, settlement }) => {
    const stored = await findSettlement(tx, { programme, settlement });
    if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
    const found = await listBundles(tx, { programme, settlement, most: shownMost });
    const kept = found.filter((each) => each.state === 'done' && !isOver(each, now));
    const keys = await service.keys.personKeys(kept.map(({ id }) => id));
    if (!keys.ok) return keys;
    // The key of one that was made goes with whoever is erased.
    const bundles = found.map((each) => shown(each, isKey(keys.value.get(each.id))));
    return { ok: true, value: { facts: Number(stored.factsCount), bundles } };
  },
});

function shown(found: SettlementBundle, isKept: boolean) {
  const { id, recipient, askedAt, endedAt, bytes, facts, lines, digest, problems } = found;
  const state = found.state === 'done' && !isKept ? 'gone' : found.state;
  const counted = { bytes: Number(bytes), facts: Number(facts), lines: Number(lines) };
  return {
    bundle: id,
    recipient,
    state,
    askedAt,
    ...(endedAt === null ? {} : { endedAt }),
    ...(state === 'done' ? { keptUntil: keptUntil(found) } : {}),
    ...(digest === null ? {} : { ...counted, digest }),
    problems: (problems ?? []) as [],
  };
}

function keptUntil({ endedAt }: SettlementBundle): string {
  return new Date(Date.parse(endedAt ?? '') + keptMs).toISOString();
}

function isOver(bundle: SettlementBundle, now: string): boolean {
  return keptUntil(bundle) <= now;
}

/** Gives one that was made, for as long as it is kept. */
export const giveBundle = action({
  ...wholeFor,
  name: 'money.give_bundle',
  kind: 'read',
  summary: 'Gives an archive that was asked for, for a day after it was made.',
  input: Type.Object({ ...ofSettlement, bundle: idShape }, nothingElse),
  output: fileOutput,
  run: async (work, { programme, settlement, bundle }) => {
    const { tx, now, service } = work;
    const own = await ownDrawnIn(work, programme);
    if (own.length > 0) return { ok: false, problems: own };
    const found = await findBundle(tx, { programme, id: bundle });
    const stored = await findSettlement(tx, { programme, settlement });
    const gone = { ok: false as const, problems: [bundleNotThere()] };
    if (found?.settlement !== settlement || stored === undefined) return gone;
    if (found.state !== 'done' || found.file === null || isOver(found, now)) return gone;
    const keys = await service.keys.personKeys([bundle]);
    if (!keys.ok) return keys;
    const key = keys.value.get(bundle);
    if (!isKey(key)) return gone;
    const content = await service.files.read({
      name: found.file,
      seal: { key, bound: boundToBundle(bundle) },
    });
    if (!content.ok) return content;
    const what = `bundle-${stored.asAt}`;
    const name = await fileName(tx, { programme, what, ending: 'tar' });
    const body = Readable.from(content.value.pieces);
    return { ok: true, value: { name, mediaType: 'application/x-tar', body } };
  },
});

/**
 * Lets go of those that were kept long enough: their keys are destroyed, and only then it is kept
 * that they are gone, so that what is broken off is done again.
 */
export async function forgetOldBundles({ store, keys, clock }: Service): Promise<Result<unknown>> {
  const before = new Date(clock() - keptMs).toISOString();
  return store.within({ reach: 'upkeep' }, async (tx) =>
    keys.erasePersonKeys(await forgetBundles(tx, before)),
  );
}
