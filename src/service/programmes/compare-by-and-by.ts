import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { findVersion } from '../../store/index.ts';
import {
  countKnownFacts,
  insertComparison,
  type PageComparison,
  pageComparisons,
} from '../../store/money/index.ts';
import { action, type Service } from '../act/index.ts';
import { plansBetween } from '../compare/compare-read.ts';
import { advanceLasting, type Came, type LastingWork, queueLasting } from '../lasting/index.ts';
import { compareStored, type StoredCompared } from '../stored/compare-stored.ts';
import { actingFor } from './acting-for.ts';
import { versionsBefore } from './compare-draft.ts';
import { currencyOf } from './difference.ts';
import { type MoneyGiven, moneyGiven } from './money-given.ts';
import { comparisonFailed, versionNotThere } from './problems.ts';
import { pageOfVersion } from './read-text.ts';
import { idShape, nothingElse, numberShape } from './shapes.ts';

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
    const { tx, now, today, note } = work;
    const version = await findVersion(tx, { programme, number });
    const before = version === undefined ? [] : await versionsBefore(work, version);
    if (before.length === 0) return { ok: false, problems: [versionNotThere()] };
    const { organisation, account } = actingFor(work);
    const id = randomUUID();
    const who = { organisation: organisation.id, account };
    const asked = { programme, id, number, ...who, asAt: today, askedAt: now };
    // Two that ask at once have asked for one.
    if (await insertComparison(tx, asked))
      await queueLasting(tx, comparisonWork, { programme, id });
    note({ programme, about: { number } });
    return { ok: true, value: {} };
  },
});

/** What came of it, in texts as it is given. */
type Compared = Readonly<{ facts: number; money: { alone: MoneyGiven; together?: MoneyGiven } }>;

/** Reads and settles in one transaction; how far it has come is kept beside it. */
async function compare(service: Service, asked: PageComparison): Promise<Result<Compared>> {
  const { programme, number, asAt } = asked;
  const onStep = async (step: PageComparison['step']) =>
    advanceLasting(service, comparisonWork, { which: asked, step });
  await onStep('reading');
  return service.store.read({ reach: 'upkeep' }, async (tx) => {
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

function inTexts({ facts, alone, together }: StoredCompared, currency: string): Compared {
  const both = together && { together: moneyGiven(together, currency) };
  return { facts, money: { alone: moneyGiven(alone, currency), ...both } };
}

function cameOf(compared: Result<Compared>): Came {
  if (!compared.ok) return { state: 'failed', problems: compared.problems };
  const { facts, money } = compared.value;
  return { came: [BigInt(facts), JSON.stringify(money)] };
}
