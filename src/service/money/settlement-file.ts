import Type from 'typebox';
import { findSettlement, getResult } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { bundleOf } from '../bundle/make-bundle.ts';
import { changesCsv } from '../line-files/change-table.ts';
import { linesCsv } from '../line-files/line-table.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { settleGround } from '../settling/settle.ts';
import { fileName } from './file-name.ts';
import { settlementNotThere } from './problems.ts';
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
    const result = await getResult(tx, of);
    const named = { programme, what: `${what}-${stored.asAt}` };
    if (what === 'result') {
      const name = await fileName(tx, { ...named, ending: 'json' });
      return { ok: true, value: { name, mediaType: json, body: JSON.stringify(result) } };
    }
    const pieces = what === 'lines' ? linesCsv(result.lines) : changesCsv(result.changes);
    const name = await fileName(tx, { ...named, ending: 'csv' });
    return { ok: true, value: { name, mediaType: csv, body: [...pieces].join('') } };
  },
});

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
    const found = await storedGround(work, { programme, settlement });
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
