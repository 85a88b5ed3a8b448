import Type from 'typebox';
import type { Column, FactRules } from '../../../facts/index.ts';
import { assert, type Problem } from '../../../problem/index.ts';
import { findImport, keepMapping, moveImport } from '../../../store/facts/index.ts';
import { action } from '../../act/index.ts';
import { factsBeforePage } from '../problems.ts';
import { findRules } from '../programme-rules.ts';
import { partsThatSend, whoSends } from '../who-sends.ts';
import { headerOf } from './header.ts';
import { mayReadCells } from './may-read-cells.ts';
import { startOfUpload } from './open-upload.ts';
import {
  fileNotInState,
  fileNotThere,
  fileOfFinance,
  mappingColumnTwice,
  mappingColumnUnknown,
  mappingKindUnknown,
  mappingWithoutColumn,
} from './problems.ts';
import { isOurColumn, type Reading, readingSchema } from './reading.ts';
import { queueFile } from './send-file.ts';

export const mapFile = action({
  name: 'facts.map_file',
  kind: 'change',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Says how the columns of a file are read; the next with the same header loads as it is.',
  input: Type.Object(
    { programme: Type.String(), import: Type.String({ format: 'uuid' }), reading: readingSchema },
    { additionalProperties: false },
  ),
  output: Type.Object({ state: Type.String() }),
  run: async (work, { programme, import: id, reading }) => {
    const { tx, actor } = work;
    assert(actor.kind === 'account' && actor.organisation, 'a file is sent for an organisation');
    const found = await findImport(tx, { programme, id });
    if (found === undefined) return { ok: false, problems: [fileNotThere()] };
    if (!mayReadCells(work, found)) return { ok: false, problems: [fileOfFinance()] };
    const rules = (await findRules(tx, programme))?.rules;
    if (rules === undefined) return { ok: false, problems: [factsBeforePage()] };
    const problems = checkReading(reading, rules);
    if (problems.length > 0) return { ok: false, problems };
    const start = await startOfUpload(work.service, found);
    if (!start.ok) return start;
    const { hash: header } = headerOf(start.value);
    const organisation = actor.organisation.id;
    const { account } = actor;
    await keepMapping(tx, { programme, organisation, header, reading, account, at: work.now });
    const moved = { programme, id, from: ['unmapped', 'refused'] as const, to: 'waiting' as const };
    if (!(await moveImport(tx, { ...moved, at: null }))) {
      return { ok: false, problems: [fileNotInState(found.state)] };
    }
    await queueFile(work, programme, id);
    work.note({ programme, about: { import: id, header: header.toString('hex') } });
    return { ok: true, value: { state: 'waiting' } };
  },
});

const needed: readonly Column[] = ['id', 'kind'];

/** What stands against a way of reading columns. */
export function checkReading(reading: Reading, { kinds }: FactRules): readonly Problem[] {
  const targets = [...Object.values(reading.columns), ...Object.keys(reading.fixed)];
  const twice = targets.filter((column, at) => targets.indexOf(column) !== at);
  const meant = [
    ...Object.entries(reading.kinds),
    ...(reading.fixed.kind === undefined ? [] : [['kind', reading.fixed.kind] as const]),
  ];
  return [
    ...targets.filter((column) => !isOurColumn(column)).map(mappingColumnUnknown),
    ...[...new Set(twice)].map(mappingColumnTwice),
    ...needed.filter((column) => !targets.includes(column)).map(mappingWithoutColumn),
    ...meant.flatMap(([field, kind]) => (kinds.has(kind) ? [] : [mappingKindUnknown(field, kind)])),
  ];
}
