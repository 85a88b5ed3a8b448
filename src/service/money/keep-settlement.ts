import { randomUUID } from 'node:crypto';
import { assert, type Problem } from '../../problem/index.ts';
import type { Programme } from '../../store/index.ts';
import {
  insertEntries,
  insertResult,
  insertSettlement,
  insertStatements,
  type KnownFacts,
  nextSettlementNumber,
  type WholeResult,
} from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { entriesToKeep } from './entries-to-keep.ts';
import type { ProgrammePages } from './pages-of.ts';
import { resultHash } from './result-hash.ts';
import { statementsToKeep } from './statements-to-keep.ts';

/** A settlement that has been worked out, and what it rests on. */
export type WorkedOut = Readonly<{
  programme: Programme;
  pages: ProgrammePages;
  result: WholeResult;
  problems: readonly Problem[];
  previous?: Readonly<{ id: string; result: WholeResult }>;
  known: KnownFacts;
}>;

/** What a settlement that was kept is known by. */
export type KeptSettlement = Readonly<{ settlement: string; number: number; resultHash: string }>;

/** Keeps what was worked out as prepared: whole, or nothing of it. */
export async function keepSettlement(work: Work, worked: WorkedOut): Promise<KeptSettlement> {
  const { tx, actor, now } = work;
  assert(actor.kind === 'account', 'a settlement is prepared by somebody');
  const { programme, pages, result, problems, previous, known } = worked;
  const page = pages.pages.at(-1) ?? pages.pages[0];
  const number = await nextSettlementNumber(tx, programme.id);
  const of = { programme: programme.id, settlement: randomUUID() };
  const hash = resultHash(result);
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
    resultHash: hash,
    previous: previous?.id ?? null,
    factsThrough: known.through,
    factsCount: known.count,
    erasedCount: known.erased,
    preparedBy: actor.account,
    preparedAt: now,
  });
  await insertResult(tx, of, { result, problems });
  const named = { ...of, number, name: programme.neutralName };
  await insertStatements(tx, of, statementsToKeep(result, page.read.contract, named));
  await insertEntries(tx, of, entriesToKeep(previous?.result, result));
  return { settlement: of.settlement, number, resultHash: hash };
}
