import Type from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  type Cell,
  type Period,
  publicationPeriods,
  publishable,
  type Rhythm,
} from '../../publication/index.ts';
import type { Tx } from '../../store/index.ts';
import {
  countAchieved,
  findLastApproved,
  findLastCounted,
  insertPublished,
  listAdmittedBy,
  listPublishedPeriods,
  lockSettlements,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { type ProgrammePages, pagesOf } from '../money/pages-of.ts';
import { nothingToPublish, rhythmOtherwise } from '../money/problems.ts';
import { dayShape, idShape, nothingElse } from '../programmes/shapes.ts';

const rhythmShape = Type.Union([
  Type.Literal('month'),
  Type.Literal('quarter'),
  Type.Literal('year'),
]);

/**
 * Publishes the figures of the next period that has closed, once and for all. What may be seen of
 * it is for `publishable` to say; here it is counted, from the last approved settlement alone: what
 * happened on days of the period, whichever days are settled, and what has changed of the days
 * before since those were published.
 */
export const publishFigures = action({
  name: 'money.publish_figures',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Publishes the figures of the next closed period, once.',
  input: Type.Object({ programme: idShape, rhythm: rhythmShape }, nothingElse),
  output: Type.Object({ from: dayShape, to: dayShape, figures: Type.Integer() }, nothingElse),
  run: publish,
});

type Asked = Readonly<{ programme: string; rhythm: Rhythm }>;

async function publish(work: Work, { programme, rhythm }: Asked) {
  const { tx, actor, now, note } = work;
  assert(actor.kind === 'account', 'figures are published by somebody');
  await lockSettlements(tx, programme);
  const pages = await pagesOf(tx, programme);
  if (!pages.ok) return pages;
  const next = await findNext(tx, { programme, rhythm }, pages.value);
  if (!next.ok) return next;
  const { period, version, contract, settledTo, settlement, published } = next.value;
  const providers = await listAdmittedBy(tx, { programme, on: period.to });
  const counting = { programme, settlement, to: period.to, contract, providers };
  const cells = await cellsOf(tx, counting);
  const rest = { contract, rhythm, period, settledTo, published, providers };
  const rows = publishable(rest, cells);
  if (!rows.ok) return rows;
  const kept = { programme, ...period, rhythm, version, settledTo, settlement };
  await insertPublished(tx, {
    period: { ...kept, publishedBy: actor.account, publishedAt: now },
    figures: rows.value,
  });
  note({ programme, about: { ...period, rhythm, settlement } });
  return { ok: true, value: { ...period, figures: rows.value.length } } as const;
}

type Next = Readonly<{
  period: Period;
  version: number;
  contract: Contract;
  settledTo: Day;
  /** The one approved last. */
  settlement: string;
  published: readonly Period[];
}>;

/** The first period that has closed and is not published yet. */
async function findNext(
  tx: Tx,
  { programme, rhythm }: Asked,
  { pages, plan, versions }: ProgrammePages,
): Promise<Result<Next>> {
  const published = await listPublishedPeriods(tx, programme);
  const chosen = published[0]?.rhythm ?? rhythm;
  if (chosen !== rhythm) return { ok: false, problems: [rhythmOtherwise(rhythm, chosen)] };
  const last = await findLastApproved(tx, programme);
  const settledTo = last?.asAt as Day | undefined;
  const period =
    settledTo && publicationPeriods(pages[0].read.contract, rhythm, settledTo)[published.length];
  if (last === undefined || settledTo === undefined || period === undefined) {
    return { ok: false, problems: [nothingToPublish(rhythm, settledTo)] };
  }
  const at = plan.versions.findLastIndex(({ countsFrom }) => countsFrom <= dayNumber(period.to));
  const page = pages[at] ?? pages[0];
  const { contract } = page.read;
  const version = versions[Math.max(at, 0)]?.number ?? 1;
  const settlement = last.id;
  return { ok: true, value: { period, version, contract, settledTo, settlement, published } };
}

type Counting = Readonly<{
  programme: string;
  settlement: string;
  to: Day;
  contract: Contract;
  providers: readonly string[];
}>;

/** What stands as achieved by the end of the period, less what did by the end of the last one. */
async function cellsOf(
  tx: Tx,
  { programme, settlement, to, contract, providers }: Counting,
): Promise<readonly Cell[]> {
  const before = await findLastCounted(tx, programme);
  const now = await countAchieved(tx, { programme, settlement, to });
  const was = before === undefined ? [] : await countAchieved(tx, { programme, ...before });
  const outcomes = new Set(contract.outcomes.outcomes.map(({ name }) => name));
  const all = [...now, ...was.map((cell) => ({ ...cell, count: -cell.count }))];
  const sums = new Map<string, Cell>();
  for (const { provider, outcome, count } of all) {
    if (!outcomes.has(outcome) || !providers.includes(provider)) continue;
    const key = JSON.stringify([provider, outcome]);
    sums.set(key, { provider, outcome, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()];
}
