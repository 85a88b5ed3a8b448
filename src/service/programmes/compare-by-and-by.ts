import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { findDraft, findVersion, listPublishedVersions, type Tx } from '../../store/index.ts';
import {
  countKnownFacts,
  insertComparison,
  type PageComparison,
  pageComparisons,
} from '../../store/money/index.ts';
import { changedMeanwhile } from '../access/problems.ts';
import { action, type Service, type Work } from '../act/index.ts';
import { plansBetween } from '../compare/compare-read.ts';
import { advanceLasting, type Came, type LastingWork, queueLasting } from '../lasting/index.ts';
import { pageOf } from '../pages/load-pages.ts';
import { compareStored, type StoredCompared } from '../stored/compare-stored.ts';
import { actingFor } from './acting-for.ts';
import { versionsBefore } from './compare-draft.ts';
import { comparedAs, currencyOf } from './difference.ts';
import { type MoneyGiven, moneyGiven } from './money-given.ts';
import { comparisonFailed, versionNotThere } from './problems.ts';
import { pageOfVersion } from './read-text.ts';
import { readWhole } from './read-whole.ts';
import { idShape, nothingElse, numberShape, revisionShape } from './shapes.ts';

/** Comparisons that are made by and by. */
export const comparisonWork: LastingWork<PageComparison> = {
  task: 'programmes.compare_money',
  requests: pageComparisons,
  work: async (service, asked) => cameOf(await compare(service, asked)),
  failed: comparisonFailed,
};

/** Asks for what a page changes in money, however many facts there are. */
export const requestComparison = action({
  name: 'programmes.request_comparison',
  kind: 'change',
  who: ['commissioner', 'publisher'],
  parts: ['commissioner'],
  showsMoney: true,
  summary:
    'Asks for what a page that was put forward changes in money, to be worked out by and by.',
  input: Type.Object({ programme: idShape, number: numberShape }, nothingElse),
  output: Type.Object({}, nothingElse),
  run: async (work, { programme, number }) => {
    const version = await findVersion(work.tx, { programme, number });
    const before = version === undefined ? [] : await versionsBefore(work, version);
    if (before.length === 0) return { ok: false, problems: [versionNotThere()] };
    await ask(work, { programme, number });
    work.note({ programme, about: { number } });
    return { ok: true, value: {} };
  },
});

/** Asks the same of the page that is being written, before anybody else is asked to read it. */
export const requestDraftComparison = action({
  name: 'programmes.request_draft_comparison',
  kind: 'change',
  who: ['commissioner', 'publisher'],
  parts: ['commissioner'],
  showsMoney: true,
  summary:
    'Asks for what the page that is being written changes in money, to be worked out by and by.',
  input: Type.Object({ programme: idShape, revision: revisionShape }, nothingElse),
  output: Type.Object({}, nothingElse),
  run: async (work, { programme, revision }) => {
    const draft = await findDraft(work.tx, programme);
    assert(draft !== undefined, 'a programme is begun with a draft');
    if (draft.revision !== revision) {
      return { ok: false, problems: [changedMeanwhile(draft.changedByName ?? 'somebody else')] };
    }
    const published = await listPublishedVersions(work.tx, programme);
    if (published.length === 0) return { ok: false, problems: [versionNotThere()] };
    const read = await readWhole(work.service, { text: draft.text, published });
    if (!read.ok) return read;
    const compared = comparedAs(read.value, published.map(pageOfVersion));
    await ask(work, { programme, ...compared });
    work.note({ programme, about: { revision } });
    return { ok: true, value: {} };
  },
});

type Which = Readonly<{ programme: string }> &
  (Readonly<{ number: number }> | ReturnType<typeof comparedAs>);

/** Two that ask at once have asked for one. */
async function ask(work: Work, which: Which): Promise<void> {
  const { tx, now: askedAt, today: asAt } = work;
  const { organisation, account } = actingFor(work);
  const id = randomUUID();
  const asked = { ...which, id, organisation: organisation.id, account, asAt, askedAt };
  const isNew = await insertComparison(tx, asked);
  if (isNew) await queueLasting(tx, comparisonWork, { programme: which.programme, id });
}

/** What came of it, in texts as it is given. */
type Compared = Readonly<{ facts: number; money: { alone: MoneyGiven; together?: MoneyGiven } }>;

/** Reads and settles in one transaction; how far it has come is kept beside it. */
async function compare(service: Service, asked: PageComparison): Promise<Result<Compared>> {
  const { programme, asAt } = asked;
  const onStep = async (step: PageComparison['step']) =>
    advanceLasting(service, comparisonWork, { which: asked, step });
  await onStep('reading');
  return service.store.read({ reach: 'upkeep' }, async (tx) => {
    const { earlier, was, now } = await pagesOf(tx, asked);
    const plans = plansBetween({ earlier, was, now });
    if (!plans.ok) return plans;
    const known = await countKnownFacts(tx, { programme, knownAt: asAt });
    const day = dayNumber(asAt as Day);
    const compared = await compareStored(
      { tx, service },
      {
        programme,
        contracts: plans.value.alone.was.contracts,
        settlement: { contract: '', language: now.read.contract.language },
        pageName: now.name,
        asAt: { trueBy: day, knownBy: day },
        through: known.through,
        facts: known.count,
        plans: plans.value,
        onStep,
      },
    );
    return compared.ok ? { ok: true, value: inTexts(compared.value, currencyOf(now)) } : compared;
  });
}

/** The page that was asked about, and those before it. */
async function pagesOf(tx: Tx, asked: PageComparison) {
  const { now, before } = await (asked.number === null
    ? findDrafted(tx, asked)
    : findPutForward(tx, asked));
  const earlier = before.map(pageOfVersion);
  const was = earlier.pop();
  assert(was !== undefined, 'what is compared has one before it');
  return { earlier, was, now };
}

async function findPutForward(tx: Tx, { programme, number }: PageComparison) {
  const version = await findVersion(tx, { programme, number: number ?? 0 });
  assert(version !== undefined, 'what was put forward stays');
  return { now: pageOfVersion(version), before: await versionsBefore({ tx }, version) };
}

async function findDrafted(tx: Tx, { programme, text, inForce }: PageComparison) {
  assert(text !== null && inForce !== null, 'of a page that is being written its text is kept');
  const published = await listPublishedVersions(tx, programme);
  return {
    now: pageOf('', text),
    before: published.filter(({ ownNumber }) => ownNumber <= inForce),
  };
}

function inTexts({ facts, alone, together }: StoredCompared, currency: string): Compared {
  const both = together && { together: moneyGiven(together, currency) };
  return { facts, money: { alone: moneyGiven(alone, currency), ...both } };
}

function cameOf(compared: Result<Compared>): Came {
  if (!compared.ok) return { state: 'failed', problems: compared.problems };
  const { facts, money } = compared.value;
  return { came: [BigInt(facts), JSON.stringify(money)] };
}
