import Type, { type Static } from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { type Contract, forms, printContract, type Term } from '../../contract/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { findDraft, listPublishedVersions } from '../../store/index.ts';
import { action, type Work } from '../act/index.ts';
import { checkApart } from './check-apart.ts';
import { versionCountsTooEarly, versionDraftOpen, versionNotThere } from './problems.ts';
import { countsFromOf, pageOfVersion } from './read-text.ts';
import { dayShape, idShape, nothingElse, revisionShape } from './shapes.ts';
import { keepDraft } from './write-draft.ts';

const input = Type.Object(
  {
    programme: idShape,
    revision: revisionShape,
    /** The day from which the next version is to count. */
    from: dayShape,
    /** For outcomes that fall, or for attachments that are made, from that day on. */
    for: Type.Union([Type.Literal('outcomes'), Type.Literal('attachments')]),
  },
  nothingElse,
);

/** Begins the next version: the page in force, with the sentence that says which it is. */
export const beginVersion = action({
  name: 'programmes.begin_version',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  summary: 'Writes into the draft that it is the next version, and the day from which it counts.',
  input,
  output: Type.Object({ revision: revisionShape }, nothingElse),
  run: begin,
});

async function begin(
  work: Work,
  { programme, revision, from, for: countsFor }: Static<typeof input>,
): Promise<Result<{ revision: number }>> {
  const draft = await findDraft(work.tx, programme);
  assert(draft !== undefined, 'a programme is begun with a draft');
  const versions = await listPublishedVersions(work.tx, programme);
  const published = versions.map(pageOfVersion);
  const newest = published.at(-1);
  if (newest === undefined) return { ok: false, problems: [versionNotThere()] };
  const checked = await checkApart(work.service, { text: draft.text, published: versions });
  if (!checked.ok) return checked;
  if (!checked.value.isInForce) return { ok: false, problems: [versionDraftOpen()] };
  const before = countsFromOf(newest.read) ?? '';
  if (from <= before) return { ok: false, problems: [versionCountsTooEarly(from, before)] };
  const text = withVersion(newest.read.contract, {
    form: forms.opening.version.name,
    number: published.length + 1,
    for: countsFor,
    from: from as Day,
    replaces: newest.hashes.contract,
  });
  return keepDraft(work, { programme, revision, text });
}

// The sentence stands before the one that names the language, as it does on other pages.
function withVersion(contract: Contract, version: Term): string {
  const others = contract.opening.filter(({ form }) => form !== version.form);
  const language = others.findIndex(({ form }) => form === forms.opening.language.name);
  const opening = others.toSpliced(language < 0 ? others.length : language, 0, version);
  return printContract({ ...contract, opening });
}
