import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { addJob, findVersion, type Tx } from '../../store/index.ts';
import {
  advanceComparison,
  beginComparison,
  countKnownFacts,
  endComparison,
  insertComparison,
  listWaitingComparisons,
  type PageComparison,
} from '../../store/money/index.ts';
import { action, type Service } from '../act/index.ts';
import { plansBetween } from '../compare/compare-read.ts';
import { compareStored, type StoredCompared } from '../stored/compare-stored.ts';
import { actingFor } from './acting-for.ts';
import { versionsBefore } from './compare-draft.ts';
import { currencyOf } from './difference.ts';
import { type MoneyGiven, moneyGiven } from './money-given.ts';
import { comparisonFailed, versionNotThere } from './problems.ts';
import { pageOfVersion } from './read-text.ts';
import { idShape, nothingElse, numberShape } from './shapes.ts';

/** The task in the queue that compares what was asked for. */
export const compareTask = 'programmes.compare_money';

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
    const { tx, now, today, note } = work;
    const version = await findVersion(tx, { programme, number });
    const before = version === undefined ? [] : await versionsBefore(work, version);
    if (before.length === 0) return { ok: false, problems: [versionNotThere()] };
    const { organisation, account } = actingFor(work);
    const id = randomUUID();
    const who = { organisation: organisation.id, account };
    const asked = { programme, id, number, ...who, asAt: today, askedAt: now };
    // Two that ask at once have asked for one.
    if (await insertComparison(tx, asked)) await queueComparison(tx, { programme, id });
    note({ programme, about: { number } });
    return { ok: true, value: {} };
  },
});

type Which = Pick<PageComparison, 'programme' | 'id'>;

async function queueComparison(tx: Tx, { programme, id }: Which): Promise<void> {
  await addJob(tx, { task: compareTask, payload: { programme, comparison: id }, key: id });
}

/** Has every comparison made that was asked for and is not there. */
export async function queueComparisonsAgain({ store }: Service): Promise<void> {
  await store.read({ reach: 'upkeep' }, async (tx) => {
    for (const waiting of await listWaitingComparisons(tx)) await queueComparison(tx, waiting);
  });
}

const payloadShape = Type.Object({ programme: Type.String(), comparison: Type.String() });

// As often as a settlement that was asked for.
const attemptsMost = 5;

/** Compares what was asked for; it may be killed at any step and begun again. */
export async function compareJob(service: Service, payload: unknown): Promise<void> {
  assert(Value.Check(payloadShape, payload), 'a job to compare names what was asked');
  const which = { programme: payload.programme, id: payload.comparison };
  const { store } = service;
  const asked = await store.read({ reach: 'upkeep' }, async (tx) => beginComparison(tx, which));
  if (asked === undefined) return;
  const isLast = asked.attempts >= attemptsMost;
  if (asked.attempts > attemptsMost) return end(service, asked, failed());
  try {
    await end(service, asked, await compare(service, asked));
  } catch (error) {
    if (isLast) await end(service, asked, failed());
    throw error;
  }
}

function failed(): Result<never> {
  return { ok: false, problems: [comparisonFailed()] };
}

/** What came of it, in texts as it is given. */
type Came = Readonly<{ facts: number; money: { alone: MoneyGiven; together?: MoneyGiven } }>;

/** Reads and settles in one transaction; how far it has come is kept beside it. */
async function compare(service: Service, asked: PageComparison): Promise<Result<Came>> {
  const { store } = service;
  const { programme, number, asAt } = asked;
  const onStep = async (step: PageComparison['step']) =>
    store.read({ reach: 'upkeep' }, async (tx) => advanceComparison(tx, asked, step));
  await onStep('reading');
  return store.read({ reach: 'upkeep' }, async (tx) => {
    const version = await findVersion(tx, { programme, number });
    assert(version !== undefined, 'what was put forward stays');
    const earlier = (await versionsBefore({ tx }, version)).map(pageOfVersion);
    const was = earlier.pop();
    assert(was !== undefined, 'what is compared has one before it');
    const now = pageOfVersion(version);
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

function inTexts({ facts, alone, together }: StoredCompared, currency: string): Came {
  const both = together && { together: moneyGiven(together, currency) };
  return { facts, money: { alone: moneyGiven(alone, currency), ...both } };
}

async function end(
  { store, clock }: Service,
  { programme, id }: Which,
  came: Result<Came>,
): Promise<void> {
  const which = { programme, id, at: new Date(clock()).toISOString() };
  const ended = came.ok
    ? { ...which, facts: BigInt(came.value.facts), money: came.value.money }
    : { ...which, problems: came.problems };
  await store.read({ reach: 'upkeep' }, async (tx) => endComparison(tx, ended));
}
