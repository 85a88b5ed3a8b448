import Type, { type Static } from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Result } from '../../problem/index.ts';
import type { Tx } from '../../store/index.ts';
import { findSettlement, type Of, type StoredSettlement } from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { ownDrawnIn } from '../facts-in/index.ts';
import { packedText } from '../files/packed-text.ts';
import { changesCsv } from '../line-files/change-table.ts';
import { linesCsv } from '../line-files/line-table.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { bundleStored } from '../stored/bundle-stored.ts';
import { changesInTurn, linesInTurn } from '../stored/kept-in-turn.ts';
import { resultText } from '../stored/result-text.ts';
import { fileName } from './file-name.ts';
import { pagesOf, settledUnder } from './pages-of.ts';
import { bundleTooLarge, settlementNotThere } from './problems.ts';
import { fileOutput, nameShape, ofSettlement } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

const json = 'application/json; charset=utf-8';
const csv = 'text/csv; charset=utf-8';

/** The whole of a settlement as a file: its result, or its lines or changes as a table. */
export const settlementFile = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.settlement_file',
  summary: 'Gives a settlement as a result in JSON, or its lines or changes as CSV.',
  input: Type.Object(
    {
      ...ofSettlement,
      what: Type.Union([Type.Literal('result'), Type.Literal('lines'), Type.Literal('changes')]),
    },
    nothingElse,
  ),
  output: fileOutput,
  run: async ({ tx }, { programme, settlement, what }) => {
    const of = { programme, settlement };
    const stored = await findSettlement(tx, of);
    if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
    const named = { programme, what: `${what}-${stored.asAt}` };
    const isJson = what === 'result';
    const name = await fileName(tx, { ...named, ending: isJson ? 'json' : 'csv' });
    const body = await packedText(textOf(tx, what, { ...of, currency: stored.currency }));
    return { ok: true, value: { name, mediaType: isJson ? json : csv, body } };
  },
});

type Kept = Of & Readonly<{ currency: string }>;

function textOf(tx: Tx, what: 'result' | 'lines' | 'changes', of: Kept): AsyncIterable<string> {
  switch (what) {
    case 'result':
      return resultText(tx, of);
    case 'lines':
      return oneTable(linesInTurn(tx, of, of.currency), (kept) =>
        linesCsv(kept.map(({ line }) => line)),
      );
    case 'changes':
      return oneTable(changesInTurn(tx, of, of.currency), changesCsv);
  }
}

/** Tables one after the other as one, with the names of the columns once. */
async function* oneTable<Each>(
  pieces: AsyncIterable<readonly Each[]>,
  table: (some: readonly Each[]) => Generator<string>,
): AsyncGenerator<string> {
  yield* table([]);
  for await (const some of pieces) {
    const rows = table(some);
    rows.next();
    yield [...rows].join('');
  }
}

/**
 * A bundle in JSON is made of objects, and read whole by whoever works it out again: of more facts
 * it is an archive, by and by (docs/decisions/0022-how-large-a-bundle-is.md).
 */
export const jsonBundleMost = 100_000;

/**
 * A settlement with all that it rests on, under new keys, for somebody else to work out again with
 * `outturn recompute`. It is about people, so the record says for whom it was made.
 */
export const makeSettlementBundle = action({
  ...wholeFor,
  kind: 'change',
  name: 'money.make_bundle',
  givesSecret: true,
  summary: 'Gives a settlement of few facts with these and its pages under new keys, as JSON.',
  input: Type.Object({ ...ofSettlement, recipient: nameShape }, nothingElse),
  output: fileOutput,
  run: async (work, { programme, settlement, recipient }) => {
    const stored = await findSettlement(work.tx, { programme, settlement });
    if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
    const own = await ownDrawnIn(work, programme);
    if (own.length > 0) return { ok: false, problems: own };
    const { factsCount } = stored;
    if (factsCount > jsonBundleMost) {
      return { ok: false, problems: [bundleTooLarge(factsCount, jsonBundleMost)] };
    }
    return makeBundle(work, stored, recipient);
  },
});

async function makeBundle(
  work: Work,
  stored: StoredSettlement,
  recipient: string,
): Promise<Result<Static<typeof fileOutput>>> {
  const { programme, id: settlement, asAt, knownAt } = stored;
  const pages = await pagesOf(work.tx, programme, stored.versions);
  if (!pages.ok) return pages;
  const asked = {
    ...settledUnder(pages.value),
    asAt: { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) },
    stored,
    pages: pages.value.pages.map(({ name, text }) => ({ name, text })),
  };
  return bundleStored(work, asked, async ({ about: { digest, facts }, text }) => {
    work.note({ programme, about: { settlement, recipient, digest, facts } });
    const name = await fileName(work.tx, { programme, what: `bundle-${asAt}`, ending: 'json' });
    return { name, mediaType: json, body: await packedText(text) };
  });
}
