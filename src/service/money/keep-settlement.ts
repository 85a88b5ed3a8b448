import { randomUUID } from 'node:crypto';
import { assert } from '../../problem/index.ts';
import type { Programme } from '../../store/index.ts';
import {
  insertEntries,
  insertResultBatch,
  insertSettlement,
  insertStatements,
  insertSums,
  insertWhole,
  type KnownFacts,
  nextSettlementNumber,
  type Of,
} from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import type { SettledAbout, Settling } from '../stored/settling.ts';
import type { ProgrammePages } from './pages-of.ts';
import { statementsToKeep } from './statements-to-keep.ts';

/** A settlement that has been worked out, its rows, and what it rests on. */
export type WorkedOut = Readonly<{
  programme: Programme;
  pages: ProgrammePages;
  about: SettledAbout;
  next: Settling['next'];
  /** The approved one that it follows. */
  previous: string | undefined;
  known: KnownFacts;
}>;

/** What a settlement that was kept is known by. */
export type KeptSettlement = Readonly<{ settlement: string; number: number; resultHash: string }>;

/** Keeps what was worked out as prepared: whole, or nothing of it. */
export async function keepSettlement(work: Work, worked: WorkedOut): Promise<KeptSettlement> {
  const { tx, actor, now } = work;
  assert(actor.kind === 'account', 'a settlement is prepared by somebody');
  const { programme, pages, about, next, previous, known } = worked;
  const { result, resultHash, sums } = about;
  const page = pages.pages.at(-1) ?? pages.pages[0];
  const number = await nextSettlementNumber(tx, programme.id);
  const of = { programme: programme.id, settlement: randomUUID() };
  await insertSettlement(tx, {
    programme: programme.id,
    id: of.settlement,
    number,
    asAt: result.asAt,
    knownAt: result.knownAt,
    currency: result.currency,
    contractHash: result.contract,
    versions: pages.versions.map((version) => version.number),
    language: result.language,
    engine: result.engine,
    resultHash,
    previous: previous ?? null,
    factsThrough: known.through,
    factsCount: known.count,
    erasedCount: known.erased,
    preparedBy: actor.account,
    preparedAt: now,
  });
  await insertWhole(tx, of, { result, problems: about.problems });
  await keepRows(work, of, next);
  await insertSums(tx, of, sums);
  const named = { ...of, number, name: programme.neutralName };
  const summed = { currency: result.currency, payable: result.payable, sums };
  await insertStatements(tx, of, statementsToKeep(summed, page.read.contract, named));
  await insertEntries(tx, of, about.entries);
  return { settlement: of.settlement, number, resultHash };
}

/** While some rows are added the next are made. */
async function keepRows({ tx }: Work, of: Of, next: Settling['next']): Promise<void> {
  let batch = await next();
  while (batch !== undefined) {
    const after = next();
    // Should it fail, that is found when it is waited for.
    after.catch(() => undefined);
    await insertResultBatch(tx, of, batch);
    batch = await after;
  }
}
