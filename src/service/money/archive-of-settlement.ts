import Type from 'typebox';
import { findSettlement } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { archiveStored } from '../archive/archive-stored.ts';
import { isDuckDbThere } from '../archive/archive-writer.ts';
import { bundleNeedsDuckDb } from '../bundle/problems.ts';
import { isKey } from '../facts-in/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { pagesOf, settledUnder } from './pages-of.ts';
import { bundleNotThere, settlementNotThere } from './problems.ts';
import { nameShape, ofSettlement } from './shapes.ts';
import { wholeFor } from './who-sees.ts';

/** What an archive is bound to as it is kept. */
export function boundToBundle(key: string): string {
  return `bundle/${key}`;
}

/** Puts a settlement into an archive, which is kept sealed; all of it is read at one moment. */
export const archiveOfSettlement = action({
  ...wholeFor,
  name: 'money.archive_settlement',
  kind: 'read',
  summary: 'Puts a settlement with all that it rests on into an archive, and keeps it sealed.',
  input: Type.Object({ ...ofSettlement, key: idShape }, nothingElse),
  output: Type.Object({
    file: Type.String(),
    bytes: Type.Integer(),
    digest: Type.String(),
    facts: Type.Integer(),
    lines: Type.Integer(),
  }),
  run: async (work, { programme, settlement, key: id }) => {
    const { tx, service } = work;
    const stored = await findSettlement(tx, { programme, settlement });
    if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
    if (!(await isDuckDbThere())) return { ok: false, problems: [bundleNeedsDuckDb()] };
    const found = await service.keys.personKeys([id]);
    if (!found.ok) return found;
    const key = found.value.get(id);
    if (!isKey(key)) return { ok: false, problems: [bundleNotThere()] };
    const under = await pagesOf(tx, programme, stored.versions);
    if (!under.ok) return under;
    const pages = under.value.pages.map(({ name, text }) => ({ name, text }));
    const archive = archiveStored(work, { ...settledUnder(under.value), stored, pages });
    const kept = await service.files.keepMade(archive.bytes, { key, bound: boundToBundle(id) });
    const made = archive.made();
    if (!made.ok) return made;
    if (!kept.ok) return kept;
    const { name: file, bytes } = kept.value;
    return { ok: true, value: { file, bytes, ...made.value } };
  },
});

/** It is about people, so the record says for whom it was made, as of one in JSON. */
export const noteArchive = action({
  ...wholeFor,
  name: 'money.make_bundle',
  kind: 'change',
  summary: 'Records that an archive was made of a settlement, and for whom.',
  input: Type.Object(
    { ...ofSettlement, recipient: nameShape, digest: Type.String(), facts: Type.Integer() },
    nothingElse,
  ),
  output: Type.Object({}, nothingElse),
  run: async ({ note }, { programme, ...about }) => {
    note({ programme, about });
    return { ok: true, value: {} };
  },
});
