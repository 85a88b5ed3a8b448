import Type from 'typebox';
import type { Tx } from '../../store/index.ts';
import { findSettlement, type Of } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { bundleOf } from '../bundle/make-bundle.ts';
import { packedText } from '../files/packed-text.ts';
import { changesCsv } from '../line-files/change-table.ts';
import { linesCsv } from '../line-files/line-table.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { settleGround } from '../settling/settle.ts';
import { changesInTurn, linesInTurn } from '../stored/kept-in-turn.ts';
import { resultText } from '../stored/result-text.ts';
import { fileName } from './file-name.ts';
import { bundleTooLarge, settlementNotThere } from './problems.ts';
import { fileOutput, nameShape, ofSettlement } from './shapes.ts';
import { storedGround } from './stored-ground.ts';
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
 * A bundle is made of objects, and read whole by whoever works it out again: of more facts it would
 * take the memory that everybody else's answers need.
 */
const factsInBundleMost = 300_000n;

/**
 * A settlement with all that it rests on, under new keys, for somebody else to work out again with
 * `outturn recompute`. It is about people, so the record says for whom it was made.
 */
export const makeSettlementBundle = action({
  ...wholeFor,
  kind: 'change',
  name: 'money.make_bundle',
  givesSecret: true,
  summary: 'Gives a settlement with its facts and pages under new keys, for a named party.',
  input: Type.Object({ ...ofSettlement, recipient: nameShape }, nothingElse),
  output: fileOutput,
  run: async (work, { programme, settlement, recipient }) => {
    const of = { programme, settlement };
    const { factsCount = 0n } = (await findSettlement(work.tx, of)) ?? {};
    if (factsCount > factsInBundleMost) {
      return { ok: false, problems: [bundleTooLarge(factsCount)] };
    }
    const found = await storedGround(work, of);
    if (!found.ok) return found;
    const { stored, ground } = found.value;
    const bundle = bundleOf(ground, settleGround(ground).result);
    const about = { settlement, recipient, digest: bundle.digest, facts: bundle.facts.length };
    work.note({ programme, about });
    const what = `bundle-${stored.asAt}`;
    const name = await fileName(work.tx, { programme, what, ending: 'json' });
    return { ok: true, value: { name, mediaType: json, body: JSON.stringify(bundle) } };
  },
});
